import AnwenColumns
import AnwenTypes
import Testing

@Suite("Column builder")
struct ColumnBuilderTests {
  private static let risk = DataType.enumeration(
    EnumerationType(
      name: "risk",
      cases: ["低", "一般"].map { .init(name: $0, label: .init(english: $0, chinese: $0)) }))

  @Test(
    "every storage gives back its values",
    arguments: [
      (DataType.bool, [Value.bool(true), .missing, .bool(false)]),
      (.int, [.int(.max), .int(.min), .missing]),
      (.decimal(scale: 2), [.decimal(DecimalNumber(unscaled: 150, scale: 2)), .missing]),
      (.float, [.missing, .float(0.25)]),
      (.text, [.text("甲"), .text(""), .missing, .text("甲")]),
      (.date, [.date(CalendarDate(daysSinceEpoch: 19_723)), .missing]),
      (.period, [.missing, .period(Period(start: nil, last: nil, granularity: .range))]),
      (.reference(ReferenceType(entity: "task", key: .int)), [.int(7), .missing]),
      (.reference(ReferenceType(entity: "leader", key: .text)), [.missing, .text("王小明")]),
      (risk, [.rank(1), .rank(0), .missing]),
      (.list(.text), [.list([.text("a"), .text("b")]), .list([]), .list([.text("a")])]),
      (.list(.list(.int)), [.list([.list([.int(1)]), .list([])]), .list([])]),
    ])
  func roundTrip(type: DataType, values: [Value]) throws {
    var builder = ColumnBuilder(type: type)
    for value in values { try builder.append(value) }
    let column = builder.build()
    #expect(column.type == type)
    #expect(column.rowCount == values.count)
    #expect((0..<values.count).map { column[$0] } == values)
  }

  @Test("validity is kept at the edges of words", arguments: [0, 1, 63, 64, 65])
  func sizes(rowCount: Int) {
    var builder = ColumnBuilder(type: .int)
    for row in 0..<rowCount {
      if row == rowCount - 1 { builder.appendMissing() } else { builder.append(int: Int64(row)) }
    }
    let column = builder.build()
    #expect(column.rowCount == rowCount)
    #expect((column.validity == nil) == (rowCount == 0))
    for row in 0..<rowCount {
      #expect(column[row] == (row == rowCount - 1 ? .missing : .int(Int64(row))))
    }
  }

  @Test func aColumnWithoutMissingRowsHasNoMask() {
    var builder = ColumnBuilder(type: .bool)
    builder.append(bool: true)
    #expect(builder.build().validity == nil)
  }

  @Test func aMissingListIsTheEmptyList() throws {
    var builder = ColumnBuilder(type: .list(.int))
    try builder.append(.missing)
    let column = builder.build()
    #expect(column.validity == nil)
    #expect(column[0] == .list([]))
  }

  @Test func aCodeOfAMissingRowHasAText() {
    var builder = ColumnBuilder(type: .text)
    builder.appendMissing()
    guard case .codes(let codes, let dictionary) = builder.build().storage else {
      Issue.record("text is stored as codes")
      return
    }
    #expect(dictionary.texts.indices.contains(Int(codes[0])))
  }

  @Test func textsAreEqualByBytes() {
    var builder = ColumnBuilder(type: .text)
    for text in ["\u{e9}", "e\u{301}", "\u{e9}", ""] { builder.append(text: TextValue(text)) }
    guard case .codes(let codes, let dictionary) = builder.build().storage else {
      Issue.record("text is stored as codes")
      return
    }
    #expect(codes == [0, 1, 0, 2])
    #expect(
      dictionary.texts.map { Array($0.string.utf8) } == [[0xc3, 0xa9], [0x65, 0xcc, 0x81], []])
  }

  @Test(
    "a value that does not fit is refused",
    arguments: [
      (DataType.int, Value.text("1")),
      (.decimal(scale: 1), .decimal(DecimalNumber(unscaled: 125, scale: 2))),
      (.decimal(scale: 18), .decimal(DecimalNumber(unscaled: .max, scale: 0))),
      (.reference(ReferenceType(entity: "task", key: .int)), .text("7")),
      (risk, .rank(2)),
      (.list(.int), .list([.int(1), .bool(true)])),
    ])
  func mismatch(type: DataType, value: Value) {
    var builder = ColumnBuilder(type: type)
    #expect(throws: ValueMismatch.self) { try builder.append(value) }
  }

  @Test func aDecimalIsBroughtToTheColumnsScale() throws {
    var builder = ColumnBuilder(type: .decimal(scale: 3))
    try builder.append(.decimal(DecimalNumber(unscaled: 15, scale: 1)))
    guard case .decimals(let values) = builder.build().storage else {
      Issue.record("a decimal is stored unscaled")
      return
    }
    #expect(values == [1500])
  }
}
