import AnwenDiagnostics
import Testing

@Suite("Line table")
struct LineTableTests {
  @Test(
    "columns count characters, from 1",
    arguments: [
      ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4),
      // 任 and 务 take three bytes each: an offset inside a character is that character's.
      ("任务 16", 3, 1, 2), ("任务 16", 4, 1, 2), ("任务 16", 6, 1, 3),
      // e with its accent is one character of three bytes.
      ("e\u{301}x", 1, 1, 1), ("e\u{301}x", 3, 1, 2),
      ("a\nbc\n", 1, 1, 2), ("a\nbc\n", 2, 2, 1), ("a\nbc\n", 4, 2, 3), ("a\nbc\n", 5, 3, 1),
      ("a\r\nb", 1, 1, 2), ("a\r\nb", 2, 1, 2), ("a\r\nb", 3, 2, 1), ("\n\n", 1, 2, 1),
    ])
  func location(text: String, offset: Int, line: Int, column: Int) {
    let table = LineTable(SourceText(text))
    #expect(table.location(at: offset) == SourceLocation(line: line, column: column))
  }

  @Test func linesAreCutBeforeTheirEnds() {
    let table = LineTable(SourceText("一\r\n\nabc"))
    #expect(table.lineCount == 3)
    #expect(table.bytes(ofLine: 1) == SourceRange(0, 3))
    #expect(table.bytes(ofLine: 2) == SourceRange(5, 5))
    #expect(table.bytes(ofLine: 3) == SourceRange(6, 9))
    #expect(table[SourceRange(0, 3)] == "一")
    #expect(table[SourceRange(1, 7)] == "一\r\n\na")
  }
}
