import AnwenDiagnostics
import Testing

/// A problem whose facts are its wordings.
private struct SampleProblem: Problem {
  var code = "E9901"
  var message = LocalizedText(english: "wrong", chinese: "不对")
  var expected: [LocalizedText] = []
  var suggestions: [String] = []
  var corrections: [LocalizedText] = []
}

@Suite("Drawing of diagnostics")
struct DiagnosticRendererTests {
  /// The two lines that show where: the source line and the carets, without the indent.
  private func drawn(_ text: String, _ start: Int, _ end: Int) -> [String] {
    let diagnostic = Diagnostic(SampleProblem(), at: SourceRange(start, end))
    let lines = DiagnosticRenderer(language: .english).render(diagnostic, in: SourceText(text))
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    return lines[1...2].map { String($0.dropFirst(2)) }
  }

  @Test func wholeDrawingInEnglish() {
    let problem = SampleProblem(
      message: LocalizedText(english: "no phrase named “ownd by”", chinese: "没有这个说法"),
      expected: [
        LocalizedText(english: "where", chinese: "筛选"),
        LocalizedText(english: "owned by …", chinese: "由…负责"),
      ],
      suggestions: ["owned by"],
      corrections: [
        LocalizedText(english: "tasks owned by 王小明", chinese: "王小明负责的任务"),
        LocalizedText(english: "tasks led by 王小明", chinese: "王小明牵头的任务"),
      ])
    let diagnostic = Diagnostic(problem, at: SourceRange(6, 10))
    let drawing = DiagnosticRenderer(language: .english)
      .render(diagnostic, in: SourceText("tasks ownd by 王小明"))
    #expect(
      drawing == """
        error E9901: no phrase named “ownd by”
          tasks ownd by 王小明
                ^^^^
          expected: where, owned by …
          did you mean: owned by
          write: tasks owned by 王小明
          or: tasks led by 王小明

        """)
  }

  @Test func wholeDrawingInChineseWithAPlace() {
    let problem = SampleProblem(
      message: LocalizedText(english: "wrong", chinese: "没有“王小名”这个人"),
      expected: [
        LocalizedText(english: "name", chinese: "姓名"), LocalizedText(english: "or", chinese: "或"),
      ],
      suggestions: ["王小明", "王晓明"])
    let source = SourceText("任务\n由王小名负责", name: "月报.anw")
    // 任务 and its newline take 7 bytes, 由 three more: 王小名 is bytes 10 to 19, cells 2 to 8.
    let diagnostic = Diagnostic(problem, at: SourceRange(10, 19), severity: .warning)
    #expect(
      DiagnosticRenderer(language: .chinese).render(diagnostic, in: source) == """
        月报.anw:2:2: 警告 E9901：没有“王小名”这个人
          由王小名负责
            ^^^^^^
          可以是：姓名、或
          是不是要写：王小明、王晓明

        """)
  }

  @Test(
    "carets stand under the characters that a terminal shows",
    arguments: [
      ("任务 where x", 7, 12, "任务 where x", "     ^^^^^"),
      ("e\u{301}e\u{301} x", 7, 8, "e\u{301}e\u{301} x", "   ^"),
      ("“汉” x", 10, 11, "“汉” x", "     ^"),
      ("👨‍👩‍👧 x", 19, 20, "👨‍👩‍👧 x", "   ^"),
      // A tab fills up to the next of the stops at 4, 8, …
      ("\tx", 1, 2, "    x", "    ^"),
      ("ab\tx", 3, 4, "ab  x", "    ^"),
      // What is invisible takes the cells of its picture.
      ("a\u{202E}x", 4, 5, "a‹U+202E›x", "         ^"),
      ("\u{1B}[2Jx", 4, 5, "␛[2Jx", "    ^"),
      ("\u{1B}x", 0, 1, "␛x", "^"),
      ("a\u{200B}b", 1, 4, "a‹U+200B›b", " ^^^^^^^^"),
      // At the end, past it, and in an empty text one caret stands behind the text.
      ("任务", 6, 6, "任务", "    ^"), ("ab", 7, 9, "ab", "  ^"), ("", 0, 0, "", "^"),
      ("ab  ", 4, 4, "ab", "    ^"),
      // An empty range marks the character that it stands before; so does one inside of it.
      ("a汉b", 1, 1, "a汉b", " ^^"), ("a汉b", 2, 3, "a汉b", " ^^"),
      // Of several lines the first alone is marked.
      ("ab cd\nef", 3, 8, "ab cd", "   ^^"), ("ab\r\ncd", 2, 5, "ab", "  ^"),
      ("ab\ncd", 3, 5, "cd", "^^"), ("ab\n", 3, 3, "", "^"),
    ])
  func carets(text: String, start: Int, end: Int, line: String, carets: String) {
    let lines = drawn(text, start, end)
    #expect(lines[0] == line || (line.isEmpty && lines[0].isEmpty))
    #expect(lines[1] == carets)
  }

  @Test func longLinesAreCutAroundTheCarets() {
    let line = String(repeating: "汉", count: 100) + "x" + String(repeating: "字", count: 100)
    let middle = drawn(line, 300, 301)
    // A third of the cells stands before the caret: the first shown begins at cell 200 − 33, up
    // to the next whole character, and `…` takes the cell before it.
    #expect(middle[0].hasPrefix("…汉") && middle[0].hasSuffix("字…"))
    #expect(DisplayWidth.cells(of: middle[0]) <= 100)
    #expect(middle[1] == String(repeating: " ", count: 33) + "^")
    #expect(middle[0].prefix(18).last == "x")

    let first = drawn(line, 0, 3)
    #expect(first[0].hasPrefix("汉") && first[0].hasSuffix("汉…") && first[1] == "^^")
    let last = drawn(line, 601, 601)
    #expect(last[0].hasPrefix("…") && last[0].hasSuffix("字"))
    #expect(DisplayWidth.cells(of: last[0]) == last[1].count - 1)
    let all = drawn(line, 0, 601)
    #expect(DisplayWidth.cells(of: all[0]) <= 100 && all[1].count <= 100)
  }

  @Test func aLineOfExactlyTheLimitIsWhole() {
    let line = String(repeating: "a", count: 100)
    #expect(drawn(line, 0, 1)[0] == line)
    #expect(drawn(line + "a", 0, 1)[0] == String(repeating: "a", count: 99) + "…")
  }

  @Test func aHugeLineIsLookedAtOnlyAroundTheCarets() {
    let half = String(repeating: "a", count: 200_000)
    let lines = drawn(half + "汉" + half, 200_000, 200_003)
    #expect(lines[0].contains("a汉a") && lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
    #expect(lines[1].hasSuffix(" ^^"))
  }

  @Test func noRangeIsTooWrongToBeDrawn() {
    let text = "a汉\u{301}\t\r\n\u{1B}👨‍👩‍👧\u{202E}\n\r"
    let offsets = Array(-2...text.utf8.count + 3) + [.max]
    let renderer = DiagnosticRenderer(language: .chinese)
    for start in offsets {
      for end in offsets where start <= end {
        let drawing = renderer.render(
          Diagnostic(SampleProblem(), at: SourceRange(start, end)), in: SourceText(text, name: "x"))
        #expect(drawing.hasSuffix("^\n") && drawing.utf8.count { $0 == 10 } == 3)
      }
    }
  }

  @Test func hostileWordingsAndNamesAreMadeVisible() {
    let hostile = "a\u{1B}]0;x\u{7}\nb"
    let problem = SampleProblem(
      message: LocalizedText(english: hostile, chinese: hostile),
      expected: [LocalizedText(english: hostile, chinese: hostile)], suggestions: [hostile],
      corrections: [LocalizedText(english: hostile, chinese: hostile)])
    let drawing = DiagnosticRenderer(language: .english).render(
      Diagnostic(problem, at: SourceRange(0, 1)), in: SourceText("x", name: "f\u{1B}\n.anw"))
    #expect(
      drawing == """
        f␛␊.anw:1:1: error E9901: a␛]0;x␇␊b
          x
          ^
          expected: a␛]0;x␇␊b
          did you mean: a␛]0;x␇␊b
          write: a␛]0;x␇␊b

        """)
  }

  @Test func atMostFiveAlternativesAreListed() {
    let words = (1...7).map { LocalizedText(english: "w\($0)", chinese: "词\($0)") }
    let diagnostic = Diagnostic(SampleProblem(expected: words), at: SourceRange(0, 1))
    let source = SourceText("x")
    let english = DiagnosticRenderer(language: .english).render(diagnostic, in: source)
    #expect(english.hasSuffix("  expected: w1, w2, w3, w4, w5, …\n"))
    let chinese = DiagnosticRenderer(language: .chinese).render(diagnostic, in: source)
    #expect(chinese.hasSuffix("  可以是：词1、词2、词3、词4、词5、…\n"))
  }

  @Test func severalAreDrawnInOrderAndColorIsAnOption() {
    let source = SourceText("ab")
    let both = [0, 1].map { Diagnostic(SampleProblem(), at: SourceRange($0, $0 + 1)) }
    #expect(
      DiagnosticRenderer(language: .english).render(both, in: source) == """
        error E9901: wrong
          ab
          ^
        error E9901: wrong
          ab
           ^

        """)
    let renderer = DiagnosticRenderer(language: .english, usesColor: true)
    let colored = renderer.render(both[0], in: source)
    #expect(
      colored == "\u{1B}[1;31merror E9901\u{1B}[0m: wrong\n  ab\n  \u{1B}[1;31m^\u{1B}[0m\n")
  }

  @Test func errorsOfTheWorldNameFileRowAndColumn() {
    let message = LocalizedText(english: "“x” is not a date", chinese: "“x”不是日期")
    let english = DiagnosticRenderer(language: .english)
    let chinese = DiagnosticRenderer(language: .chinese)
    #expect(
      english.render(code: "E9902", message, file: "tasks.csv", row: 3, column: "期限")
        == "tasks.csv, row 3, column “期限”: error E9902: “x” is not a date\n")
    #expect(
      chinese.render(code: "E9902", message, file: "tasks.csv", row: 3, column: "期限")
        == "tasks.csv，第 3 行，“期限”列：错误 E9902：“x”不是日期\n")
    #expect(english.render(message) == "error: “x” is not a date\n")
    #expect(chinese.render(message, file: "a.csv") == "a.csv：错误：“x”不是日期\n")
  }
}
