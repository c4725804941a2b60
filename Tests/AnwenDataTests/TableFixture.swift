import AnwenColumns
import AnwenData
import AnwenTypes
import Testing

/// Reads a table from bytes as if they were the file `t.csv`.
func readTable(
  _ bytes: [UInt8], columns: [ColumnDefinition], key: [String] = [],
  encoding: TextEncoding = .utf8
) throws(DataError) -> Table {
  let definition = TableDefinition(
    name: "t", fileName: "t.csv", encoding: encoding, columns: columns, key: key)
  return try Table(reading: definition, from: MemorySource(["t.csv": bytes]))
}

/// Reads a table of text columns that are named like their headers.
func readTexts(_ text: String, _ names: String..., key: [String] = []) throws(DataError) -> Table {
  try readTable(
    Array(text.utf8), columns: names.map { ColumnDefinition(name: $0, type: .text) }, key: key)
}

/// The values of a column.
func values(_ table: Table, _ name: String) throws -> [Value] {
  let column = try #require(table[name])
  return (0..<column.rowCount).map { column[$0] }
}

/// The error that reading throws, or nil after a recorded issue.
func dataError(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws(DataError) -> Table
) -> DataError? {
  do throws(DataError) {
    _ = try body()
    Issue.record("no error was thrown", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}

/// An enumeration of risks, from low to high.
let riskType = EnumerationType(
  name: "risk",
  cases: [
    .init(name: "low", label: .init(english: "low", chinese: "低")),
    .init(name: "normal", label: .init(english: "normal", chinese: "一般")),
    .init(name: "grave", label: .init(english: "grave", chinese: "重大")),
  ])
