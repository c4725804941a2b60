import AnwenFunctions
import AnwenPlan
import AnwenTypes
import Testing

/// Rows that meet on a condition, and rows that read those at hand.
@Suite("Passes over joins")
struct JoinTests {
  private typealias S = Sample

  /// Of the pairs of a task and a measure.
  private let meets = S.equal(S.number, .column(7, .int))
  private let isFour = S.equal(S.section, S.int(4))
  private let isFirst = S.equal(.column(6, .text), S.text("1.1"))

  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"

  private func join(
    _ kind: LogicalPlan.Join.Kind, _ condition: BoundExpression
  ) -> LogicalPlan {
    .join(LogicalPlan.Join(kind, left: S.tasks, right: S.measures, condition: condition))
  }

  private func expect(
    _ pass: some OptimizerPass, _ plan: LogicalPlan, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rewritten = pass.rewrite(plan)
    #expect(PlanPrinter.text(rewritten) == expected + "\n", sourceLocation: sourceLocation)
    #expect(rewritten.schema == plan.schema, sourceLocation: sourceLocation)
    try PlanVerifier.check(rewritten)
  }

  @Test func whatOneSideSaysIsAskedThereAndTheRestOfThePairs() throws {
    let later = S.less(.column(7, .int), S.section)
    try expect(
      FilterPushdown(), S.filter(join(.inner, S.yes), .and([meets, isFour, isFirst, later])),
      """
      inner join #number[0] = #task and #task < #section
        filter #section = 4
          \(scanLine)
        filter #number = "1.1"
          scan measures: #number, #task
      """)
    try expect(
      FilterPushdown(), S.filter(join(.semi, .and([meets, isFirst])), isFour),
      """
      semi join #number[0] = #task
        filter #section = 4
          \(scanLine)
        filter #number = "1.1"
          scan measures: #number, #task
      """)
  }

  @Test func anOuterJoinKeepsTheRowsThatMeetNone() throws {
    try expect(
      FilterPushdown(), S.filter(join(.left, .and([meets, isFour, isFirst])), isFirst),
      """
      filter #number[6] = "1.1"
        left join #number[0] = #task and #section = 4
          \(scanLine)
          filter #number = "1.1"
            scan measures: #number, #task
      """)
    let plan = join(.anti, .and([meets, isFour]))
    #expect(FilterPushdown().rewrite(plan) == plan)
  }

  @Test func whatCanFailSeesTheRowsThatItSaw() throws {
    let failing = S.equal(S.add(S.section, S.int(1)), S.int(5))
    try expect(
      FilterPushdown(), S.filter(join(.inner, meets), .and([isFirst, failing, isFour])),
      """
      inner join #number[0] = #task and #section + 1 = 5 and #section = 4
        \(scanLine)
        filter #number = "1.1"
          scan measures: #number, #task
      """)
  }

  @Test func equalitiesAreKeys() {
    let shares = BoundExpression.call(.sharesElement, [S.tags, .column(6, .text)], .bool)
    let node = LogicalPlan.Join(
      .inner, left: S.tasks, right: S.measures,
      condition: .and([S.equal(.column(7, .int), S.number), shares, isFour]))
    #expect(node.terms.keys == [JoinTerms.Key(left: S.number, right: .column(1, .int))])
    #expect(node.terms.sharedKeys == [JoinTerms.Key(left: S.tags, right: .column(0, .text))])
    #expect(node.terms.rest == [isFour])
  }

  /// How many measures each task has whose number is less than its section.
  private func correlation(over input: LogicalPlan) -> LogicalPlan {
    let rows = LogicalPlan.rowsAtHand(
      LogicalPlan.RowsAtHand(columns: Array(0..<6), of: input.schema))
    let pairs = LogicalPlan.join(
      LogicalPlan.Join(
        .inner, left: rows, right: S.measures,
        condition: S.less(.column(8, .int), S.section)))
    return .correlation(
      LogicalPlan.Correlation(
        input: input, many: pairs, number: .column(6, .int), aggregates: [S.count],
        fields: [S.field("n", .int)]))
  }

  @Test func theRowsAtHandAreReadAsFarAsNeeded() throws {
    let plan = S.project(correlation(over: S.tasks), [("n", .column(6, .int))])
    try expect(
      ProjectionPruning(), plan,
      """
      project #n
        correlate by #row: count() as #n
          scan tasks: #section
          inner join #task < #section
            rows at hand: #section from 0
            scan measures: #task
      """)
    let unread = S.project(correlation(over: S.tasks), [("t", S.title)])
    try expect(
      ProjectionPruning(), unread,
      """
      project #title as #t
        scan tasks: #title
      """)
  }

  @Test func conditionsAndSlicesPassACorrelation() throws {
    try expect(
      FilterPushdown(), S.filter(correlation(over: S.tasks), isFour),
      PlanPrinter.text(correlation(over: S.filter(S.tasks, isFour))).trimmed)
    try expect(
      SlicePushdown(), S.slice(correlation(over: S.tasks), count: 3),
      PlanPrinter.text(correlation(over: S.slice(S.tasks, count: 3))).trimmed)
  }
}

extension String {
  fileprivate var trimmed: String { String(dropLast()) }
}
