/// A day by year, month and day of the proleptic Gregorian calendar.
///
/// The arithmetic is that of Howard Hinnant, "chrono-compatible low-level date algorithms": years
/// begin in March, so that the leap day is the last of its year, and 400 years are one era.
package struct CivilDay: Hashable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// The days of the years 1 to 9999, outside of which date arithmetic is an overflow.
  package static let supportedDays: ClosedRange<Int64> =
    Self(year: 1, month: 1, day: 1)
    .daysSinceEpoch...Self(year: 9999, month: 12, day: 31)
    .daysSinceEpoch

  /// - Precondition: the day exists.
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ date: CalendarDate) {
    let days = Int(date.daysSinceEpoch) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  package var date: CalendarDate { CalendarDate(daysSinceEpoch: Int32(clamping: daysSinceEpoch)) }

  /// `2024-06-30`.
  package var isoText: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number.magnitude)
      let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
      return (number < 0 ? "-" : "") + zeros + digits
    }
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }

  private var daysSinceEpoch: Int64 {
    let marchYear = Int64(month <= 2 ? year - 1 : year)
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDay {
  /// 1 to 4.
  package var quarter: Int { (month - 1) / 3 + 1 }

  /// The months `first` to `last` of this day's year.
  package func months(_ first: Int, _ last: Int, _ granularity: Period.Granularity) -> Period {
    let next =
      last == 12
      ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: last + 1, day: 1)
    return Period(
      start: CivilDay(year: year, month: first, day: 1).date,
      last: CalendarDate(daysSinceEpoch: Int32(clamping: next.daysSinceEpoch - 1)),
      granularity: granularity)
  }
}

extension CalendarDate {
  /// The week from Monday to Sunday in which this day lies.
  package var weekPeriod: Period {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let sinceMonday = ((Int(daysSinceEpoch) + 3) % 7 + 7) % 7
    let monday = Int(daysSinceEpoch) - sinceMonday
    return Period(
      start: CalendarDate(daysSinceEpoch: Int32(clamping: monday)),
      last: CalendarDate(daysSinceEpoch: Int32(clamping: monday + 6)), granularity: .week)
  }
}
