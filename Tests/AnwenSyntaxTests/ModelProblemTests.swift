import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Model parser: mistakes")
struct ModelProblemTests {
  private func expectDrawn(_ source: String, _ expected: String) {
    let text = Lexer.lex(SourceText(source)).text
    let (_, diagnostics) = ModelParser.parse(text)
    #expect(drawn(diagnostics, in: source) == expected)
  }

  @Test(
    "at the margin",
    arguments: [
      ("entty task 任务", "^^^^^ E0501"),
      ("= 3", "^ E0501"),
      ("entity", "      ^ E0504"),
      ("entity 3tasks", "       ^^^^^^ E0504"),
      ("entity `` 任务", "       ^^ E0504"),
      ("entity work task 任务", "            ^^^^ E0505"),
      ("entity task 任务 工作", "                 ^^^^ E0510"),
      ("entity task /", "             ^ E0504"),
      ("entity task / ``", "              ^^ E0504"),
      ("entity task: text", "           ^ E0510"),
      ("data Loans", "     ^^^^^ E0507"),
      ("data", "    ^ E0507"),
      ("as of", "     ^ E0509"),
      ("fiscal year April", "            ^^^^^ E0506"),
      ("fiscal year: fourth", "             ^^^^^^ E0701"),
      ("semester: May 1 to May 3", "        ^ E0504"),
      ("学期 春季：", "           ^ E0701"),
      ("encoding", "        ^ E0504"),
      ("encoding utf8 utf8", "              ^^^^ E0510"),
      ("constant days 28", "              ^^ E0505"),
      ("constant days", "             ^ E0506"),
      ("constant days =", "               ^ E0509"),
      ("enumeration risk 风险 low", "                      ^^^ E0506"),
      ("enumeration risk:", "                 ^ E0504"),
      ("enumeration risk: low,", "                      ^ E0504"),
      ("enumeration risk: low; high", "                     ^ E0510"),
      ("  key number", "  ^^^^^^^^^^ E0503"),
    ])
  func declaration(source: String, marked: String) {
    expectDrawn(source, source + "\n" + marked)
  }

  @Test(
    "below an entity",
    arguments: [
      ("colunm name: text", "  ^^^^^^ E0502"),
      ("entity task", "  ^^^^^^ E0502"),
      ("file books.csv", "       ^^^^^ E0507"),
      ("key", "     ^ E0504"),
      ("default a,", "            ^ E0504"),
      ("sample yes", "         ^^^ E0510"),
      ("column name 名称 text", "                   ^^^^ E0506"),
      ("column name 名称:", "                   ^ E0508"),
      ("column name: list of", "                      ^ E0508"),
      ("column price: decimal(2", "                         ^ E0506"),
      ("column name: text from id", "                         ^^ E0507"),
      ("column name: text, number", "                     ^^^^^^ E0506"),
      ("column name: text from \"a\" = b", "                             ^ E0510"),
      ("column due: date =", "                    ^ E0509"),
      ("column price: int, format", "                           ^ E1101"),
      ("column price: int, format money", "                            ^^^^^ E1101"),
      ("column price: int, format decimals", "                                    ^ E0504"),
      ("column price: int, format unit 元", "                                 ^^ E0507"),
      (
        "column price: int, format percent, reverse a",
        "                                   ^ E0510"
      ),
      ("column price: int, reverse a, b", "                                ^ E0506"),
      ("measure m, percent = count", "             ^^^^^^^ E0506"),
      ("measure m", "           ^ E0506"),
      ("measure m =", "             ^ E0509"),
      ("condition overdue 逾期", "                        ^ E0506"),
      ("condition overdue 逾期 =", "                          ^ E0509"),
      ("phrase due = a", "         ^^^ E0507"),
      ("phrase \"due {period}\"", "                       ^ E0506"),
      ("phrase \"由{period到期\" = a", "            ^ E0511"),
      ("phrase \"a {b {c}\" = a", "            ^ E0511"),
      ("phrase \"a b}\" = a", "             ^ E0511"),
      ("phrase \"由{}到期\" = a", "            ^^ E0512"),
      ("phrase \"by {a:}\" = a", "             ^^^^ E0512"),
    ])
  func detail(line: String, marked: String) {
    expectDrawn("entity book 图书\n  " + line, "  " + line + "\n" + marked)
  }

  @Test func theRestIsStillRead() {
    let source = """
      entty task
        key number
      entity book
        colunm a: text
        key number
      encoding
      constant a = 1
      """
    let text = Lexer.lex(SourceText(source)).text
    let (model, diagnostics) = ModelParser.parse(text)
    #expect(ModelDump(text).dump(model) == "entity <book>; key <number>\nconstant <a> = <1>")
    #expect(diagnostics.map(\.problem.code) == ["E0501", "E0502", "E0504"])
  }

  @Test func theNearestWordIsOffered() {
    let text = Lexer.lex(SourceText("entty task\nentity book\n  lable title")).text
    let problems = ModelParser.parse(text).diagnostics.map(\.problem)
    #expect(problems.map(\.suggestions) == [["entity"], ["label"]])
  }

  @Test func noPrefixAndNoMissingCharacterTraps() {
    let source = Array(
      """
      data "A" 图书
      as of 2024-05-20
      enumeration g 类: a 甲, b / c d
      entity b 书 / `x`
        file "b.csv"
          # deeper
        column n 号: decimal(2) from "x", reverse r 反
        column m: list of b = n + “一”
        phrase "by {a: period}" "｛n｝借" = n in {n}
      """.unicodeScalars)
    for end in source.indices {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: source[..<end])
      _ = ModelParser.parse(Lexer.lex(SourceText(String(prefix))).text)
      prefix.append(contentsOf: source[(end + 1)...])
      _ = ModelParser.parse(Lexer.lex(SourceText(String(prefix))).text)
    }
  }
}
