import AnwenData
import AnwenTypes
import Testing

@Suite("CSV: cells")
struct CellTests {
  private static let risk = DataType.enumeration(riskType)

  @Test(
    "cells of each type",
    arguments: [
      (DataType.int, "42", Value.int(42)),
      (.int, "-9223372036854775808", .int(.min)),
      (.int, "9223372036854775807", .int(.max)),
      (.int, "+007", .int(7)),
      (.int, "", .missing),
      (.decimal(scale: 2), "95", .decimal(DecimalNumber(unscaled: 9500, scale: 2))),
      (.decimal(scale: 2), "-0.5", .decimal(DecimalNumber(unscaled: -50, scale: 2))),
      (
        .decimal(scale: 0), "99999999999999999999999999999999999999",
        .decimal(
          DecimalNumber(unscaled: 99_999_999_999_999_999_999_999_999_999_999_999_999, scale: 0))
      ),
      (.float, "1e3", .float(1000)),
      (.float, "-2.5E-1", .float(-0.25)),
      (.float, "7", .float(7)),
      (.bool, "true", .bool(true)),
      (.bool, "否", .bool(false)),
      (.date, "1970-01-01", .date(CalendarDate(daysSinceEpoch: 0))),
      (.date, "2024-02-29", .date(CalendarDate(daysSinceEpoch: 19_782))),
      (.date, "2024-11-15", .date(CalendarDate(daysSinceEpoch: 20_042))),
      (.date, "2000-03-01", .date(CalendarDate(daysSinceEpoch: 11_017))),
      (.date, "0001-01-01", .date(CalendarDate(daysSinceEpoch: -719_162))),
      (.date, "9999-12-31", .date(CalendarDate(daysSinceEpoch: 2_932_896))),
      (.text, "8.10", .text("8.10")),
      (risk, "grave", .rank(2)),
      (risk, "一般", .rank(1)),
      (.reference(ReferenceType(entity: "task", key: .int)), "16", .int(16)),
      (.reference(ReferenceType(entity: "measure", key: .text)), "8.10", .text("8.10")),
      (.list(.text), "甲; 乙 ;丙", .list([.text("甲"), .text("乙"), .text("丙")])),
      (.list(.int), "11;12", .list([.int(11), .int(12)])),
      (.list(.text), "", .list([])),
      (.list(.text), "  ", .list([])),
      (.list(risk), "低;重大", .list([.rank(0), .rank(2)])),
    ])
  func reads(type: DataType, cell: String, value: Value) throws {
    let table = try readTable(
      Array("c,d\n\"\(cell)\",1\n".utf8), columns: [ColumnDefinition(name: "c", type: type)])
    #expect(try values(table, "c") == [value])
  }

  @Test(
    "cells that do not fit, with their text",
    arguments: [
      (DataType.int, "1.0", "E0430"), (.int, " 1", "E0430"), (.int, "-", "E0430"),
      (.int, "１", "E0430"), (.int, "1,000", "E0430"), (.int, "99999999999999999999x", "E0430"),
      (.int, "9223372036854775808", "E0431"), (.int, "-9223372036854775809", "E0431"),
      (.decimal(scale: 2), "1.", "E0432"), (.decimal(scale: 2), ".5", "E0432"),
      (.decimal(scale: 2), "1e3", "E0432"), (.decimal(scale: 2), "-", "E0432"),
      (.decimal(scale: 2), "1.2.3", "E0432"), (.decimal(scale: 2), "95%", "E0432"),
      (.decimal(scale: 2), "1.250", "E0433"), (.decimal(scale: 0), "1.0", "E0433"),
      (.decimal(scale: 0), "100000000000000000000000000000000000000", "E0434"),
      (.decimal(scale: 18), "99999999999999999999999", "E0434"),
      (.decimal(scale: 18), "170141183460469231731687303715884105728", "E0434"),
      (.float, "nan", "E0435"), (.float, "inf", "E0435"), (.float, "0x1p3", "E0435"),
      (.float, "1e", "E0435"), (.float, ".5", "E0435"), (.float, "1e999", "E0436"),
      (.bool, "TRUE", "E0437"), (.bool, "1", "E0437"),
      (.date, "2024-6-30", "E0438"), (.date, "2024/06/30", "E0438"),
      (.date, "2024-06-30 ", "E0438"), (.date, "20240630", "E0438"),
      (.date, "2024-02-30", "E0439"), (.date, "2023-02-29", "E0439"),
      (.date, "1900-02-29", "E0439"), (.date, "2024-13-01", "E0439"),
      (.date, "2024-00-10", "E0439"), (.date, "2024-04-31", "E0439"),
      (.date, "0000-01-01", "E0439"), (.date, "2024-01-00", "E0439"),
      (risk, "较大", "E0440"), (.list(.text), "a;;b", "E0441"), (.list(.text), "a;", "E0441"),
      (.list(.int), "1;x", "E0430"),
      (.reference(ReferenceType(entity: "t", key: .int)), "x", "E0430"),
    ])
  func refuses(type: DataType, cell: String, code: String) {
    let error = dataError { () throws(DataError) in
      try readTable(
        Array("d,c\n1,\n1,\"\(cell)\"\n".utf8), columns: [ColumnDefinition(name: "c", type: type)])
    }
    #expect(error?.code == code)
    #expect(error?.place == place(row: 3, column: 2, header: "c"))
    if !cell.contains(";") {
      #expect(error?.message.english.contains("'\(cell)'") == true)
      #expect(error?.message.chinese.contains("“\(cell)”") == true)
    }
  }

  @Test func aPeriodStandsInNoCell() {
    let error = dataError { () throws(DataError) in
      try readTable(Array("c\n".utf8), columns: [ColumnDefinition(name: "c", type: .period)])
    }
    #expect(error?.kind == .cell(.unreadableType))
    #expect(error?.place == place(row: 1, column: 1, header: nil))
  }

  @Test func aModelMayGiveItsOwnSpellings() throws {
    let columns = [
      ColumnDefinition(
        name: "ok", type: .bool,
        spellings: [CellSpelling("合格", bool: true), CellSpelling("不合格", bool: false)]),
      ColumnDefinition(name: "l", type: .list(.text), listSeparator: UInt8(ascii: "|")),
    ]
    let table = try readTable(Array("ok,l\n不合格,a|b;c\n合格,\n".utf8), columns: columns)
    #expect(try values(table, "ok") == [.bool(false), .bool(true)])
    #expect(try values(table, "l") == [.list([.text("a"), .text("b;c")]), .list([])])
  }

  @Test func aValueThatIsNoneSuggestsTheNearest() {
    let error = dataError { () throws(DataError) in
      try readTable(
        Array("c\nnormel\n".utf8), columns: [ColumnDefinition(name: "c", type: Self.risk)])
    }
    #expect(error?.suggestions == ["normal"])
    #expect(error?.expected.map(\.chinese) == ["low", "低", "normal", "一般", "grave"])
  }

  @Test func aLongCellIsShortenedInItsMessage() {
    let cell = String(repeating: "重", count: 1000)
    let error = dataError { () throws(DataError) in
      try readTable(
        Array("c\n\(cell)\n".utf8), columns: [ColumnDefinition(name: "c", type: .int)])
    }
    #expect(error?.kind == .cell(.notInteger(cell: String(repeating: "重", count: 20) + "…")))
  }
}
