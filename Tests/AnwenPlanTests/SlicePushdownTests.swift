import AnwenPlan
import AnwenTypes
import Testing

@Suite("Slice pushdown")
struct SlicePushdownTests {
  private typealias S = Sample

  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try SlicePushdown().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  @Test func aSortGivesNoMoreThanIsWanted() throws {
    try expect(
      S.slice(S.sort(S.tasks, S.due), count: 3),
      """
      sort #due first 3
        \(scanLine)
      """)
  }

  @Test func rowsThatAreSkippedAreSortedToo() throws {
    try expect(
      S.slice(S.sort(S.tasks, S.due), offset: 10, count: 3),
      """
      slice 3 after 10
        sort #due first 13
          \(scanLine)
      """)
  }

  @Test func skippingAloneLimitsNothing() throws {
    let plan = S.slice(S.sort(S.tasks, S.due), offset: 10, count: nil)
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func throughProjectionsAndJoins() throws {
    let joined = S.groupJoin(
      S.lookup(S.sort(S.tasks, S.due), S.measures, S.number, .column(1, .int)), S.measures,
      S.number, .column(1, .int), [("n", S.count)])
    try expect(
      S.slice(S.project(joined, [("title", S.title)]), count: 5),
      """
      project #title
        group join #number[0] = #task: count() as #n
          lookup #number = #task
            sort #due first 5
              \(scanLine)
            scan measures: #number, #task
          scan measures: #number, #task
      """)
  }

  @Test func aProjectionThatCanFailIsNotPassed() throws {
    let plan = S.slice(
      S.project(S.sort(S.tasks, S.due), [("n", S.add(S.number, S.int(1)))]), count: 5)
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func neitherFiltersNorExpansionsArePassed() throws {
    let plan = S.slice(S.expand(S.filter(S.sort(S.tasks, S.due), S.open), 5), count: 5)
    try expect(plan, String(PlanPrinter.text(plan).dropLast()))
  }

  @Test func theSmallerLimitStays() throws {
    try expect(
      S.slice(S.slice(S.sort(S.tasks, S.due), count: 3), count: 7),
      """
      slice 7
        sort #due first 3
          \(scanLine)
      """)
  }
}
