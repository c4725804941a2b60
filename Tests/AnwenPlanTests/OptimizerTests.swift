import AnwenPlan
import AnwenTypes
import Testing

@Suite("Optimizer")
struct OptimizerTests {
  private typealias S = Sample

  @Test func passesAreReportedInOrder() {
    let plan = S.filter(S.sort(S.tasks, S.due), .and([S.yes, S.equal(S.section, S.int(4))]))
    var reports: [String] = []
    _ = Optimizer().rewrite(plan) { pass, _ in reports.append(pass) }
    #expect(
      reports == [
        "distinct-elimination", "constant-folding", "group-join-fusion", "filter-pushdown",
        "slice-pushdown",
        "common-subexpressions", "projection-pruning",
      ])
  }

  @Test func aPassCanBeSwitchedOff() {
    let plan = S.filter(S.sort(S.tasks, S.due), S.equal(S.section, S.int(4)))
    let optimizer = Optimizer(disabledPasses: ["filter-pushdown"])
    #expect(optimizer.rewrite(plan) == plan)
    #expect(Optimizer().rewrite(plan) != plan)
  }

  @Test func deepPlansAndExpressionsAreRewritten() {
    var plan = S.tasks
    var condition = S.less(S.number, S.int(7))
    var number = S.number
    for depth in 0..<1000 {
      condition = .not(condition)
      number = S.add(number, S.int(1))
      plan = depth % 2 == 0 ? S.sort(plan, S.due) : S.filter(plan, S.equal(S.section, S.int(1)))
    }
    plan = S.project(S.filter(plan, condition), [("n", number), ("open", S.open)])
    let rewritten = Optimizer().rewrite(plan)
    #expect(rewritten.schema == plan.schema)
    #expect(PlanPrinter.text(rewritten).utf8.count > 10_000)
  }

  @Test func flatListsOfThousandsAreRewritten() {
    let terms = (0..<5000).map { S.equal(S.number, S.int($0)) }
    let values = (0..<10_000).map { Value.int($0) }
    let plan = S.filter(
      S.sort(S.tasks, S.due), .and([.or(terms), .isIn(S.number, values: values)]))
    let rewritten = Optimizer().rewrite(plan)
    guard case .sort(let sort) = rewritten, case .filter(let filter) = sort.input else {
      Issue.record("the filter is below the sort")
      return
    }
    #expect(filter.predicate == .and([.or(terms), .isIn(S.number, values: values)]))
  }
}
