import AnwenColumns
import AnwenTypes
import Testing

@Suite("Kernels")
struct KernelTests {
  private static let risk = DataType.enumeration(
    EnumerationType(
      name: "risk",
      cases: ["低", "一般"].map { .init(name: $0, label: .init(english: $0, chinese: $0)) }))

  private func column(_ values: [Value], _ type: DataType) -> Column {
    Column(values, type: type)
  }

  private func values(_ column: Column) -> [Value] { (0..<column.rowCount).map { column[$0] } }

  private func number(_ text: String) -> Value {
    .decimal(DecimalNumber(text) ?? DecimalNumber(0))
  }

  @Test func rowsAreTakenSlicedAndJoined() throws {
    let samples: [([Value], DataType)] = [
      ([.int(1), .missing, .int(3)], .int), ([.bool(true), .missing, .bool(false)], .bool),
      ([.text("a"), .text("b"), .missing], .text), ([.missing, .float(1.5), .float(-2)], .float),
      ([.list([.int(1), .int(2)]), .list([]), .list([.missing])], .list(.int)),
      ([.rank(1), .rank(0), .missing], Self.risk),
    ]
    for (sample, type) in samples {
      let column = column(sample, type)
      #expect(values(column) == sample)
      #expect(values(try column.taking([2, 0, 2])) == [sample[2], sample[0], sample[2]])
      let none: Value = type.isList ? .list([]) : .missing
      #expect(values(try column.takingOrMissing([-1, 1])) == [none, sample[1]])
      #expect(values(column.slice(1..<3)) == Array(sample[1...]))
      let joined = try Column.concatenating(
        [column.slice(1..<3), column.slice(0..<0), column], type: type)
      #expect(values(joined) == sample[1...] + sample)
    }
  }

  @Test func missingComesLastInBothDirectionsAndEqualRowsKeepTheirOrder() throws {
    let keys = column([.int(2), .missing, .int(1), .int(2), .missing, .int(1)], .int)
    var ascending = RowOrdering(rowCount: 6)
    ascending.refine(by: keys, isDescending: false)
    #expect(ascending.sortedRows == [2, 5, 0, 3, 1, 4])
    var descending = RowOrdering(rowCount: 6)
    descending.refine(by: keys, isDescending: true)
    #expect(descending.sortedRows == [0, 3, 2, 5, 1, 4])
    let second = column(
      [.text("b"), .text("b"), .text("b"), .text("a"), .text("a"), .text("a")], .text)
    ascending.refine(by: second, isDescending: false)
    #expect(ascending.sortedRows == [5, 2, 3, 0, 4, 1])
  }

  @Test func eachTypeOrders() throws {
    let day = CalendarDate(daysSinceEpoch: 1)
    let ordered: [([Value], DataType)] = [
      ([.int(.min), .int(-1), .int(0), .int(.max)], .int), ([.bool(false), .bool(true)], .bool),
      ([.float(-.greatestFiniteMagnitude), .float(-1), .float(0), .float(1e-300)], .float),
      // By bytes: B, a, z, é (c3), e + accent would be e first.
      (
        [
          .text(""), .text("B"), .text("a"), .text("e\u{301}"), .text("z"), .text("\u{e9}"),
          .text("张"), .text("𠀀"),
        ], .text
      ),
      (
        [
          number("-99999999999999999999999999999999999999"), number("-1"), number("0"),
          number("99999999999999999999999999999999999999"),
        ], .decimal(scale: 0)
      ),
      (
        [
          .period(Period(start: nil, last: nil, granularity: .range)),
          .period(Period(start: day, last: day, granularity: .day)),
          .period(Period(start: day, last: nil, granularity: .range)),
        ], .period
      ),
      (
        [.list([.int(1)]), .list([.int(1), .int(0)]), .list([.int(2)]), .list([.missing])],
        .list(.int)
      ),
    ]
    for (sample, type) in ordered {
      let rows = Array(sample.indices.reversed())
      let column = column(rows.map { sample[$0] }, type)
      var ordering = RowOrdering(rowCount: sample.count)
      ordering.refine(by: column, isDescending: false)
      #expect(ordering.sortedRows == rows.map { Int32($0) })
    }
  }

