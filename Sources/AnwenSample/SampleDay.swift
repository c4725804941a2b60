import AnwenTypes

/// Days and months as the sample needs them.
enum SampleDay {
  /// A month of a year, counted from January of the year 0.
  struct Month: Hashable {
    let number: Int

    init(number: Int) { self.number = number }

    /// The month that holds a day.
    init(of day: Int32) {
      let (year, month, _) = SampleDay.civil(day)
      number = year * 12 + month - 1
    }

    var firstDay: Int32 {
      SampleDay.daysSinceEpoch(year: number / 12, month: number % 12 + 1, day: 1)
    }

    var lastDay: Int32 { Month(number: number + 1).firstDay - 1 }
  }

  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int32 {
    // Years begin on 1 March here, so that the leap day is the last of its year.
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    return Int32(365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468)
  }

  /// The day as ISO 8601 writes it.
  static func text(_ day: Int32) -> String {
    let (year, month, day) = civil(day)
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Year, month and day of a day from the year 1 on; the inverse of `daysSinceEpoch`.
  private static func civil(_ day: Int32) -> (year: Int, month: Int, day: Int) {
    let days = Int(day) + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = (monthFromMarch + 2) % 12 + 1
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
