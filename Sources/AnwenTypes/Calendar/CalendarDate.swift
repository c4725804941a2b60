/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
///
/// The days that a text, a year or an arithmetic can give lie in the years 1 to 9999; what would
/// lie outside is nil. A stored number outside is still a day, and no property of it traps.
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let daysSinceEpoch: Int32

  /// The day so many days after 1970-01-01.
  public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

  /// The day of a year, month and day of the month; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...Self.dayCount(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(daysSinceEpoch: Int32(Self.days(year: year, month: month, day: day)))
  }

  /// The earlier day is the smaller.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// The years in which dates are made.
  public static let years = 1...9999
  /// 0001-01-01.
  public static let earliest = CalendarDate(daysSinceEpoch: -719_162)
  /// 9999-12-31.
  public static let latest = CalendarDate(daysSinceEpoch: 2_932_896)
}

// MARK: - Year, month and day

extension CalendarDate {
  public var year: Int { civil.year }
  /// January is 1.
  public var month: Int { civil.month }
  /// The day of the month, from 1.
  public var day: Int { civil.day }

  /// Whether a year has a February 29.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days of a month.
  ///
  /// - Precondition: `month` is 1 to 12.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    precondition((1...12).contains(month), "a month is 1 to 12")
    return switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day at once.
  ///
  /// Years begin in March here, so that the leap day is the last of its year; an era has 400
  /// years. Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
  var civil: (year: Int, month: Int, day: Int) {
    let days = Int(daysSinceEpoch) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The days since 1970-01-01 of a day that exists; the inverse of `civil`.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

// MARK: - Weeks

extension CalendarDate {
  /// The day of the week, as ISO 8601 counts: Monday is 1, Sunday 7.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (Int(daysSinceEpoch) + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  /// The ISO 8601 week: the year and the week number are those of the week's Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Int(daysSinceEpoch) + 4 - weekday
    let year = CalendarDate(daysSinceEpoch: Int32(clamping: thursday)).year
    return (year, (thursday - Self.days(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// The Monday of an ISO week; nil where the year has no such week.
  public init?(isoYear: Int, week: Int) {
    guard Self.years.contains(isoYear), (1...53).contains(week),
      // January 4 always lies in week 1.
      let inFirstWeek = CalendarDate(year: isoYear, month: 1, day: 4),
      let monday = inFirstWeek.adding(days: 7 * (week - 1) + 1 - inFirstWeek.weekday),
      monday.isoWeek == (isoYear, week)
    else { return nil }
    self = monday
  }
}

// MARK: - Arithmetic

extension CalendarDate {
  /// The day so many days later, or earlier; nil outside the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    let range = Int(Self.earliest.daysSinceEpoch)...Int(Self.latest.daysSinceEpoch)
    guard !overflow, range.contains(sum) else { return nil }
    return CalendarDate(daysSinceEpoch: Int32(sum))
  }

  /// The same day of the month so many months later, or earlier; the month's last day where it
  /// has no such day; nil outside the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate? {
    let (year, month, day) = civil
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 0, Self.years.contains(index / 12) else { return nil }
    let target = (year: index / 12, month: index % 12 + 1)
    let limit = Self.dayCount(ofMonth: target.month, year: target.year)
    return CalendarDate(year: target.year, month: target.month, day: min(day, limit))
  }

  /// The days from `start` to this day; negative where this day is the earlier one.
  public func days(since start: CalendarDate) -> Int {
    Int(daysSinceEpoch) - Int(start.daysSinceEpoch)
  }

  /// The first day of this day's month.
  package var monthStart: CalendarDate {
    CalendarDate(daysSinceEpoch: Int32(clamping: Int(daysSinceEpoch) - day + 1))
  }

  /// The last day of this day's month.
  package var monthEnd: CalendarDate {
    let (year, month, day) = civil
    let left = Self.dayCount(ofMonth: month, year: year) - day
    return CalendarDate(daysSinceEpoch: Int32(clamping: Int(daysSinceEpoch) + left))
  }
}

// MARK: - ISO text

extension CalendarDate: LosslessStringConvertible {
  /// ISO 8601: `2024-06-30`.
  public var description: String {
    let (year, month, day) = civil
    return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  /// Reads ISO 8601 text, four digits, two and two; nil for anything else and for days that the
  /// calendar does not have.
  public init?(_ isoText: String) {
    let bytes = Array(isoText.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate {
  /// A number in decimal digits with leading zeros, and a sign before them if it is negative.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }

  /// The value of one to nine decimal digits; nil for anything else.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
