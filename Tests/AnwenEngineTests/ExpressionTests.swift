import AnwenEngine
import AnwenFunctions
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Expressions")
struct ExpressionTests {
  private static func int(_ value: Int64) -> BoundExpression { .literal(.int(value), .int) }
  private static func text(_ value: String) -> BoundExpression { .literal(.text(value), .text) }
  private static func day(_ text: String) -> BoundExpression { .literal(.day(text), .date) }
  private static func float(_ value: Double) -> BoundExpression { .literal(.float(value), .float) }
  private static let none = BoundExpression.literal(.missing, .int)
  private static let yes = BoundExpression.literal(.bool(true), .bool)
  private static let no = BoundExpression.literal(.bool(false), .bool)

  private static func decimal(_ text: String, _ scale: Int) -> BoundExpression {
    .literal(.number(text), .decimal(scale: scale))
  }

  private static func ints(
    _ operation: BoundExpression.Arithmetic, _ left: Int64, _ right: Int64
  ) -> BoundExpression {
    .arithmetic(
      operation, int(left), int(right), operation == .divide ? .decimal(scale: 6) : .int)
  }

  private static func list(_ values: [Int64?]) -> BoundExpression {
    .literal(.list(values.map { $0.map { .int($0) } ?? .missing }), .list(.int))
  }

  private static let arithmetic: [(BoundExpression, Value)] = [
    (ints(.add, 2, 3), .int(5)), (ints(.wholeDivide, -7, 2), .int(-3)),
    (ints(.remainder, -7, 2), .int(-1)), (ints(.remainder, 7, -2), .int(1)),
    (ints(.divide, 2, 3), .number("0.666667")), (ints(.divide, -1, 2), .number("-0.5")),
    (ints(.divide, .min, -1), .number("9223372036854775808")),
    (ints(.divide, 1, 0), .missing), (ints(.wholeDivide, 1, 0), .missing),
    (ints(.remainder, 1, 0), .missing), (.arithmetic(.add, int(1), none, .int), .missing),
    (
      .arithmetic(.multiply, decimal("1.25", 2), decimal("0.5", 1), .decimal(scale: 3)),
      .number("0.625")
    ),
    (.arithmetic(.divide, decimal("1", 2), int(3), .decimal(scale: 6)), .number("0.333333")),
    (.arithmetic(.wholeDivide, decimal("7.5", 1), int(2), .decimal(scale: 0)), .number("3")),
    (.arithmetic(.divide, decimal("1", 2), decimal("0", 0), .decimal(scale: 6)), .missing),
    (.arithmetic(.divide, float(1), int(4), .float), .float(0.25)),
    (.arithmetic(.divide, float(1), float(0), .float), .missing),
    (.arithmetic(.remainder, float(-7), int(2), .float), .float(-1)),
    (.arithmetic(.subtract, day("2024-03-01"), day("2024-02-28"), .int), .int(2)),
    (.arithmetic(.add, day("2024-12-31"), int(1), .date), .day("2025-01-01")),
    (.arithmetic(.subtract, day("2024-03-01"), int(1), .date), .day("2024-02-29")),
    (.arithmetic(.add, int(-1), day("2024-03-01"), .date), .day("2024-02-29")),
    (.negated(decimal("1.5", 1)), .number("-1.5")), (.negated(none), .missing),
    (.converted(int(3), .decimal(scale: 2)), .number("3")),
    (.converted(decimal("0.1", 2), .float), .float(0.1)),
    (.converted(decimal("0.1", 2), .decimal(scale: 4)), .number("0.1")),
  ]

  private static let conditions: [(BoundExpression, Bool)] = [
    (.comparison(.equal, none, none), false), (.comparison(.notEqual, none, none), true),
    (.comparison(.notEqual, int(1), none), true), (.comparison(.less, int(1), none), false),
    (.not(.comparison(.less, int(1), none)), true),
    (.comparison(.equal, text("é"), text("e\u{301}")), false),
    (.comparison(.less, text("B"), text("a")), true),
    (.comparison(.equal, decimal("1.50", 2), decimal("1.5", 1)), true),
    (.comparison(.greater, int(2), decimal("1.99", 2)), true),
    (.comparison(.equal, list([1, 2]), list([1, 2])), true),
    (.comparison(.equal, list([1, 2]), list([2, 1])), false),
    (.comparison(.equal, list([]), list([])), true),
    (.comparison(.notEqual, list([nil]), list([nil])), false),
    (.not(.literal(.missing, .bool)), true), (.and([]), true), (.or([]), false),
    (.and([yes, .literal(.missing, .bool)]), false),
    (.isMissing(none), true), (.isMissing(list([])), true), (.isMissing(list([nil])), false),
    (.isIn(none, values: [.missing, .int(1)]), false),
    (.isIn(int(1), values: [.int(2), .int(1)]), true),
    (.isIn(decimal("1.5", 2), values: [.number("1.50")]), true),
    (.quantified(.any, list: list([]), condition: yes), false),
    (.quantified(.every, list: list([]), condition: no), true),
    (
      .quantified(
        .any, list: list([1, 5]), condition: .comparison(.greater, .column(0, .int), int(4))),
      true
    ),
    (
      .quantified(
        .every, list: list([1, 5]), condition: .comparison(.greater, .column(0, .int), int(4))),
      false
    ),
    (.quantified(.any, list: list([nil]), condition: .isMissing(.column(0, .int))), true),
  ]

