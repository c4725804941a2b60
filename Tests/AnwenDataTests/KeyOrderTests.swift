import AnwenData
import AnwenTypes
import Testing

@Suite("Key order and data sets")
struct KeyOrderTests {
  private static let columns = [
    ColumnDefinition(name: "k", header: "K", type: .int),
    ColumnDefinition(name: "t", header: "T", type: .text),
    ColumnDefinition(name: "l", header: "L", type: .list(.int)),
  ]

  @Test func integersOrderByNumber() throws {
    let table = try readTable(
      Array("K,T,L\n10,x,1;2\n9,,\n-1,y,3\n".utf8), columns: Self.columns, key: ["k"])
    #expect(try values(table, "k") == [.int(-1), .int(9), .int(10)])
    #expect(try values(table, "t") == [.text("y"), .missing, .text("x")])
    #expect(try values(table, "l") == [.list([.int(3)]), .list([]), .list([.int(1), .int(2)])])
  }

  @Test func textsOrderByBytes() throws {
    // 一 is U+4E00, 丁 is U+4E01, and capital letters come before small ones.
    let table = try readTexts("k\n丁\nb\n8.2\n8.10\n一\nB\n", "k", key: ["k"])
    #expect(
      try values(table, "k") == ["8.10", "8.2", "B", "b", "一", "丁"].map { .text($0) })
  }

  @Test func aKeyOfTwoColumnsOrdersByTheFirst() throws {
    let table = try readTexts("a,b\n2,1\n1,2\n1,1\n", "a", "b", key: ["a", "b"])
    #expect(try values(table, "a") == [.text("1"), .text("1"), .text("2")])
    #expect(try values(table, "b") == [.text("1"), .text("2"), .text("1")])
  }

  @Test func withoutAKeyRowsKeepTheirOrder() throws {
    #expect(
      try values(readTexts("a\n2\n1\n2\n", "a"), "a") == [.text("2"), .text("1"), .text("2")])
  }

  @Test func aRepeatedKeyNamesBothRows() {
    let error = dataError { () throws(DataError) in
      try readTable(
        Array("T,L,K\nx,,7\ny,,5\n\"z\nz\",,7\nw,,5\n".utf8), columns: Self.columns, key: ["k"])
    }
    #expect(error?.kind == .key(.repeated(key: "7", firstRow: 2)))
    #expect(error?.place == place(row: 4, column: 3, header: "K"))
  }

  @Test func aRepeatedKeyOfTwoColumnsShowsBoth() {
    let error = dataError { () throws(DataError) in
      try readTexts("a,b\n1,2\n1,3\n1,2\n", "a", "b", key: ["a", "b"])
    }
    #expect(error?.kind == .key(.repeated(key: "1, 2", firstRow: 2)))
  }

  @Test func aLongHeaderOfTheKeyIsFound() {
    // Longer than what messages show of a cell.
    let header = String(repeating: "编号", count: 20)
    let error = dataError { () throws(DataError) in
      try readTexts("a,\(header)\n1,x\n2,x\n", header, key: [header])
    }
    #expect(error?.kind == .key(.repeated(key: "x", firstRow: 2)))
    #expect(error?.place == place(row: 3, column: 2, header: header))
  }

  @Test func anEmptyKeyIsAnError() {
    let error = dataError { () throws(DataError) in try readTexts("a,b\n1,\n,2\n", "a", key: ["a"])
    }
    #expect(error?.kind == .key(.missing))
    #expect(error?.place == place(row: 3, column: 1, header: "a"))
  }

  @Test func aListIsNoKey() {
    let error = dataError { () throws(DataError) in
      try readTable(Array("K,T,L\n1,x,2\n".utf8), columns: Self.columns, key: ["l"])
    }
    #expect(error?.kind == .key(.unorderedType))
  }

  @Test func aDataSetReadsOnlyWhatIsAskedFor() throws {
    let columns = [ColumnDefinition(name: "a", type: .int)]
    var dataSet = DataSet(
      source: MemorySource(["good.csv": Array("a\n1\n".utf8), "bad.csv": Array("a\nx\n".utf8)]),
      definitions: ["good", "bad", "none"].map {
        TableDefinition(name: $0, fileName: "\($0).csv", columns: columns)
      })
    #expect(dataSet["good"] == nil)
    try dataSet.load([("good", nil), ("unknown", nil)])
    #expect(dataSet["good"]?.rowCount == 1)
    #expect(dataSet["bad"] == nil)
    let bad = #expect(throws: DataError.self) { try dataSet.load([("bad", nil)]) }
    #expect(bad?.message.english == "bad.csv, row 2, column 1 (a): 'x' is not an integer")
    #expect(bad?.message.chinese == "bad.csv 第2行第1列（a）：“x”不是整数")
    let none = #expect(throws: DataError.self) { try dataSet.load([("none", nil)]) }
    #expect(none?.code == "E0407")
  }
}
