import Anwen
import AnwenTestSupport
import Testing

@Suite("The mark of a sample")
struct SampleMarkTests {
  @Test(
    "an answer is a sample exactly where rows of a sample take part",
    arguments: [
      ("books", false), ("people", false), ("books written by 王小明", false),
      ("books with authors", false), ("books where sequel_of.genre = novel", false),
      ("books | derive n = count(sequels)", false),
      ("loans", true), ("loan 3", true), ("loans | summarize count", true),
      ("books with loans", true), ("books without loans", true), ("people with no loans", true),
      ("books with at least 2 loans", true), ("books not lent", true),
      ("books borrowed this year", true), ("books | derive n = count(loans)", true),
      ("books where loan_total > 1", true), ("books | select loan_total", true),
      ("books | sort loan_total desc", true),
      ("books | derive n = max(borrowed_on of loans)", true),
      ("books where sequel_of.loan_total > 1", true),
    ])
  func library(question: String, isSample: Bool) throws {
    let answer = try AnwenTests.library().ask(question)
    #expect(answer.isSample == isSample)
    let text = answer.text(as: .table)
    #expect(text.contains("Sample") == isSample)
    #expect(!answer.text(as: .json).contains("Sample"))
  }

  @Test(
    "the plan is not one, the ledger is",
    arguments: [
      ("tasks", false), ("tasks due this quarter", false), ("任务 统计 计数", false),
      ("departments with tasks", false), ("hazards", true), ("departments with points", true),
      ("有未销号的隐患的点位", true), ("departments | derive n = count(hazards not closed)", true),
    ])
  func builtIn(question: String, isSample: Bool) throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    #expect(try session.ask(question).isSample == isSample)
  }

  @Test(
    "a path into a sample is one",
    arguments: [
      ("visits | select number", false), ("visits | select guide.name", true),
      ("visits where guide.name = \"x\"", true), ("visits | sort guide.name", true),
    ])
  func path(question: String, isSample: Bool) throws {
    let model = """
      entity guide 向导
        file "guides"
        sample
        key number
        column number 编号: int
        column name 名字: text
      entity visit 参观
        file "visits"
        column number 编号: int
        column guide 向导: guide, reverse visits 参观
      """
    let session = try Session(
      model: model, tables: ["guides": "number,name\n1,x\n", "visits": "number,guide\n1,1\n"])
    #expect(try session.ask(question).isSample == isSample)
  }
}
