import AnwenShell
import Testing

@Suite("Line layout")
struct LineLayoutTests {
  /// Texts with characters of every width, one-scalar and many-scalar ones, and line breaks.
  static let texts = [
    "", "a", "中", "武长庚负责的本季度到期的任务", "tasks owned by 武长庚 due this quarter",
    "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", "a中b中c中d中e中f中g中h中i中j",
    "👨‍👩‍👧👨‍👩‍👧a👨‍👩‍👧e\u{301}e\u{301}❤️🇨🇳", "tasks |\n  take 3\n\n中", "\n", "\n\n中\n",
    String(repeating: "武长庚\nab", count: 30),
  ]
  static let columns = [1, 2, 3, 7, 8, 9, 20, 21, 80]

  @Test("rows fit, hold the whole text, and the cursor is on the character it is before")
  func properties() {
    for text in Self.texts {
      for columns in Self.columns {
        let scalarCount = text.unicodeScalars.count
        for cursor in 0...min(scalarCount, 60) {
          let line = EditedLine(text: text, cursor: cursor)
          check(LineLayout(prompt: "安问> ", line: line, columns: columns), line, columns)
        }
      }
    }
  }

  /// Checks what must hold of every layout.
  private func check(_ layout: LineLayout, _ line: EditedLine, _ columns: Int) {
    for row in layout.rows {
      #expect(row.width <= columns)
      #expect(row.runs.reduce(0) { $0 + cellWidth(of: $1.text) } == row.width)
    }
    #expect(layout.rows.first?.continuesPrevious == false)
    if columns >= 2 {
      let shown = layout.rows.map { row in
        row.runs.filter { $0.style == .text }.map(\.text).joined()
      }
      #expect(shown.joined() == line.text.filter { $0 != "\n" })
    }
    let row = layout.rows[layout.cursorRow]
    #expect((0..<columns).contains(layout.cursorColumn))
    #expect(layout.cursorColumn <= row.width)
    guard columns >= 2 else { return }
    // What stands at the cursor is the first whole character behind it, or the row's end.
    var column = 0
    let atCursor = row.text.first { character in
      defer { column += cellWidth(character) }
      return column == layout.cursorColumn
    }
    if line.isBetweenCharacters {
      #expect(atCursor == line.after.first.flatMap { $0 == "\n" ? nil : $0 })
    }
  }

  @Test(
    "wrapping",
    arguments: [
      (20, "一二三四五六七", ["安问> 一二三四五六七"], 0, 6),
      (20, "一二三四五六七八", ["安问> 一二三四五六七", "八"], 0, 6),
      (21, "一二三四五六七八", ["安问> 一二三四五六七", "八"], 0, 6),
      (21, "a一二三四五六七八", ["安问> a一二三四五六七", "八"], 0, 6),
      (12, "ab\n中d", ["安问> ab", "    │ 中d"], 0, 6),
      (8, "ab\n中", ["安问> ab", "│ 中"], 0, 6),
      (6, "ab\n中", ["安问> ", "ab", "中"], 1, 0),
      (1, "中a", ["?", "?", ">", " ", "?", "a"], 4, 0),
    ])
  func wrapping(
    columns: Int, text: String, rows: [String], cursorRow: Int, cursorColumn: Int
  ) {
    let line = EditedLine(text: text, cursor: 0)
    let layout = LineLayout(prompt: "安问> ", line: line, columns: columns)
    #expect(layout.rows.map(\.text) == rows)
    #expect(layout.cursorRow == cursorRow)
    #expect(layout.cursorColumn == cursorColumn)
  }

  @Test func cursorBehindFullRowHasRowOfItsOwn() {
    let layout = LineLayout(prompt: "> ", line: EditedLine("一二三四"), columns: 10)
    #expect(layout.rows.map(\.text) == ["> 一二三四", ""])
    #expect(layout.rows[1].continuesPrevious == false)
    #expect(layout.cursorRow == 1)
    #expect(layout.cursorColumn == 0)
  }

  @Test func controlCharactersAreShown() {
    let line = EditedLine("a\u{1B}[31m\u{9B}\u{202E}\tb\r\nc")
    let layout = LineLayout(prompt: "\u{07}> ", line: line, columns: 80)
    #expect(layout.rows.map(\.text) == ["␇> a␛[31m‹U+009B›‹U+202E›    b␍", " │ c"])
  }
}

extension EditedLine {
  /// Whether the cursor does not split a character.
  fileprivate var isBetweenCharacters: Bool {
    before.count + after.count == text.count
  }
}
