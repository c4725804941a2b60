import AnwenPlan
import AnwenTypes
import Testing

@Suite("Group join fusion")
struct GroupJoinFusionTests {
  private typealias S = Sample

  private let isFirst = S.equal(.column(0, .text), S.text("1.1"))
  private let isLate = S.equal(.column(0, .text), S.text("9.9"))
  private let task = BoundExpression.column(1, .int)
  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try GroupJoinFusion().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  private func count(
    _ input: LogicalPlan, _ many: LogicalPlan, _ name: String
  ) -> LogicalPlan {
    S.groupJoin(input, many, S.number, task, [(name, S.count)])
  }

  @Test func twoCountsOfOneRelation() throws {
    try expect(
      count(count(S.tasks, S.measures, "a"), S.filter(S.measures, isFirst), "b"),
      """
      group join #number = #task: count() as #a, count(where #number = "1.1") as #b
        \(scanLine)
        scan measures: #number, #task
      """)
  }

  @Test func whatBothAskStaysBelow() throws {
    let late = S.filter(S.measures, isLate)
    try expect(
      count(count(S.tasks, late, "a"), S.filter(S.measures, .and([isLate, isFirst])), "b"),
      """
      group join #number = #task: count() as #a, count(where #number = "1.1") as #b
        \(scanLine)
        filter #number = "9.9"
          scan measures: #number, #task
      """)
  }

  @Test func throughTheProjectionAndTheFilterBetween() throws {
    let first = count(S.tasks, S.measures, "a")
    let derived = S.project(
      first, [("number", S.number), ("none", S.equal(.column(6, .int), S.int(0)))])
    let kept = S.filter(derived, .column(1, .bool))
    try expect(
      count(kept, S.filter(S.measures, isFirst), "b"),
      """
      filter #none
        project #number, #a = 0 as #none, #b
          group join #number = #task: count() as #a, count(where #number = "1.1") as #b
            \(scanLine)
            scan measures: #number, #task
      """)
  }

  @Test func theSideWithMoreColumnsServesBoth() throws {
    let looked = S.lookup(S.measures, S.tasks, task, .column(0, .int))
    let ofFour = S.filter(looked, S.equal(.column(4, .int), S.int(4)))
    try expect(
      count(count(S.tasks, S.measures, "a"), ofFour, "b"),
      """
      group join #number = #task: count() as #a, count(where #section = 4) as #b
        \(scanLine)
        lookup #task = #number
          scan measures: #number, #task
          \(scanLine)
      """)
  }

  @Test func otherRelationsAndKeysStayApart() throws {
    let plan = S.groupJoin(
      count(S.tasks, S.measures, "a"), S.measures, S.section, task, [("b", S.count)])
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func whatCanFailKeepsItsPlace() throws {
    let failing = S.equal(S.add(task, S.int(1)), S.int(3))
    let plan = count(count(S.tasks, S.measures, "a"), S.filter(S.measures, failing), "b")
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }
}