  private static func call(
    _ function: ScalarFunction, _ type: DataType, _ arguments: BoundExpression...
  ) -> BoundExpression {
    .call(function, arguments, type)
  }

  private static let functions: [(BoundExpression, Value)] = [
    // One character each: a family of four joined faces, and e with a combining accent.
    (call(.length, .int, text("👨‍👩‍👧‍👦e\u{301}王")), .int(3)), (call(.length, .int, text("")), .int(0)),
    (call(.lower, .text, text("ÀB王")), .text("àb王")),
    (call(.upper, .text, text("àb")), .text("ÀB")),
    (call(.trim, .text, text(" \u{3000}a b\n")), .text("a b")),
    (call(.trim, .text, text(" \t")), .text("")),
    (call(.contains, .bool, text("消防安全"), text("安全")), .bool(true)),
    (call(.startsWith, .bool, text("消防安全"), text("安全")), .bool(false)),
    (call(.endsWith, .bool, text("消防安全"), text("安全")), .bool(true)),
    (call(.contains, .bool, text("a"), .literal(.missing, .text)), .missing),
    (call(.abs, .int, int(-3)), .int(3)), (call(.abs, .float, float(-0.5)), .float(0.5)),
    (call(.abs, .decimal(scale: 1), decimal("-1.5", 1)), .number("1.5")),
    (call(.floor, .int, decimal("-1.5", 1)), .int(-2)),
    (call(.ceil, .float, float(1.2)), .float(2)),
    (call(.round, .int, decimal("2.5", 1)), .int(3)),
    (call(.round, .int, decimal("-2.5", 1)), .int(-3)),
    (call(.round, .float, float(-2.5)), .float(-3)), (call(.round, .float, float(2.5)), .float(3)),
    (call(.round, .decimal(scale: 3), decimal("1.005", 3), int(2)), .number("1.01")),
    (call(.round, .int, int(1250), int(-2)), .int(1300)), (call(.round, .int, none), .missing),
    (call(.round, .float, float(2.5), int(400)), .float(2.5)),
    (call(.round, .float, float(125), int(-1)), .float(130)),
    (call(.elementCount, .int, list([1, nil])), .int(2)),
    (call(.elementCount, .int, list([])), .int(0)),
    (call(.week, .period, day("2024-12-31")), .period("2024-12-30", "2025-01-05", .week)),
    (call(.month, .period, day("2024-02-29")), .period("2024-02-01", "2024-02-29", .month)),
    // The calendar's last week, of which two days lie outside.
    (call(.week, .period, day("9999-12-31")), .period("9999-12-27", "9999-12-31", .week)),
    (call(.quarter, .period, day("2024-12-31")), .period("2024-10-01", "2024-12-31", .quarter)),
    (call(.half, .period, day("2024-06-30")), .period("2024-01-01", "2024-06-30", .half)),
    (call(.half, .period, day("2024-07-01")), .period("2024-07-01", "2024-12-31", .half)),
    (call(.year, .period, day("2024-07-01")), .period("2024-01-01", "2024-12-31", .year)),
    (call(.monthNumber, .int, day("2024-07-01")), .int(7)),
    (call(.quarterNumber, .int, day("2024-07-01")), .int(3)),
    (call(.yearNumber, .int, day("2024-07-01")), .int(2024)),
    (call(.day, .int, day("2024-07-01")), .int(1)),
    (call(.addMonths, .date, day("2024-01-31"), int(1)), .day("2024-02-29")),
    (call(.addMonths, .date, day("2024-02-29"), int(-12)), .day("2023-02-28")),
    (call(.addMonths, .date, .literal(.missing, .date), int(1)), .missing),
    (call(.start, .date, call(.month, .period, day("2024-02-29"))), .day("2024-02-01")),
    (call(.end, .date, call(.month, .period, day("2024-02-01"))), .day("2024-02-29")),
    (
      call(.isWithin, .bool, day("2024-02-29"), call(.month, .period, day("2024-02-01"))),
      .bool(true)
    ),
    (call(.month, .period, .literal(.missing, .date)), .missing),
    (
      call(
        .elementCount, .int,
        call(
          .periodsThrough, .list(.period), call(.month, .period, day("2023-11-30")),
          call(.month, .period, day("2024-02-01")))), .int(4)
    ),
    (
      call(
        .periodsThrough, .list(.period), call(.month, .period, day("2024-02-01")),
        call(.month, .period, .literal(.missing, .date))), .list([])
    ),
  ]

