import Anwen
import AnwenTestSupport
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test(
    "figures that differ in their rows alone say what is said of these",
    arguments: [
      ("各部门未销号隐患数及隐患数", ["名称", "计数(未销号的隐患)", "计数(隐患)"]),
      (
        "departments | select name, count(hazards not closed), count(hazards)",
        ["name", "count(hazards not closed)", "count(hazards)"]
      ),
      (
        "departments | select name, max(found_on of hazards), max(found_on of hazards closed)",
        ["name", "max(found on)", "max(found on, hazards closed)"]
      ),
      ("点位 统计 计数 筛选 风险 = 高, 计数", ["计数(风险 = 高)", "计数"]),
      (
        "hazards | summarize close_rate where level = major, close_rate",
        ["close rate(level = major)", "close rate"]
      ),
      // Where one is enough the heading is short, and a name is one's own.
      ("各部门未销号隐患数及点位数", ["名称", "计数(隐患)", "计数(点位)"]),
      (
        "departments | select name, count(hazards closed) as n, count(hazards)",
        ["name", "n", "count(hazards)"]
      ),
    ])
  func toldApart(question: String, headings: [String]) throws {
    let answer = try Session(folder: packagePath("Tests/Fixtures/ledger")).ask(question)
    #expect(answer.schema.fields.map { $0.label[answer.language] } == headings)
  }
}
