import AnwenFunctions
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Plan verifier")
struct PlanVerifierTests {
  private typealias S = Sample

  private static let defects: [(LogicalPlan, String)] = [
    (S.filter(S.tasks, .column(9, .bool)), "filter: no column 9"),
    (S.filter(S.tasks, .column(0, .bool)), "filter: column 0 is int, not bool"),
    (
      S.project(S.tasks, [("x", .arithmetic(.add, S.number, S.number, .float))]),
      "project: add of int and int gives no float"
    ),
    (
      S.project(S.tasks, [("x", .arithmetic(.divide, S.number, S.number, .int))]),
      "project: divide of int and int gives no int"
    ),
    (
      S.project(S.tasks, [("x", .literal(.text("a"), .int))]),
      "project: the literal \"a\" is no int"
    ),
    (S.filter(S.tasks, S.equal(S.number, S.title)), "filter: a comparison of int and text"),
    (S.filter(S.tasks, .and([S.number])), "filter: int where bool is needed"),
    (
      S.filter(S.tasks, .isIn(S.number, values: [.text("1")])),
      "filter: a list of values that are no int"
    ),
    (
      S.filter(S.tasks, .quantified(.any, list: S.title, condition: S.yes)),
      "filter: a quantifier over text"
    ),
    (
      S.filter(S.tasks, .quantified(.any, list: S.tags, condition: .column(1, .bool))),
      "filter, element: no column 1"
    ),
    (S.sort(S.tasks, .negated(S.title)), "sort: minus text"),
    (
      S.project(S.tasks, [("x", .call(.length, [S.number], .int))]),
      "project: length of int gives no int"
    ),
    (S.project(S.tasks, [("x", .converted(S.title, .int))]), "project: text as int"),
    (
      S.lookup(S.tasks, S.measures, S.number, .column(0, .text)),
      "lookup: keys of int and text"
    ),
    (
      S.lookup(S.tasks, S.measures, S.tags, .column(0, .text)),
      "lookup: keys of list[text] and text"
    ),
    (
      S.aggregate(S.tasks, by: [], [("x", Aggregate(.sum, S.title, type: .text))]),
      "aggregate: sum of text gives no text"
    ),
    (
      S.aggregate(S.tasks, by: [], [("x", Aggregate(.rate, type: .decimal(scale: 6)))]),
      "aggregate: rate of rows gives no decimal[6]"
    ),
  ]

  @Test("defects", arguments: defects)
  func defect(plan: LogicalPlan, message: String) throws {
    let error = #expect(throws: PlanDefect.self) { try PlanVerifier.check(plan) }
    let text = try #require(error).message
    #expect(text == message)
  }

  @Test func soundPlansPass() throws {
    let joined = S.groupJoin(
      S.expand(S.lookup(S.tasks, S.measures, S.number, .column(1, .int)), 5), S.measures,
      S.number, .column(1, .int),
      [("n", S.count), ("l", Aggregate(.list, .column(0, .text), type: .list(.text)))])
    try PlanVerifier.check(S.slice(S.sort(joined, S.title), count: 3))
  }
}
