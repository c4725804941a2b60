import AnwenBinder
import AnwenDiagnostics
import AnwenTestSupport
import Testing

@Suite("Catalog: warnings about words")
struct VocabularyCheckTests {
  private func diagnostics(_ line: String) -> (drawn: String, found: [Diagnostic]) {
    let source = """
      enumeration risk: low 低, major 重大
      entity hazard 隐患
        file "hazards.csv"
        key number
        column number 编号: int
        column level 等级: risk
        column next: hazard, reverse reviews 复查
        condition closed 销号 = a
        phrase "{period}发现" = a
        \(line)
      entity task 任务
        file "tasks.csv"
        column title 标题: text
      """
    let found = Catalog.read(SourceText(source)).diagnostics
    return (drawn(found, in: source), found)
  }

  @Test(
    "a word with another reading",
    arguments: [
      ("condition serious 重大 = a", "                    ^^^^ E0560"),
      ("condition open 未销号 = a", "                 ^^^^^^ E0561"),
      ("condition quiet 没有复查 = a", "                  ^^^^^^^^ E0561"),
      ("condition idle / not closed = a", "                   ^^^^^^^^^^ E0561"),
      ("column found 隐患数: int", "               ^^^^^^ E0562"),
      ("column found 发现隐患数: int", "               ^^^^^^^^^^ E0562"),
      ("column found 任务数: int", "               ^^^^^^ E0562"),
      ("column place 重大隐患: text", "               ^^^^^^^^ E0563"),
      ("column place 任务编号: text", "               ^^^^^^^^ E0563"),
      ("column place / closed hazard: text", "                 ^^^^^^^^^^^^^ E0563"),
    ])
  func warning(line: String, marked: String) {
    let (drawn, found) = diagnostics(line)
    #expect(drawn == "  " + line + "\n" + marked)
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(
    "a word without another reading",
    arguments: [
      // An entity's word before another name of the same thing.
      "column kind 类别 / 隐患类别: text",
      // Parts of which one is no word, or a word of another entity, or stands beside a slot.
      "column kind 大类编号: text",
      "column kind 标题等级: text",
      "column kind 发现编号: text",
      "column size 面积数: int",
      "condition old 未知 = a",
      // A whole word of letters has no parts.
      "condition notclosed = a",
    ])
  func silence(line: String) {
    #expect(diagnostics(line).drawn == "")
  }

  @Test func aLongNameIsNotTakenApart() {
    let name = String(repeating: "销号", count: 20_000)
    #expect(diagnostics("condition long \(name) = a").found.isEmpty)
  }

  @Test func errorsComeFirst() {
    let codes = diagnostics("condition open 未销号 = a\n  label titel").found.map(\.problem.code)
    #expect(codes == ["E0527"])
  }
}
