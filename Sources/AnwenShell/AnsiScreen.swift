/// Draws on terminals that know the usual escape sequences.
///
/// Each frame is drawn whole, row by row over the last one. A row that the terminal wraps by
/// itself is left to it, so that copying and resizing treat it as one line. Nothing is erased
/// while the cursor waits behind a full row: that would take the row's last character. What stands
/// below is erased from behind the last row and never from the window's first cell: terminals that
/// take this for clearing the window keep what stood there, and show it again in a wider window.
package struct AnsiScreen: Screen {
  private let hasColour: Bool
  /// The row of the cursor in the frame last drawn, from its top; nil where it is not known.
  private var cursorRow: Int? = 0
  /// The rows that the frame last drawn covers; nil before the first.
  private var drawnRowCount: Int?
  /// The first row of the statement that is shown, where it is taller than the window.
  private var top = 0

  package init(hasColour: Bool) {
    self.hasColour = hasColour
  }

  package var bell: String { "\u{07}" }
  package var pasteBracketing: (on: String, off: String) { ("\u{1B}[?2004h", "\u{1B}[?2004l") }

  package func layoutColumns(in size: Terminal.Size) -> Int { size.columns }

  package mutating func draw(_ frame: Frame, in size: Terminal.Size) -> String {
    let menu = frame.menu.prefix(size.rows - 1)
    let height = size.rows - menu.count
    let cursorColumn = frame.layout.cursorColumn
    top = Self.firstRow(
      rowCount: frame.layout.rows.count, cursorRow: frame.layout.cursorRow, height: height,
      previous: top)
    let rows = Array(frame.layout.rows.dropFirst(top).prefix(height) + menu)
    let newCursorRow = frame.layout.cursorRow - top
    // After a resize the terminal has wrapped the rows anew: the cursor is where it belongs.
    var output = start(goingUp: cursorRow ?? newCursorRow) + drawn(rows, columns: size.columns)
    var rowsBelow = rows.count - 1 - newCursorRow
    if drawnRowCount.map({ $0 > rows.count }) ?? true {
      if rows.last.map({ $0.width >= size.columns }) ?? true {
        output += "\r\n"
        rowsBelow += 1
      }
      output += "\u{1B}[J"
    }
    output += "\r" + Self.up(rowsBelow)
    if cursorColumn > 0 { output += "\u{1B}[\(cursorColumn)C" }
    cursorRow = newCursorRow
    drawnRowCount = rows.count
    return output + "\u{1B}[?25h"
  }

  package mutating func finish(_ frame: Frame, note: String, in size: Terminal.Size) -> String {
    let rows = drawn(frame.layout.rows, columns: size.columns)
    let output = start(goingUp: cursorRow ?? frame.layout.cursorRow) + rows + note
    cursorRow = 0
    drawnRowCount = nil
    top = 0
    return output + "\r\n\u{1B}[J\u{1B}[?25h"
  }

  package mutating func clear() -> String {
    cursorRow = 0
    drawnRowCount = nil
    return "\u{1B}[H\u{1B}[2J"
  }

  package mutating func windowChanged() {
    cursorRow = nil
    drawnRowCount = nil
  }

  /// Returns the first row to show so that the cursor's row is among `height` rows.
  ///
  /// The rows move as little as possible, and none stays empty that could show something.
  package static func firstRow(rowCount: Int, cursorRow: Int, height: Int, previous: Int) -> Int {
    let lowest = max(0, cursorRow - height + 1)
    let highest = min(cursorRow, max(0, rowCount - height))
    return max(lowest, min(previous, highest))
  }

  /// Returns what leads to the first row of the frame that was drawn last.
  private func start(goingUp rowCount: Int) -> String {
    "\u{1B}[?25l\r" + Self.up(rowCount)
  }

  /// Returns the rows one below the other, each erased behind its end.
  private func drawn(_ rows: [ScreenRow], columns: Int) -> String {
    var output = ""
    for (index, row) in rows.enumerated() {
      let wrapsByItself = row.continuesPrevious && !row.runs.isEmpty
      if index > 0, !wrapsByItself { output += "\r\n" }
      for run in row.runs { output += styled(run) }
      if row.width < columns { output += "\u{1B}[K" }
    }
    return output
  }

  /// Returns a stretch of text in its look.
  private func styled(_ run: ScreenRow.Run) -> String {
    let code: String
    switch run.style {
    case .text: return run.text
    case .prompt where !hasColour: return run.text
    case .prompt: code = "1;32"
    case .gutter, .note, .standIn: code = "2"
    case .selection: code = "7"
    }
    return "\u{1B}[\(code)m\(run.text)\u{1B}[0m"
  }

  /// Returns the motion of the cursor by some rows.
  private static func up(_ rowCount: Int) -> String {
    rowCount > 0 ? "\u{1B}[\(rowCount)A" : ""
  }
}
