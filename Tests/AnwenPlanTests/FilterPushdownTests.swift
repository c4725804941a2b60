import AnwenPlan
import AnwenTypes
import Testing

@Suite("Filter pushdown")
struct FilterPushdownTests {
  private typealias S = Sample

  private let isFour = S.equal(S.section, S.int(4))
  private let isOpen = S.open
  /// Fails where the number is the largest int.
  private let isThird = S.equal(S.add(S.number, S.int(1)), S.int(3))
  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try FilterPushdown().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  @Test func throughSortIntoAFilter() throws {
    try expect(
      S.filter(S.sort(S.filter(S.tasks, isFour), S.due), isOpen),
      """
      sort #due
        filter #section = 4 and #open
          \(scanLine)
      """)
  }

  @Test func throughProjectionByItsExpressions() throws {
    let items = [("a", S.equal(S.number, S.int(1))), ("b", S.section)]
    try expect(
      S.filter(
        S.project(S.tasks, items), .and([.column(0, .bool), S.less(.column(1, .int), S.int(3))])),
      """
      project #number = 1 as #a, #section as #b
        filter #number = 1 and #section < 3
          \(scanLine)
      """)
  }

  @Test func aProjectionThatCanFailIsNotPassed() throws {
    let plan = S.filter(
      S.project(S.tasks, [("a", S.number), ("b", S.add(S.number, S.int(1)))]),
      S.equal(.column(0, .int), S.int(1)))
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func throughJoinsWhereOnlyTheInputIsRead() throws {
    let joined = S.groupJoin(
      S.lookup(S.tasks, S.measures, S.number, .column(1, .int)), S.measures, S.number,
      .column(1, .int), [("n", S.count)])
    let looked = S.equal(.column(6, .text), S.text("1.1"))
    let counted = S.equal(.column(8, .int), S.int(0))
    try expect(
      S.filter(joined, .and([isFour, looked, counted])),
      """
      filter #n = 0
        group join #number[0] = #task: count() as #n
          filter #number[6] = "1.1"
            lookup #number = #task
              filter #section = 4
                \(scanLine)
              scan measures: #number, #task
          scan measures: #number, #task
      """)
  }

  @Test func filtersInsideJoinsMoveToo() throws {
    try expect(
      S.lookup(
        S.tasks,
        S.filter(S.sort(S.measures, .column(1, .int)), S.equal(.column(1, .int), S.int(2))),
        S.number, .column(1, .int)),
      """
      lookup #number = #task
        \(scanLine)
        sort #task
          filter #task = 2
            scan measures: #number, #task
      """)
  }

  @Test func whatAllAggregatesAskIsAskedOfTheRelatedRows() throws {
    func count(_ condition: BoundExpression) -> Aggregate {
      Aggregate(.count, filter: condition, type: .int)
    }
    let isSecond = S.equal(.column(1, .int), S.int(2))
    let isFirst = S.equal(.column(0, .text), S.text("1.1"))
    try expect(
      S.groupJoin(
        S.tasks, S.measures, S.number, .column(1, .int),
        [("a", count(isSecond)), ("b", count(.and([isFirst, isSecond])))]),
      """
      group join #number = #task: count() as #a, count(where #number = "1.1") as #b
        \(scanLine)
        filter #task = 2
          scan measures: #number, #task
      """)
    let plan = S.groupJoin(
      S.tasks, S.measures, S.number, .column(1, .int), [("a", count(isSecond)), ("b", S.count)])
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func expandStopsWhatReadsTheElement() throws {
    try expect(
      S.filter(S.expand(S.tasks, 5), .and([S.equal(.column(5, .text), S.text("x")), isFour])),
      """
      filter #tags = "x"
        expand #tags
          filter #section = 4
            \(scanLine)
      """)
  }

  @Test func throughAggregationOnKeysOnly() throws {
    let grouped = S.aggregate(S.tasks, by: [("s", S.section)], [("n", S.count)])
    try expect(
      S.filter(
        grouped,
        .and([S.equal(.column(0, .int), S.int(4)), S.equal(.column(1, .int), S.int(1))])),
      """
      filter #n = 1
        aggregate by #section as #s: count() as #n
          filter #section = 4
            \(scanLine)
      """)
  }

  @Test func withoutKeysThereIsAlwaysARow() throws {
    let plan = S.filter(S.aggregate(S.tasks, by: [], [("n", S.count)]), S.no)
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func neverThroughASlice() throws {
    let plan = S.filter(S.slice(S.tasks, count: 3), isFour)
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func aTermThatCanFailKeepsItsPlace() throws {
    let element = S.equal(.column(5, .text), S.text("x"))
    // The failing term would see rows that the one before it drops.
    try expect(
      S.filter(S.expand(S.tasks, 5), .and([element, isThird, isFour])),
      """
      filter #tags = "x" and #number + 1 = 3 and #section = 4
        expand #tags
          \(scanLine)
      """)
    try expect(
      S.filter(S.expand(S.tasks, 5), .and([isThird, element, isFour])),
      """
      filter #tags = "x"
        expand #tags
          filter #number + 1 = 3 and #section = 4
            \(scanLine)
      """)
  }

  @Test func conditionsDoNotDoubleAtEachProjection() {
    var plan = S.project(S.tasks, [("a", S.open)])
    let a = BoundExpression.column(0, .bool)
    for _ in 0..<100 { plan = S.project(plan, [("a", S.equal(a, a))]) }
    let rewritten = FilterPushdown().rewrite(S.filter(plan, a))
    #expect(PlanPrinter.text(rewritten).utf8.count < 100_000)
  }
}
