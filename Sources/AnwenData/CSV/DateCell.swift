import AnwenTypes

/// Reads a day, written as ISO 8601 says: four digits, two, two, with hyphens.
enum DateCell {
  /// - Throws: ``CellProblem/notDate(cell:)`` for another form, and
  ///   ``CellProblem/impossibleDate(cell:)`` for a day that no month has; nothing is rolled over.
  static func date(_ cell: Span<UInt8>) throws(CellProblem) -> CalendarDate {
    let hyphen = UInt8(ascii: "-")
    guard cell.count == 10, cell[4] == hyphen, cell[7] == hyphen,
      let year = number(cell, 0..<4), let month = number(cell, 5..<7),
      let day = number(cell, 8..<10)
    else { throw .notDate(cell: UTF8Text.excerpt(cell)) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .impossibleDate(cell: UTF8Text.excerpt(cell))
    }
    return date
  }

  private static func number(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = cell[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
