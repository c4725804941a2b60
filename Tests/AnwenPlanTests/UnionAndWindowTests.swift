import AnwenPlan
import AnwenTypes
import Testing

@Suite("Passes over unions and windows")
struct UnionAndWindowTests {
  private typealias S = Sample

  private let isFour = S.equal(S.section, S.int(4))

  private func expect(
    _ rewritten: LogicalPlan, of plan: LogicalPlan, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(PlanPrinter.text(rewritten) == expected + "\n", sourceLocation: sourceLocation)
    #expect(rewritten.schema == plan.schema, sourceLocation: sourceLocation)
    try PlanVerifier.check(rewritten)
  }

  private func window(per partition: [BoundExpression]) -> LogicalPlan {
    .window(
      LogicalPlan.Window(
        input: S.tasks, partition: partition,
        order: [LogicalPlan.Sort.Key(S.due, isDescending: true)], functions: [.rank, .rowNumber],
        fields: [S.field("rank", .int), S.field("no", .int)]))
  }

  @Test func aConditionGoesIntoBothSidesOfAUnion() throws {
    let union = LogicalPlan.union(LogicalPlan.Union(first: S.tasks, second: S.sort(S.tasks, S.due)))
    let plan = S.filter(union, isFour)
    try expect(
      FilterPushdown().rewrite(plan), of: plan,
      """
      union
        filter #section = 4
          scan tasks: #number, #title, #section, #due, #open, #tags
        sort #due
          filter #section = 4
            scan tasks: #number, #title, #section, #due, #open, #tags
      """)
  }

  @Test func aConditionOnThePartitionGoesBelowAWindow() throws {
    let plan = S.filter(
      window(per: [S.section]), .and([isFour, S.open, S.equal(.column(6, .int), S.int(1))]))
    try expect(
      FilterPushdown().rewrite(plan), of: plan,
      """
      filter #open and #rank = 1
        window per #section by #due descending: rank as #rank, row number as #no
          filter #section = 4
            scan tasks: #number, #title, #section, #due, #open, #tags
      """)
  }

  @Test func withoutAPartitionAllRowsCount() throws {
    let plan = S.filter(window(per: []), isFour)
    #expect(FilterPushdown().rewrite(plan) == plan)
  }

  @Test func bothSidesOfAUnionKeepTheSameColumns() throws {
    // The condition needs a column of one side that the other does not read.
    let union = LogicalPlan.union(
      LogicalPlan.Union(first: S.filter(S.tasks, isFour), second: S.tasks))
    let plan = S.project(union, [("title", S.title)])
    try expect(
      ProjectionPruning().rewrite(plan), of: plan,
      """
      project #title
        union
          project #title
            filter #section = 4
              scan tasks: #title, #section
          scan tasks: #title
      """)
  }

  @Test func aWindowKeepsWhatIsReadOfIt() throws {
    let ranked = S.project(window(per: [S.section]), [("r", .column(6, .int))])
    try expect(
      ProjectionPruning().rewrite(ranked), of: ranked,
      """
      project #rank as #r
        window per #section by #due descending: rank as #rank
          scan tasks: #section, #due
      """)
    let unread = S.project(window(per: [S.section]), [("number", S.number)])
    try expect(
      ProjectionPruning().rewrite(unread), of: unread,
      """
      project #number
        scan tasks: #number
      """)
  }
}
