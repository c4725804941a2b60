import AnwenPlan
import AnwenTypes
import Testing

@Suite("Constant folding")
struct ConstantFoldingTests {
  private typealias S = Sample

  private static func arithmetic(
    _ operation: BoundExpression.Arithmetic, _ left: Int64, _ right: Int64
  ) -> BoundExpression {
    .arithmetic(
      operation, S.int(left), S.int(right), operation == .divide ? .decimal(scale: 6) : .int)
  }

  private static let june30 = BoundExpression.literal(
    .date(CalendarDate(daysSinceEpoch: 19_904)), .date)
  private static let lastDay = BoundExpression.literal(
    .date(.latest), .date)
  private static let mayFail = S.equal(S.add(S.number, S.int(1)), S.int(3))

  private static let folded: [(BoundExpression, String)] = [
    // Arithmetic.
    (arithmetic(.add, 1, 2), "3"), (arithmetic(.divide, 2, 3), "0.666667"),
    (arithmetic(.wholeDivide, -7, 2), "-3"), (arithmetic(.remainder, -7, 2), "-1"),
    (arithmetic(.divide, 1, 0), "missing"), (arithmetic(.wholeDivide, 1, 0), "missing"),
    (arithmetic(.remainder, 1, 0), "missing"),
    (.arithmetic(.add, june30, S.int(1), .date), "2024-07-01"),
    (.arithmetic(.subtract, june30, june30, .int), "0"),
    (S.add(S.number, S.missingInt), "missing"), (.negated(S.int(3)), "-3"),
    (.converted(S.int(3), .decimal(scale: 2)), "3.0"),
    // What does not fit stays, and so does what could hide that.
    (arithmetic(.add, .max, 1), "9223372036854775807 + 1"),
    (arithmetic(.wholeDivide, .min, -1), "-9223372036854775808 div -1"),
    (arithmetic(.remainder, .min, -1), "-9223372036854775808 % -1"),
    (.negated(S.int(.min)), "negated(-9223372036854775808)"),
    (.arithmetic(.add, lastDay, S.int(1), .date), "9999-12-31 + 1"),
    (S.add(S.add(S.number, S.int(1)), S.missingInt), "#number + 1 + missing"),
    // Two-valued logic.
    (S.less(S.int(1), S.int(2)), "true"), (S.equal(S.number, S.missingInt), "false"),
    (.comparison(.notEqual, S.missingInt, S.number), "true"),
    (S.equal(S.missingInt, S.missingInt), "false"),
    (.not(S.less(S.number, S.int(1))), "not #number < 1"),
    (.not(S.equal(S.number, S.int(1))), "#number != 1"),
    (.not(.comparison(.notEqual, S.number, S.int(1))), "#number = 1"),
    (.not(.not(.isMissing(S.due))), "#due is missing"),
    (.not(.not(S.open)), "not not #open"),
    (.not(.literal(.missing, .bool)), "true"),
    (S.equal(S.add(S.number, S.int(1)), S.missingInt), "#number + 1 = missing"),
    // Conjunctions and disjunctions.
    (.and([]), "true"), (.or([]), "false"),
    (.and([S.yes, .isMissing(S.due)]), "#due is missing"), (.and([S.yes, S.open]), "and(#open)"),
    (.and([.isMissing(S.due), S.no]), "false"), (.or([S.open, S.yes]), "true"),
    (.and([.and([S.open, .isMissing(S.due)]), S.open]), "#open and #due is missing and #open"),
    (.and([.literal(.missing, .bool), S.open]), "false"),
    (.and([S.no, mayFail]), "false"), (.and([mayFail, S.no]), "#number + 1 = 3 and false"),
    (.and([mayFail, S.no, S.open]), "#number + 1 = 3 and false"),
    // Others.
    (.isMissing(S.missingInt), "true"), (.isMissing(S.equal(S.number, S.int(1))), "false"),
    (.isIn(S.int(2), values: [.int(1), .int(2)]), "true"), (.isIn(S.number, values: []), "false"),
    (.isIn(S.missingInt, values: [.int(1)]), "false"),
    (.coalesce([S.missingInt, S.number, S.int(1), S.section], .int), "coalesce(#number, 1)"),
    (.coalesce([S.missingInt, S.missingInt], .int), "missing"),
    (
      .ifThenElse(condition: .literal(.missing, .bool), then: S.int(1), otherwise: S.number, .int),
      "#number"
    ),
    (.quantified(.any, list: S.tags, condition: .and([S.yes, S.no])), "any(#tags: false)"),
  ]

  @Test("expressions", arguments: folded)
  func expression(expression: BoundExpression, expected: String) throws {
    let plan = S.project(S.tasks, [("x", expression)])
    let folded = ConstantFolding().rewrite(plan)
    guard case .project(let node) = folded else { throw Unexpected() }
    #expect(ExpressionPrinter(S.tasks.schema).text(node.expressions[0]) == expected)
    try PlanVerifier.check(folded)
  }

  private struct Unexpected: Error {}

  @Test func aFilterThatAlwaysHoldsGoes() {
    let plan = S.filter(S.tasks, S.equal(S.int(1), S.int(1)))
    #expect(ConstantFolding().rewrite(plan) == S.tasks)
  }

  @Test func allNodesAreFolded() {
    let three = S.add(S.int(1), S.int(2))
    let sum = Aggregate(.sum, three, filter: .and([S.yes, S.no]), type: .int)
    let plan = S.groupJoin(
      S.sort(S.lookup(S.tasks, S.measures, three, three), three),
      S.aggregate(S.measures, by: [("k", three)], [("s", sum)]), three, three, [("t", sum)])
    #expect(
      PlanPrinter.text(ConstantFolding().rewrite(plan)) == """
        group join 3 = 3: sum(3 where false) as #t
          sort 3
            lookup 3 = 3
              scan tasks: #number, #title, #section, #due, #open, #tags
              scan measures: #number, #task
          aggregate by 3 as #k: sum(3 where false) as #s
            scan measures: #number, #task

        """)
  }
}
