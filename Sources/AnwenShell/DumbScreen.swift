/// Draws on terminals that know no escape sequence: only the cursor's row, always on the last line.
///
/// A row that is longer than the window is shown in part. A menu is written once, above the row.
package struct DumbScreen: Screen {
  private var row = 0
  private var left = 0
  private var drawnWidth = 0
  private var shownMenu: [String] = []

  package init() {}

  package var bell: String { "\u{07}" }
  package var pasteBracketing: (on: String, off: String) { ("", "") }

  package func layoutColumns(in size: Terminal.Size) -> Int { .max / 2 }

  package mutating func draw(_ frame: Frame, in size: Terminal.Size) -> String {
    let layout = frame.layout
    let limit = max(1, size.columns - 1)
    var output = ""
    let menu = frame.menu.map(\.text)
    if !menu.isEmpty, menu != shownMenu {
      output += "\r\n" + menu.map { $0 + "\r\n" }.joined()
      drawnWidth = 0
    }
    shownMenu = menu
    if layout.cursorRow != row {
      output += "\r\n"
      drawnWidth = 0
      left = 0
    }
    row = layout.cursorRow
    left = min(left, layout.cursorColumn, max(0, layout.rows[row].width - limit))
    if layout.cursorColumn - left > limit { left = layout.cursorColumn - limit }
    let text = layout.rows[row].text
    let shown = Self.part(of: text, from: left, to: left + limit)
    let width = cellWidth(of: shown)
    output += "\r" + shown + String(repeating: " ", count: max(0, drawnWidth - width))
    drawnWidth = width
    return output + "\r" + Self.part(of: text, from: left, to: layout.cursorColumn)
  }

  package mutating func finish(_ frame: Frame, note: String, in size: Terminal.Size) -> String {
    let output = draw(Frame(layout: frame.layout), in: size)
    self = DumbScreen()
    return output + note + "\r\n"
  }

  package mutating func clear() -> String {
    drawnWidth = 0
    return "\r\n"
  }

  package mutating func windowChanged() {}

  /// Returns the characters of a row that lie between two columns; one cut in two is a blank.
  private static func part(of text: String, from start: Int, to end: Int) -> String {
    var part = ""
    var column = 0
    for character in text {
      let next = column + cellWidth(character)
      if column >= start, next <= end {
        part.append(character)
      } else if next > start, column < end {
        part.append(" ")
      }
      column = next
    }
    return part
  }
}
