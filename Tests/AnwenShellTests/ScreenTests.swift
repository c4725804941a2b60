import AnwenShell
import Testing

@Suite("Screens")
struct ScreenTests {
  /// Lines as one of them becomes the next while somebody edits.
  static let session: [EditedLine] = {
    let long = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"
    var lines = long.indices.map { EditedLine(String(long[...$0])) }
    lines += (0...20).map { EditedLine(text: long, cursor: 20 - $0) }
    lines += ["a", "ab", "a中b"].map { EditedLine(text: $0 + long, cursor: $0.count) }
    lines += (0...10).map { EditedLine(text: String(long.dropLast($0)), cursor: 3) }
    lines += ["ab\n中", "ab\n", "ab", "", "\n\n\n", "x"].map { EditedLine($0) }
    return lines
  }()

  @Test("the screen holds the frame and the cursor", arguments: [2, 3, 7, 10, 20, 21, 46])
  func ansi(columns: Int) {
    let size = Terminal.Size(columns: columns, rows: 60)
    var terminal = TerminalModel(columns: columns, rowCount: 60)
    var screen = AnsiScreen(hasColour: true)
    for (index, line) in Self.session.enumerated() {
      let layout = LineLayout(prompt: "安问> ", line: line, columns: columns)
      let items = CompletionMenu([Completion("甲"), Completion("乙")])
      let menu = index % 3 == 0 ? items.rows(columns: columns, maximumRowCount: 2) : []
      terminal.receive(screen.draw(Frame(layout: layout, menu: menu), in: size))
      let expected = (layout.rows + menu).map { trimmed($0.text) }
      #expect(terminal.rows.prefix(expected.count).elementsEqual(expected))
      #expect(terminal.rows.dropFirst(expected.count).joined().isEmpty)
      #expect(terminal.row == layout.cursorRow)
      #expect(terminal.column == layout.cursorColumn)
    }
  }

  @Test("a statement taller than the window is shown round the cursor", arguments: [2, 5, 8])
  func tall(rowCount: Int) {
    let size = Terminal.Size(columns: 12, rows: rowCount)
    var terminal = TerminalModel(columns: 12, rowCount: rowCount)
    var screen = AnsiScreen(hasColour: false)
    let text = (10..<30).map { "行\($0)" }.joined(separator: "\n")
    let offsets = Array(0...text.count) + (0...text.count).reversed()
    for cursor in offsets {
      let line = EditedLine(text: text, cursor: cursor)
      let layout = LineLayout(prompt: "> ", line: line, columns: 12)
      terminal.receive(screen.draw(Frame(layout: layout), in: size))
      #expect(terminal.rows[terminal.row] == trimmed(layout.rows[layout.cursorRow].text))
      #expect(terminal.column == layout.cursorColumn)
      let top = layout.cursorRow - terminal.row
      let shown = layout.rows[top..<top + rowCount].map { trimmed($0.text) }
      #expect(terminal.rows == shown)
    }
  }

  @Test func finishedStatementStandsAboveTheNextPrompt() {
    let size = Terminal.Size(columns: 10, rows: 12)
    var terminal = TerminalModel(columns: 10, rowCount: 12)
    var screen = AnsiScreen(hasColour: true)
    let typed = Frame(layout: LineLayout(prompt: "> ", line: EditedLine("一二三四"), columns: 10))
    let final = Frame(
      layout: LineLayout(prompt: "> ", line: EditedLine(text: "一二三四", cursor: 0), columns: 10))
    terminal.receive(screen.draw(typed, in: size))
    terminal.receive(screen.finish(final, note: "", in: size))
    terminal.receive(screen.draw(typed, in: size))
    terminal.receive(screen.finish(final, note: "^C", in: size))
    #expect(terminal.rows.prefix(5) == ["> 一二三四", "> 一二三四", "^C", "", ""])
    #expect(terminal.row == 3)
    #expect(terminal.column == 0)
  }

  @Test(
    "the window over the rows moves as little as it can",
    arguments: [
      // rows, cursor, height, first row before and after
      (5, 0, 10, 0, 0), (20, 0, 5, 0, 0), (20, 5, 5, 0, 1), (20, 19, 5, 3, 15), (20, 4, 5, 15, 4),
      (6, 5, 5, 9, 1), (3, 2, 1, 0, 2),
    ])
  func firstRow(rowCount: Int, cursor: Int, height: Int, previous: Int, expected: Int) {
    let first = AnsiScreen.firstRow(
      rowCount: rowCount, cursorRow: cursor, height: height, previous: previous)
    #expect(first == expected)
  }

  @Test("a terminal without escape sequences shows the cursor's row", arguments: [5, 12, 40])
  func dumb(columns: Int) {
    let size = Terminal.Size(columns: columns, rows: 4)
    var screen = DumbScreen()
    var terminal = TerminalModel(columns: columns, rowCount: 4)
    for line in Self.session {
      let layout = LineLayout(prompt: "> ", line: line, columns: screen.layoutColumns(in: size))
      let output = screen.draw(Frame(layout: layout), in: size)
      #expect(!output.contains("\u{1B}"))
      terminal.receive(output)
      let row = layout.rows[layout.cursorRow]
      if row.width < columns {
        #expect(terminal.rows[terminal.row] == trimmed(row.text))
        #expect(terminal.column == layout.cursorColumn)
      }
      if let next = line.after.first, next != "\n", columns > 5 {
        #expect(terminal.rows[terminal.row].contains(next))
      }
    }
  }

  /// Returns a row without its trailing blanks.
  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