  @Test func aColumnAscendsWhereEachValueStandsBehindTheOneBefore() {
    let day = CalendarDate(year: 2024, month: 2, day: 29).map(Value.date) ?? .missing
    let nextDay = CalendarDate(year: 2024, month: 3, day: 1).map(Value.date) ?? .missing
    let samples: [([Value], DataType, Bool)] = [
      ([], .int, true), ([.int(7)], .int, true), ([.int(-1), .int(2)], .int, true),
      ([.int(2), .int(2)], .int, false), ([.int(2), .int(1)], .int, false),
      // By bytes: 8.10 stands before 8.2, and a text behind its beginning.
      ([.text("8.1"), .text("8.10"), .text("8.2")], .text, true),
      ([.text("8.2"), .text("8.10")], .text, false), ([.text("a"), .text("a")], .text, false),
      ([.text("z"), .text("一")], .text, true), ([.text("一"), .text("z")], .text, false),
      ([day, nextDay], .date, true), ([nextDay, day], .date, false),
      ([.rank(0), .rank(1)], Self.risk, true), ([.rank(1), .rank(0)], Self.risk, false),
      ([number("1.5"), number("2.5")], .decimal(scale: 1), true),
      ([number("2.5"), number("1.5")], .decimal(scale: 1), false),
    ]
    for (values, type, ascends) in samples {
      #expect(column(values, type).isStrictlyAscending == ascends, "\(values)")
    }
  }

  @Test func keysAreNumberedAsTheyCome() throws {
    var interner = KeyInterner()
    let first = column([.text("b"), .text("a"), .missing, .text("b")], .text)
    #expect(interner.numbers(addingValuesOf: first) == [0, 1, -1, 0])
    let second = column([.text("c"), .text("a"), .text("e\u{301}"), .text("\u{e9}")], .text)
    #expect(interner.knownNumbers(of: second) == [-1, 1, -1, -1])
    #expect(interner.numbers(addingValuesOf: second) == [2, 1, 3, 4])
    #expect(interner.knownNumbers(of: second) == [2, 1, 3, 4])
  }

  @Test func equalKeysHaveOneNumber() throws {
    var floats = KeyInterner()
    #expect(
      floats.numbers(addingValuesOf: column([.float(0), .float(-0.0)], .float)) == [0, 0])
    let day = CalendarDate(daysSinceEpoch: 1)
    let periods: [Value] = [
      .period(Period(start: day, last: day, granularity: .day)),
      .period(Period(start: day, last: day, granularity: .range)),
      .period(Period(start: day, last: nil, granularity: .range)),
    ]
    var interner = KeyInterner()
    #expect(interner.numbers(addingValuesOf: column(periods, .period)) == [0, 0, 1])
    var lists = KeyInterner()
    let sample: [Value] = [
      .list([.int(1), .int(2)]), .list([.int(2), .int(1)]), .list([]), .list([.missing]),
      .list([.int(1), .int(2)]),
    ]
    #expect(lists.numbers(addingValuesOf: column(sample, .list(.int))) == [0, 1, -1, 2, 0])
    let others = column([.list([.int(9)]), .list([.int(2), .int(1)])], .list(.int))
    #expect(lists.knownNumbers(of: others) == [-1, 1])
  }

  @Test func rowsAreGroupedByEachCombination() throws {
    var grouper = RowGrouper(keyCount: 2)
    let a = column([.int(1), .int(1), .missing, .int(1)], .int)
    let b = column([.text("x"), .missing, .text("x"), .text("x")], .text)
    var (groups, newRows) = grouper.groups(of: [a, b])
    #expect(groups == [0, 1, 2, 0])
    #expect(newRows == [0, 1, 2])
    (groups, newRows) = grouper.groups(of: [a.slice(1..<3), b.slice(2..<4)])
    #expect(groups == [0, 2])
    #expect(newRows.isEmpty)
    #expect(grouper.groupCount == 3)
  }

  @Test(
    "texts are found",
    arguments: [
      ("消防安全检查", "安全", true, false, false), ("aabaab", "aaba", true, true, false),
      ("aabaabaaa", "aabaaa", true, false, true), ("aaa", "", true, true, true),
      ("", "a", false, false, false), ("abc", "abcd", false, false, false),
      ("ababab", "abb", false, false, false), ("e\u{301}", "e", true, true, false),
    ])
  func found(text: String, sought: String, occurs: Bool, begins: Bool, ends: Bool) {
    let pattern = TextPattern(TextValue(sought))
    #expect(pattern.occurs(in: TextValue(text)) == occurs)
    #expect(pattern.begins(TextValue(text)) == begins)
    #expect(pattern.ends(TextValue(text)) == ends)
  }

  @Test func numbersOfDifferentTypesCompare() throws {
    let ints = column([.int(1), .int(2), .missing], .int)
    let decimals = column([number("1.0"), number("1.5"), number("1")], .decimal(scale: 1))
    let floats = column([.float(1), .float(2.5), .float(0)], .float)
    #expect(try ColumnComparison.flags(.equal, ints, decimals) == [true, false, false])
    #expect(try ColumnComparison.flags(.less, decimals, ints) == [false, true, false])
    #expect(try ColumnComparison.flags(.lessOrEqual, ints, floats) == [true, true, false])
    #expect(try ColumnComparison.flags(.less, decimals, floats) == [false, true, false])
  }
}
