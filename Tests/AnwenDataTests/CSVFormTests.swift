import AnwenData
import AnwenTypes
import Testing

@Suite("CSV: form")
struct CSVFormTests {
  @Test(
    "texts that are read",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
      ("a,b\r\n1,2\n3,4", [["1", "2"], ["3", "4"]]),
      ("\u{feff}a,b\n1,2\n", [["1", "2"]]),
      ("\u{feff}\"a\",b\n1,2\n", [["1", "2"]]),
      ("a,b\n\"x\ny\",\"1,\"\"2\"\"\"\n", [["x\ny", "1,\"2\""]]),
      ("a,b\n\"x\r\ny\",z\n", [["x\r\ny", "z"]]),
      ("a,b\n1,\n,2\n\"\",3", [["1", nil], [nil, "2"], [nil, "3"]]),
      ("a,b\n1,", [["1", nil]]),
      ("a,b\n", []),
      ("a,b", []),
      ("a,b\n1,2\n\n", [["1", "2"]]),
      ("x,a,\"y\nz\",b\n9,1,8,2\n", [["1", "2"]]),
      ("b,a\n2,1\n", [["1", "2"]]),
      ("a,b\n 1 ,\t\n", [[" 1 ", "\t"]]),
    ] as [(String, [[String?]])])
  func reads(text: String, rows: [[String?]]) throws {
    let table = try readTexts(text, "a", "b")
    #expect(table.rowCount == rows.count)
    let expected = rows.map { row in row.map { $0.map { Value.text($0) } ?? .missing } }
    let columns = [try values(table, "a"), try values(table, "b")]
    #expect(rows.indices.map { row in columns.map { $0[row] } } == expected)
  }

  @Test func anEmptyLineIsARowWhereThereIsOneColumn() throws {
    #expect(
      try values(readTexts("a\n1\n\n2\n\n", "a"), "a") == [
        .text("1"), .missing, .text("2"), .missing,
      ])
  }

  @Test(
    "texts that are refused, with row and column",
    arguments: [
      ("", "E0420", nil, nil),
      ("\u{feff}", "E0420", nil, nil),
      ("a,b\n1,2\n1\n", "E0421", 3, nil),
      ("a,b\n1,2,3\n", "E0421", 2, nil),
      ("a,b\n1,2\n\n3,4\n", "E0421", 3, nil),
      ("a,b\n\"\"\n", "E0421", 2, nil),
      ("a,b\n1,2\n3,x\"y\n", "E0422", 3, 2),
      ("a,b\n\"1\"x,2\n", "E0423", 2, 1),
      ("a,b\n\"1\" ,2\n", "E0423", 2, 1),
      ("a,b\n\"1\n1\",2\n3,\"4\n5,6\n", "E0424", 3, 2),
      ("a,b\n1\r,2\n", "E0425", 2, 1),
      ("a,b\n1,2\r", "E0425", 2, 2),
      ("a,b\n\"1\"\r3,2", "E0425", 2, 1),
      ("a,c\n1,2\n", "E0426", 1, nil),
      ("\n1,2\n", "E0426", 1, nil),
      ("a,b,a\n1,2,3\n", "E0427", 1, 3),
      ("a,b\n1,x\0y\n", "E0414", 2, 2),
      ("a,b\n\"\0\",y\n", "E0414", 2, 1),
    ] as [(String, String, Int?, Int?)])
  func refuses(text: String, code: String, row: Int?, column: Int?) {
    let error = dataError { () throws(DataError) in try readTexts(text, "a", "b") }
    #expect(error?.code == code)
    #expect(error?.place == place(row: row, column: column, header: error?.place.header))
  }

  @Test func aRaggedRowIsReportedBeforeItsShiftedCells() {
    let columns = [
      ColumnDefinition(name: "a", type: .int), ColumnDefinition(name: "b", type: .int),
    ]
    let error = dataError { () throws(DataError) in
      try readTable(Array("a,b\nx,1,2\n".utf8), columns: columns)
    }
    #expect(error?.kind == .form(.raggedRow(cellCount: 3, headerCount: 2)))
  }

  @Test func aMissingHeaderNamesTheNearest() {
    let error = dataError { () throws(DataError) in try readTexts("id,since,深度\n", "sinc") }
    #expect(
      error?.kind
        == .form(.missingHeader("sinc", nearest: "since", headers: ["id", "since", "深度"])))
    #expect(error?.suggestions == ["since"])
    #expect(error?.message.english == "t.csv, row 1: no column 'sinc'")
    #expect(error?.message.chinese == "t.csv 第1行：没有“sinc”这一列")
  }

  @Test func twoColumnsMayReadOneHeader() throws {
    let table = try readTable(
      Array("x,n\n,7\n".utf8),
      columns: [
        ColumnDefinition(name: "number", header: "n", type: .int),
        ColumnDefinition(name: "text", header: "n", type: .text),
      ])
    #expect(try values(table, "number") == [.int(7)])
    #expect(try values(table, "text") == [.text("7")])
  }

  @Test("validity at the edges of words", arguments: [0, 1, 63, 64, 65])
  func sizes(rowCount: Int) throws {
    var text = "a,b\n"
    for row in 0..<rowCount { text += row % 2 == 0 ? "\(row),x\n" : ",x\n" }
    let expected: [Value] = (0..<rowCount).map { $0 % 2 == 0 ? .text("\($0)") : .missing }
    #expect(try values(readTexts(text, "a"), "a") == expected)
  }

  @Test("every prefix of a table is read or refused")
  func prefixes() {
    let bytes = Array("a,b\r\n\"x\"\"y\",1\n重大,\"\n\"\n".utf8)
    for count in 0...bytes.count {
      do throws(DataError) {
        let table = try readTable(
          Array(bytes[..<count]), columns: [ColumnDefinition(name: "a", type: .text)])
        #expect(table.rowCount <= 2)
      } catch {
        #expect(error.code.hasPrefix("E04"))
      }
    }
  }
}

/// A place in `t.csv`.
func place(row: Int?, column: Int?, header: String?) -> DataError.Place {
  DataError.Place(file: "t.csv", row: row, columnNumber: column, header: header)
}
