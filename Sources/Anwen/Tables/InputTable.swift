import AnwenData
public import AnwenTypes

/// A table that a program hands over; it takes the place of a file of the model.
///
/// Whatever its form, it is read as strictly as a file: a column that is not there, a value of
/// another type or a repeated key is a ``SessionError`` that names the row and the column.
public struct InputTable: Sendable {
  let content: MemorySource.Content

  /// A CSV text, whose first row holds the headers.
  public init(csv: String) { content = .text(csv) }

  /// Rows of values.
  ///
  /// A text counts as a CSV cell with that text, so that enumerations and dates may be written
  /// as such. Any other value must be of the column's type. In errors the first row is row 1.
  public init(columns: [String], rows: [[Value]]) {
    content = .values(ValueTable(headers: columns, rows: rows))
  }

  /// Rows of a program's own type, whose properties are the columns.
  ///
  /// A property is the column of its name; `dueBasis` is also the column `due_basis`. A missing
  /// optional is a missing value, an array a list. An empty array is an empty table.
  ///
  /// - Throws: `EncodingError` for what no cell holds, such as a property with properties.
  public init<Row: Encodable>(_ rows: some Sequence<Row>) throws {
    content = .values(try RowEncoder.table(of: rows))
  }
}

extension InputTable: ExpressibleByStringLiteral {
  /// A CSV text.
  public init(stringLiteral csv: String) { self.init(csv: csv) }
}
