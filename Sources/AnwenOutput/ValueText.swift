import AnwenTypes

/// Values as text, the same in every format that writes them as such, and in every language.
enum ValueText {
  /// The canonical text of a value that is no list, or nil where it is missing.
  ///
  /// Numbers are exact: a decimal without trailing zeros, a float by the fewest digits that read
  /// back as the same number. A float that is no finite number counts as missing. An enumeration
  /// gives its canonical name, a reference its key, a date and a period their ISO text.
  static func canonical(_ value: Value, _ type: DataType) -> String? {
    switch value {
    case .missing: nil
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let number): String(number)
    case .decimal(let number): decimal(number)
    case .float(let number): number.isFinite ? number.description : nil
    case .text(let text): text.string
    case .date(let date): self.date(date)
    case .period(let period): self.period(period)
    case .rank(let rank): enumerationCase(rank, type).name
    case .list: preconditionFailure("the format joins the elements of a list")
    }
  }

  /// The value of an enumeration's rank.
  static func enumerationCase(_ rank: UInt8, _ type: DataType) -> EnumerationType.Case {
    guard case .enumeration(let enumeration) = type else {
      preconditionFailure("a rank without its enumeration")
    }
    return enumeration.cases[Int(rank)]
  }

  private static func decimal(_ value: DecimalNumber) -> String {
    let number = value.normalized
    var digits = String(number.unscaled.magnitude)
    if number.scale > 0 {
      let missing = max(0, number.scale + 1 - digits.utf8.count)
      digits = String(repeating: "0", count: missing) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -number.scale))
    }
    return number.unscaled < 0 ? "-" + digits : digits
  }

  /// First and last day with `..` between; an open side is empty.
  private static func period(_ period: Period) -> String {
    (period.start.map(date) ?? "") + ".." + (period.last.map(date) ?? "")
  }

  /// The day as `2024-06-30`.
  ///
  /// The year is counted from March in eras of 400 years, whose 146,097 days repeat exactly, so
  /// that the leap day is the last of its year; day 0 of era 0 is 0000-03-01.
  private static func date(_ date: CalendarDate) -> String {
    let days = Int(date.daysSinceEpoch) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let sign = year < 0 ? "-" : ""
    return "\(sign)\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
