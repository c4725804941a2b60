/// A range of days that knows its unit.
public struct Period: Hashable, Sendable {
  /// What a period is a whole number of.
  public enum Granularity: UInt8, Hashable, Sendable {
    case day, week, tenDays, month, quarter, half, year, semester
    /// Any other range.
    case range
  }

  /// The first day, or nil where the period is open to the past.
  public let start: CalendarDate?
  /// The last day, which belongs to the period, or nil where it is open to the future.
  public let last: CalendarDate?
  public let granularity: Granularity

  public init(start: CalendarDate?, last: CalendarDate?, granularity: Granularity) {
    self.start = start
    self.last = last
    self.granularity = granularity
  }
}
