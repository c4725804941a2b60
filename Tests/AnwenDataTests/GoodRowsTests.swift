import AnwenData
import AnwenTypes
import Testing

@Suite("Lenient reading")
struct GoodRowsTests {
  private let definition = TableDefinition(
    name: "t", fileName: "t.csv",
    columns: [
      ColumnDefinition(name: "id", type: .int), ColumnDefinition(name: "name", type: .text),
    ], key: ["id"])

  private func load(_ text: String) throws -> (rows: [Value], errors: [DataError]) {
    let source = MemorySource(["t.csv": Array(text.utf8)])
    var data = DataSet(source: source, definitions: [definition], isLenient: true)
    try data.load([(table: "t", columns: nil)])
    let table = try #require(data["t"])
    return ((0..<table.rowCount).map { table.columns[0][$0] }, data.takeRejectedRows())
  }

  @Test(
    "good rows stay, and each bad one is told by its row in the file",
    arguments: [
      ("id,name\n1,a\nx,b\n3,c\n", [1, 3], [("E0430", 3)]),
      ("id,name\n1,a,9\n2,b\n", [2], [("E0421", 2)]),
      ("id,name\n1,a\n2,\"b\n3,c\n", [1, 3], [("E0424", 3)]),
      ("id,name\n1,a\n2,b\"b\n3,c", [1, 3], [("E0422", 3)]),
      ("id,name\n1,a\n1,b\n2,c\n", [1, 2], [("E0451", 3)]),
      ("id,name\nx,a\n,b\n2,c\n2,d\n", [2], [("E0430", 2), ("E0450", 3), ("E0451", 5)]),
      ("id,name\n1,a\n\n2,c\n\n", [1, 2], [("E0421", 3)]),
      ("id,name\n1,\"a\nb\"\ny,c\n", [1], [("E0430", 3)]), ("id,name\n", [], []),
    ] as [(String, [Int64], [(String, Int)])])
  func rows(text: String, keys: [Int64], errors: [(String, Int)]) throws {
    let found = try load(text)
    #expect(found.rows == keys.map { .int($0) })
    #expect(found.errors.map(\.code) == errors.map(\.0))
    #expect(found.errors.map(\.place.row) == errors.map(\.1))
  }

  @Test func aWrongHeaderAndTooManyBadRowsAreErrors() {
    #expect(throws: DataError.self) { try load("no,name\n1,a\n") }
    let bad = "id,name\n" + String(repeating: "x,a\n", count: 1_001)
    #expect(throws: DataError.self) { try load(bad) }
  }
}
