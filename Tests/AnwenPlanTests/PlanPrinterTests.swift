import AnwenFunctions
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Plan printer")
struct PlanPrinterTests {
  private typealias S = Sample

  @Test func everyNode() {
    let open = Aggregate(.count, filter: .column(4, .bool), type: .int)
    let largest = Aggregate(.max, S.number, type: .int)
    let measured = S.groupJoin(
      S.expand(S.lookup(S.tasks, S.measures, S.number, .column(1, .int)), 5), S.measures,
      S.number, .column(1, .int), [("measures", S.count)])
    let plan = S.slice(
      S.sort(
        S.aggregate(
          S.project(
            S.filter(measured, S.equal(S.section, S.int(4))),
            [
              ("number", .column(0, .int)), ("name", S.title), ("twice", S.add(S.number, S.number)),
              ("due", S.due), ("open", S.open),
            ]),
          by: [("due", S.due), ("name", S.title)], [("left", open), ("most", largest)]),
        .column(2, .int), isDescending: true),
      offset: 20, count: 10)
    #expect(
      PlanPrinter.text(plan) == """
        slice 10 after 20
          sort #left descending
            aggregate by #due, #name: count(where #open) as #left, max(#number) as #most
              project #number[0] as #number, #title as #name, #number[0] + #number[0] as #twice, #due, #open
                filter #section = 4
                  group join #number[0] = #task: count() as #measures
                    expand #tags
                      lookup #number = #task
                        scan tasks: #number, #title, #section, #due, #open, #tags
                        scan measures: #number, #task
                    scan measures: #number, #task

        """)
  }

  @Test func namesAndSlices() {
    let fields = Schema([S.field("a b", .int), S.field("编号", .text)])
    let plan = S.slice(
      .scan(LogicalPlan.Scan(table: "t`x", columns: ["a", "编号"], schema: fields)), offset: 3,
      count: nil)
    #expect(
      PlanPrinter.text(plan) == """
        slice all after 3
          scan `t\\`x`: a as #`a b`, #编号

        """)
  }

  private static let printed: [(BoundExpression, String)] = [
    (
      .and([.or([S.open, S.yes]), .not(S.equal(S.number, S.int(1)))]),
      "(#open or true) and not #number = 1"
    ),
    (.or([.and([S.open, S.no]), S.open]), "#open and false or #open"),
    (.not(.and([S.open, S.no])), "not (#open and false)"),
    (.and([]), "and()"), (.or([S.open]), "or(#open)"),
    (
      .arithmetic(.subtract, S.number, .arithmetic(.subtract, S.number, S.section, .int), .int),
      "#number - (#number - #section)"
    ),
    (
      .arithmetic(.subtract, .arithmetic(.subtract, S.number, S.section, .int), S.int(-1), .int),
      "#number - #section - -1"
    ),
    (.arithmetic(.multiply, S.add(S.number, S.int(1)), S.int(2), .int), "(#number + 1) * 2"),
    (
      .arithmetic(.wholeDivide, S.number, .arithmetic(.remainder, S.section, S.int(2), .int), .int),
      "#number div (#section % 2)"
    ),
    (.comparison(.greaterOrEqual, S.add(S.number, S.int(1)), S.section), "#number + 1 >= #section"),
    (S.equal(S.equal(S.number, S.int(1)), S.open), "(#number = 1) = #open"),
    (.isMissing(S.due), "#due is missing"),
    (.isIn(S.title, values: [.text("a"), .text("b")]), "#title in (\"a\", \"b\")"),
    (
      .quantified(.any, list: S.tags, condition: S.equal(.column(0, .text), S.text("x"))),
      "any(#tags: #element = \"x\")"
    ),
    (.negated(S.number), "negated(#number)"),
    (.coalesce([S.number, S.int(0)], .int), "coalesce(#number, 0)"),
    (
      .ifThenElse(condition: S.open, then: S.number, otherwise: S.missingInt, .int),
      "if(#open, #number, missing)"
    ),
    (.call(.startsWith, [S.title, S.text("王")], .bool), "startsWith(#title, \"王\")"),
    (.converted(S.number, .decimal(scale: 2)), "decimal[2](#number)"),
  ]

  @Test("expressions", arguments: printed)
  func expression(expression: BoundExpression, expected: String) {
    #expect(ExpressionPrinter(S.tasks.schema).text(expression) == expected)
  }

  private static let day = CalendarDate(daysSinceEpoch: 19_904)

  private static let literals: [(Value, DataType, String)] = [
    (.missing, .text, "missing"), (.bool(true), .bool, "true"), (.int(-2), .int, "-2"),
    (.decimal(DecimalNumber(unscaled: 200, scale: 2)), .decimal(scale: 2), "2.0"),
    (.decimal(DecimalNumber(unscaled: -5, scale: 2)), .decimal(scale: 2), "-0.05"),
    (.float(2), .float, "2.0f"), (.text("2"), .text, "\"2\""),
    (.text("a\"b\\c\nd\u{1b}[\u{202e}"), .text, "\"a\\\"b\\\\c\\nd\\u{1b}[\\u{202e}\""),
    (.date(day), .date, "2024-06-30"),
    (
      .period(
        Period(
          start: CalendarDate(daysSinceEpoch: 19_875), last: day,
          granularity: .month)), .period, "month[2024-06-01..2024-06-30]"
    ),
    (
      .period(Period(start: nil, last: day, granularity: .range)), .period,
      "range[..2024-06-30]"
    ),
    (.rank(1), .enumeration(S.risk), "risk.major"),
    (.list([.int(1), .missing]), .list(.int), "[1, missing]"),
  ]

  @Test("literals", arguments: literals)
  func literal(value: Value, type: DataType, expected: String) {
    #expect(LiteralText.text(value, type) == expected)
  }
}
