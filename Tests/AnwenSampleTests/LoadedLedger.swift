import AnwenColumns
import AnwenData
import AnwenSample
import AnwenTypes

/// A ledger read back from its files, as an analyst would have it.
struct LoadedLedger {
  private let tables: [String: Table]

  init(_ parameters: SampleLedger.Parameters = SampleLedger.Parameters()) throws(DataError) {
    let files = SampleLedger(parameters).files
    let source = MemorySource(
      Dictionary(uniqueKeysWithValues: files.map { ($0.name, Array($0.text.utf8)) }))
    var dataSet = DataSet(source: source, definitions: Self.definitions)
    try dataSet.load(Self.definitions.map { (table: $0.name, columns: nil) })
    tables = Dictionary(
      uniqueKeysWithValues: Self.definitions.compactMap { definition in
        dataSet[definition.name].map { (definition.name, $0) }
      })
  }

  func rowCount(_ table: String) -> Int { tables[table]?.rowCount ?? 0 }

  /// The values of a column; missing ones are empty texts.
  func texts(_ table: String, _ column: String) -> [String] {
    values(table, column).map { value in
      if case .text(let text) = value { text.string } else { "" }
    }
  }

  func ints(_ table: String, _ column: String) -> [Int] {
    values(table, column).map { value in if case .int(let number) = value { Int(number) } else { 0 }
    }
  }

  /// Days since 1970; nil where missing.
  func days(_ table: String, _ column: String) -> [Int32?] {
    values(table, column).map { value in
      if case .date(let date) = value { date.daysSinceEpoch } else { nil }
    }
  }

  private func values(_ table: String, _ column: String) -> [Value] {
    guard let column = tables[table]?[column] else { return [] }
    return (0..<column.rowCount).map { column[$0] }
  }

  private static let definitions = [
    define("staff", ["id": .int, "name": .text, "role": .text, "department": .text]),
    define(
      "points",
      [
        "id": .int, "name": .text, "site_kind": .text, "risk": .text, "department": .text,
        "village": .text, "since": .date,
      ]),
    define(
      "pairings",
      ["id": .int, "staff": .int, "point": .int, "kind": .text, "since": .date, "until": .date]),
    define(
      "inspections",
      [
        "id": .int, "point": .int, "inspector": .int, "date": .date, "hazards_found": .int,
        "result": .text, "note": .text,
      ]),
    define(
      "hazards",
      [
        "id": .int, "inspection": .int, "point": .int, "level": .text, "category": .text,
        "found_on": .date, "due_on": .date, "closed_on": .date, "description": .text,
      ]),
  ]

  private static func define(_ name: String, _ columns: [String: DataType]) -> TableDefinition {
    TableDefinition(
      name: name, fileName: "\(name).csv",
      columns: columns.sorted { $0.key < $1.key }.map { ColumnDefinition(name: $0, type: $1) },
      key: ["id"])
  }
}
