import Anwen
import AnwenTestSupport
import Testing

/// Point 9 and hazard 17, found there, have no department; the hazard is not closed.
@Suite("What the figures of an answer leave out")
struct RemarkTests {
  private func remark(on question: String) throws -> String? {
    try Session(folder: packagePath("Tests/Fixtures/ledger")).ask(question).remark
  }

  @Test(
    "rows that belong to none of those that are shown are counted below the table",
    arguments: [
      (
        "departments | select name, count(points)",
        "Not counted above: points without department (1)"
      ),
      (
        "departments | derive n = count(points)", "Not counted above: points without department (1)"
      ),
      (
        "count of points and hazards not closed by department, totals",
        "Not counted above: points without department (1); "
          + "hazards without department and not closed (1)"
      ),
      ("各部门点位数及隐患数，含合计", "以上未计入：没有部门的点位（1）；没有部门的隐患（1）"),
      (
        "departments | sort name | select name, count(points), close_rate of hazards",
        "Not counted above: points without department (1); hazards without department (1)"
      ),
    ])
  func leftOut(question: String, remark: String) throws {
    #expect(try self.remark(on: question) == remark)
  }

  @Test(
    "nothing is said where nothing is left out, or where the question chose its rows",
    arguments: [
      "points | summarize count by department",
      "points | select name, count(hazards)",
      "departments | select name, count(hazards closed)",
      "departments with points | select name, count(points)",
      "departments | where name = 住建所 | select name, count(points)",
      "departments with at least 3 points",
      "departments",
    ])
  func complete(question: String) throws {
    #expect(try remark(on: question) == nil)
  }

  @Test func humanFormatsShowItBelowTheTable() throws {
    let session = try Session(folder: packagePath("Tests/Fixtures/ledger"))
    let answer = try session.ask("departments | select name, count(points)")
    #expect(answer.text(as: .table).hasSuffix("Not counted above: points without department (1)\n"))
    #expect(!answer.text(as: .csv).contains("Not counted"))
  }
}
