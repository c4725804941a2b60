import AnwenPlan
import AnwenTypes
import Testing

@Suite("Projection pruning")
struct ProjectionPruningTests {
  private typealias S = Sample

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try ProjectionPruning().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  @Test func aScanListsWhatIsRead() throws {
    try expect(
      S.project(
        S.sort(S.filter(S.tasks, S.equal(S.section, S.int(4))), S.due), [("title", S.title)]),
      """
      project #title
        sort #due
          filter #section = 4
            scan tasks: #title, #section, #due
      """)
  }

  @Test func anExpressionThatCanFailStays() throws {
    let items = [
      ("a", S.number), ("b", S.add(S.number, S.int(1))), ("c", S.equal(S.section, S.int(1))),
    ]
    try expect(
      S.project(S.project(S.tasks, items), [("a", .column(0, .int))]),
      """
      project #a
        project #number as #a, #number + 1 as #b
          scan tasks: #number
      """)
  }

  @Test func joinsThatNothingReadsGo() throws {
    let looked = S.lookup(S.tasks, S.measures, S.number, .column(1, .int))
    let counted = S.groupJoin(
      looked, S.measures, S.number, .column(1, .int), [("n", S.count)])
    try expect(
      S.aggregate(counted, by: [], [("n", S.count)]),
      """
      aggregate: count() as #n
        scan tasks: #number
      """)
  }

  @Test func joinsKeepTheirKeys() throws {
    let looked = S.lookup(S.tasks, S.measures, S.number, .column(1, .int))
    let counted = S.groupJoin(
      looked, S.measures, S.number, .column(1, .int), [("n", S.count), ("m", S.count)])
    try expect(
      S.project(counted, [("label", .column(6, .text)), ("m", .column(9, .int))]),
      """
      project #number[1] as #label, #m
        group join #number[0] = #task: count() as #m
          lookup #number = #task
            scan tasks: #number
            scan measures: #number, #task
          scan measures: #task
      """)
  }

  @Test func anExpandedColumnIsReadAlways() throws {
    try expect(
      S.project(S.expand(S.tasks, 5), [("title", S.title)]),
      """
      project #title
        expand #tags
          scan tasks: #title, #tags
      """)
  }

  @Test func unreadAggregatesGoAndKeysStay() throws {
    let least = Aggregate(.min, S.due, type: .date)
    let sum = Aggregate(.sum, S.number, type: .int)
    let grouped = S.aggregate(
      S.tasks, by: [("s", S.section)], [("d", least), ("t", sum), ("n", S.count)])
    try expect(
      S.project(grouped, [("n", .column(3, .int))]),
      """
      project #n
        aggregate by #section as #s: sum(#number) as #t, count() as #n
          scan tasks: #number, #section
      """)
  }
}