  private static let large = ints(.add, .max, 1)

  private static let choices: [(BoundExpression, Value)] = [
    (.coalesce([none, int(2), large], .int), .int(2)), (.coalesce([none, none], .int), .missing),
    (.coalesce([list([]), list([1])], .list(.int)), .list([.int(1)])),
    (.coalesce([list([]), list([])], .list(.int)), .list([])),
    (.ifThenElse(condition: yes, then: int(1), otherwise: large, .int), .int(1)),
    (
      .ifThenElse(condition: .literal(.missing, .bool), then: large, otherwise: int(2), .int),
      .int(2)
    ),
    (.and([no, .comparison(.equal, large, int(1))]), .bool(false)),
    (.or([yes, .comparison(.equal, large, int(1))]), .bool(true)),
  ]

  private static let values =
    arithmetic + conditions.map { ($0, Value.bool($1)) } + functions + choices

  @Test("values", arguments: values)
  func value(expression: BoundExpression, expected: Value) throws {
    let plan = project([expression], TestTable(name: "one", fields: [("n", .int)], rows: []).scan)
    try PlanVerifier.check(plan)
    #expect(try AnwenEngineTests.value(of: expression) == expected)
  }

  private static let nines = String(repeating: "9", count: 38)

  private static let overflows: [(BoundExpression, String)] = [
    (ints(.add, .max, 1), "addition overflows: 9223372036854775807 + 1"),
    (ints(.subtract, .min, 1), "subtraction overflows: -9223372036854775808 - 1"),
    (ints(.multiply, .max, 2), "multiplication overflows: 9223372036854775807 * 2"),
    (ints(.wholeDivide, .min, -1), "whole division (div) overflows: -9223372036854775808 div -1"),
    (ints(.remainder, .min, -1), "remainder (%) overflows: -9223372036854775808 % -1"),
    (.negated(int(.min)), "negation overflows: --9223372036854775808"),
    (call(.abs, .int, int(.min)), "absolute value (abs) overflows: abs -9223372036854775808"),
    (
      .arithmetic(.add, decimal(nines, 0), int(1), .decimal(scale: 0)),
      "addition overflows: \(nines) + 1"
    ),
    (.converted(decimal(nines, 0), .decimal(scale: 1)), "conversion overflows: \(nines)"),
    (call(.round, .int, decimal(nines, 0)), "rounding overflows: \(nines)"),
    (
      .arithmetic(.multiply, float(1e300), float(1e300), .float),
      "multiplication overflows: 1e+300 * 1e+300"
    ),
    (.arithmetic(.add, day("9999-12-31"), int(1), .date), "addition overflows: 9999-12-31 + 1"),
    (
      .arithmetic(.subtract, day("2024-01-01"), int(.min), .date),
      "subtraction overflows: 2024-01-01 - -9223372036854775808"
    ),
  ]

  @Test("what does not fit is an error", arguments: overflows)
  func overflow(expression: BoundExpression, message: String) throws {
    let error = #expect(throws: EngineError.self) {
      try AnwenEngineTests.value(of: expression)
    }
    #expect(try #require(error).message.english == message)
    #expect(try #require(error).code == "E0310")
  }

  @Test func aMissingSlotDoesNotOverflow() throws {
    let table = TestTable(
      name: "t", fields: [("a", .int), ("b", .int)],
      rows: [[.int(.max), .missing], [.int(1), .int(1)]])
    let sum = BoundExpression.arithmetic(.add, table.column("a"), table.column("b"), .int)
    #expect(try run(project([sum], table.scan), [table]) == [[.missing], [.int(2)]])
  }

  @Test func deepExpressionsAreComputed() throws {
    var number = Self.none
    var condition = Self.yes
    for _ in 0..<999 {
      number = .coalesce([number, Self.int(1)], .int)
      condition = .not(condition)
    }
    #expect(try AnwenEngineTests.value(of: number) == .int(1))
    #expect(try AnwenEngineTests.value(of: condition) == .bool(false))
  }

  @Test func flatListsOfThousandsAreComputed() throws {
    let terms = (0..<2000).map {
      BoundExpression.comparison(.equal, .column(0, .int), Self.int($0))
    }
    let table = TestTable(
      name: "t", fields: [("n", .int)], rows: [[.int(-1)], [.int(1999)], [.missing]])
    let isIn = BoundExpression.isIn(.column(0, .int), values: (0..<10_000).map { .int($0) })
    #expect(
      try run(project([.or(terms), isIn], table.scan), [table])
        == [
          [.bool(false), .bool(false)], [.bool(true), .bool(true)], [.bool(false), .bool(false)],
        ])
  }
}
