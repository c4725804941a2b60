import AnwenFunctions
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Common subexpressions")
struct CommonSubexpressionsTests {
  private typealias S = Sample

  private let month = BoundExpression.call(.month, [S.due], .period)
  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"
  private let passed = "#number, #title, #section, #due, #open, #tags"

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try CommonSubexpressions().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  private func unchanged(
    _ plan: LogicalPlan, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(plan, String(PlanPrinter.text(plan).dropLast()), sourceLocation: sourceLocation)
  }

  @Test func anExpressionOfTwoColumnsIsComputedOnce() throws {
    try expect(
      S.project(S.tasks, [("a", month), ("b", .isMissing(month))]),
      """
      project #shared_1 as #a, #shared_1 is missing as #b
        project \(passed), month(#due) as #shared_1
          \(scanLine)
      """)
  }

  @Test func theLargestPartIsShared() throws {
    let missing = BoundExpression.isMissing(month)
    try expect(
      S.project(S.tasks, [("a", missing), ("b", .not(missing))]),
      """
      project #shared_1 as #a, not #shared_1 as #b
        project \(passed), month(#due) is missing as #shared_1
          \(scanLine)
      """)
  }

  @Test func aggregatesShareWithKeys() throws {
    try expect(
      S.aggregate(
        S.tasks, by: [("m", month)], [("n", Aggregate(.countDistinct, month, type: .int))]),
      """
      aggregate by #shared_1 as #m: countDistinct(#shared_1) as #n
        project \(passed), month(#due) as #shared_1
          \(scanLine)
      """)
  }

  @Test func whatIsOnlyLookedAtInSomeRowsIsNotShared() throws {
    let late = BoundExpression.and([S.open, .isMissing(month)])
    try unchanged(
      S.project(S.tasks, [("a", late), ("b", .and([S.open, .not(.isMissing(month))]))]))
  }

  @Test func whatCanFailIsNotShared() throws {
    let next = S.add(S.number, S.int(1))
    try unchanged(S.project(S.tasks, [("a", next), ("b", next)]))
  }

  @Test func columnsAndLiteralsAreNoParts() throws {
    try unchanged(
      S.project(S.tasks, [("a", S.equal(S.number, S.int(1))), ("b", S.equal(S.number, S.int(2)))]))
  }
}
