/// Reads a day, written as ISO 8601 says: four digits, two, two, with hyphens.
enum DateCell {
  /// - Throws: ``CellProblem/notDate(cell:)`` for another form, and
  ///   ``CellProblem/impossibleDate(cell:)`` for a day that no month has; nothing is rolled over.
  static func daysSinceEpoch(_ cell: Span<UInt8>) throws(CellProblem) -> Int32 {
    let hyphen = UInt8(ascii: "-")
    guard cell.count == 10, cell[4] == hyphen, cell[7] == hyphen,
      let year = number(cell, 0..<4), let month = number(cell, 5..<7),
      let day = number(cell, 8..<10)
    else { throw .notDate(cell: UTF8Text.excerpt(cell)) }
    guard year >= 1, (1...12).contains(month), day >= 1,
      day <= dayCount(year: year, month: month)
    else { throw .impossibleDate(cell: UTF8Text.excerpt(cell)) }
    return daysSinceEpoch(year: year, month: month, day: day)
  }

  private static func number(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    var number: Int32 = 0
    for index in range {
      let digit = cell[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int32(digit)
    }
    return number
  }

  private static func dayCount(year: Int32, month: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in years that begin on 1 March, so that the leap day is the last of its year.
  private static func daysSinceEpoch(year: Int32, month: Int32, day: Int32) -> Int32 {
    let year = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let daysBeforeYear = 365 * year + year / 4 - year / 100 + year / 400
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    return daysBeforeYear + dayOfYear - 719_468
  }
}
