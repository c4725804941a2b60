import AnwenColumns

/// Turns the cells of one column of a file into values.
struct CSVColumnReader {
  /// The column's place in the table's definition.
  let index: Int
  /// The column's place in the file, from 0.
  let place: Int
  private let parser: CellParser
  private(set) var builder: ColumnBuilder

  /// Fails if no cell can hold a value of the column's type.
  init?(_ definition: ColumnDefinition, index: Int, place: Int) {
    guard let parser = CellParser(definition) else { return nil }
    self.parser = parser
    self.index = index
    self.place = place
    builder = ColumnBuilder(type: definition.type)
  }

  /// Appends a cell's value; an empty cell is missing, or the empty list.
  mutating func append(_ cell: Span<UInt8>) throws(CellProblem) {
    try parser.append(cell, to: &builder)
  }
}
