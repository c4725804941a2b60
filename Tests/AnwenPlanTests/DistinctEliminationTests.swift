import AnwenPlan
import AnwenTypes
import Testing

@Suite("Distinct elimination")
struct DistinctEliminationTests {
  private typealias S = Sample

  private let scanLine = "scan tasks: #number, #title, #section, #due, #open, #tags"

  private func expect(
    _ plan: LogicalPlan, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try DistinctElimination().expectRewriting(plan, to: expected, sourceLocation: sourceLocation)
  }

  private func unchanged(
    _ plan: LogicalPlan, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(plan, String(PlanPrinter.text(plan).dropLast()), sourceLocation: sourceLocation)
  }

  private func distinct(_ expression: BoundExpression) -> Aggregate {
    Aggregate(.countDistinct, expression, type: .int)
  }

  /// The first row of each combination of some columns.
  private func firstRows(_ input: LogicalPlan, per keys: [BoundExpression]) -> LogicalPlan {
    let window = LogicalPlan.window(
      LogicalPlan.Window(
        input: input, partition: keys, order: [], functions: [.rowNumber],
        fields: [S.field("n", .int)]))
    let width = input.schema.fields.count
    return S.filter(window, .comparison(.lessOrEqual, .column(width, .int), S.int(1)))
  }

  @Test func keysAreCountedAsTheyAre() throws {
    try expect(
      S.aggregate(
        S.filter(S.tasks, S.open), by: [("s", S.section)],
        [("a", distinct(S.number)), ("b", distinct(S.title))]),
      """
      aggregate by #section as #s: count(#number) as #a, countDistinct(#title) as #b
        filter #open
          \(scanLine)
      """)
  }

  @Test func expandedRowsHoldAKeyMoreThanOnce() throws {
    try unchanged(S.aggregate(S.expand(S.tasks, 5), by: [], [("a", distinct(S.number))]))
  }

  @Test func rowsWithAKeyAreAllFirst() throws {
    try expect(
      firstRows(S.sort(S.tasks, S.due), per: [S.section, S.number]),
      """
      filter 1 <= 1
        project #number, #title, #section, #due, #open, #tags, 1 as #n
          sort #due
            \(scanLine)
      """)
    try unchanged(firstRows(S.tasks, per: [S.section, S.title]))
  }

  @Test func theKeyOfAnAggregationIsOne() throws {
    let sections = S.aggregate(S.tasks, by: [("s", S.section)], [("n", S.count)])
    try expect(
      firstRows(S.project(sections, [("s", .column(0, .int))]), per: [.column(0, .int)]),
      """
      filter 1 <= 1
        project #s, 1 as #n
          project #s
            aggregate by #section as #s: count() as #n
              \(scanLine)
      """)
  }

  @Test func aSumOverThePartitionStays() throws {
    let window = LogicalPlan.window(
      LogicalPlan.Window(
        input: S.tasks, partition: [S.number], order: [],
        functions: [.aggregate(S.count, .all)], fields: [S.field("n", .int)]))
    try unchanged(window)
  }
}
