import Anwen
import AnwenTestSupport
import Testing

@Suite("A model is checked whole, and each mistake is told once")
struct ModelCheckTests {
  /// The codes of a model with some lines more, and the first drawing.
  private func problems(_ lines: String) -> (codes: [String], text: String) {
    let model = """
      constant limit 上限 = 3
      entity book 书
        file "books.csv"
        key id
        column id 编号: int
        column title 书名: text
        column price 价格: decimal(2)
        column next 下册: book, reverse before 上册
      \(lines)
      """
    let table = InputTable(csv: "id,title,price,next\n1,a,2.50,\n")
    do throws(SessionError) {
      _ = try Session(model: model, tables: ["books.csv": table])
      return ([], "")
    } catch {
      return (error.diagnostics.map(\.problem.code), error.description)
    }
  }

  @Test(
    "one mistake, one code",
    arguments: [
      (
        "  measure m = count\n  measure n = m * 2 + sum(price)\n  measure o = rate(price > limit)",
        []
      ),
      // Bodies
      ("  measure m = title", ["E0328"]),
      ("  measure m = count + price", ["E0328"]),
      ("  measure m = limit * 2", ["E1106"]),
      ("  measure m = count(before)", ["E0327"]),
      ("  measure m = sum(titel)", ["E0201"]),
      ("  measure m = n + 1\n  measure n = m + 1", ["E0217"]),
      (
        "  column a: int = b\n  column b: int = c\n  column c: int = a\n  condition d = a > 1",
        ["E0217"]
      ),
      ("  column a: int = title\n  column b: int = a\n  condition c = b > a", ["E0330"]),
      ("  condition a = next.a\n  condition b = with before where prise > 2", ["E0103", "E0201"]),
      ("  phrase \"like {title}\" = title = {titel}", ["E1104"]),
      ("  condition a = title = {title}", ["E1104"]),
      ("constant a = limt + 1", ["E0201"]),
      ("constant a = b\nconstant b = a", ["E0217"]),
    ])
  func once(lines: String, codes: [String]) {
    let found = problems(lines)
    #expect(found.codes == codes, "\(lines)\n\(found.text)")
  }

  @Test func aSlotOffersWhatThePhraseHas() {
    let text = problems("  phrase \"like {title}\" = title contains {titel}").text
    #expect(text.contains("this phrase has no slot {titel}"), "\(text)")
    #expect(text.contains("did you mean: {title}"))
    #expect(text.contains("^^^^^^^"))
  }

  @Test("what comes near is offered also where a cell or header is wrong")
  func data() {
    let model = """
      enumeration kind 类: novel 小说, history 历史
      entity book 书
        file "books.csv"
        column title 书名: text
        column kind 类: kind
      """
    func text(_ csv: String) -> String {
      do throws(SessionError) {
        let session = try Session(model: model, tables: ["books.csv": InputTable(csv: csv)])
        _ = try session.ask("books")
        return ""
      } catch {
        return error.description
      }
    }
    #expect(text("title,kind\na,histroy\n").contains("did you mean: history"))
    #expect(text("titel,kind\na,history\n").contains("did you mean: titel"))
  }
}
