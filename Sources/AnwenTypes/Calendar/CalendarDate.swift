/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let daysSinceEpoch: Int32

  public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}
