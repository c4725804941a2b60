/// A range of days that knows its unit.
public struct Period: Hashable, Sendable {
  /// What a period is a whole number of.
  public enum Granularity: UInt8, CaseIterable, Hashable, Sendable {
    case day, week, tenDays, month, quarter, half, year, semester
    /// Any other range.
    case range
  }

  /// The first day, or nil where the period is open to the past.
  public let start: CalendarDate?
  /// The last day, which belongs to the period, or nil where it is open to the future.
  public let last: CalendarDate?
  public let granularity: Granularity

  /// - Precondition: `start` is not after `last`.
  public init(start: CalendarDate?, last: CalendarDate?, granularity: Granularity) {
    if let start, let last { precondition(start <= last, "a period ends before it begins") }
    self.start = start
    self.last = last
    self.granularity = granularity
  }

  /// One day.
  public init(day: CalendarDate) { self.init(start: day, last: day, granularity: .day) }

  /// Whether a day lies in the period.
  public func contains(_ date: CalendarDate) -> Bool {
    if let start, date < start { return false }
    if let last, date > last { return false }
    return true
  }

  /// The number of days; nil where a side is open.
  public var dayCount: Int? {
    guard let start, let last else { return nil }
    return last.days(since: start) + 1
  }
}

extension Period: Comparable {
  /// By the first day, then by the last; an open past comes first, an open future last.
  public static func < (left: Period, right: Period) -> Bool { left.order < right.order }

  /// Three numbers that order as the periods do and are equal only for equal periods.
  private var order: (Int64, Int64, UInt8) {
    (
      start.map { Int64($0.daysSinceEpoch) } ?? .min, last.map { Int64($0.daysSinceEpoch) } ?? .max,
      granularity.rawValue
    )
  }
}
