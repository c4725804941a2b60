/// A prompt and the statement behind it, laid out on rows of a number of columns.
///
/// - Every row is at most `columns` wide, and the cursor stands on a column of its row.
/// - The text of the runs of style `.text` is the statement without its line breaks, except for
///   characters that have a stand-in, and for those wider than the window, which show as `?`.
/// - The second and later rows of the statement begin with a gutter as wide as the prompt; where
///   the window has no room for that, with a narrower one or none.
package struct LineLayout: Hashable, Sendable {
  package private(set) var rows: [ScreenRow] = [ScreenRow()]
  package private(set) var cursorRow = 0
  package private(set) var cursorColumn = 0
  private let columns: Int
  private var isCursorPlaced = false

  /// - Precondition: `columns > 0`.
  package init(prompt: String, line: EditedLine, columns: Int) {
    precondition(columns > 0, "a window has at least one column")
    self.columns = columns
    place(prompt, style: .prompt)
    let gutter = Self.gutter(promptWidth: shownWidth(of: prompt), columns: columns)
    var offset = 0
    let lines = line.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalars) in lines.enumerated() {
      if index > 0 {
        startRow(continuesPrevious: false)
        place(gutter, style: .gutter)
      }
      for character in Substring(scalars) {
        place(character, cursorIsHere: offset >= line.cursor)
        offset += character.unicodeScalars.count
      }
      if offset >= line.cursor { placeCursorAtEnd() }
      offset += 1
    }
  }

  /// Returns the mark before later rows: a line under the prompt's end, if half the window is left.
  private static func gutter(promptWidth: Int, columns: Int) -> String {
    if columns < 8 { return "" }
    let indent = promptWidth <= columns / 2 ? max(0, promptWidth - 2) : 0
    return String(repeating: " ", count: indent) + "│ "
  }

  /// Goes on at the start of a new row.
  private mutating func startRow(continuesPrevious: Bool) {
    rows.append(ScreenRow(continuesPrevious: continuesPrevious))
  }

  /// Places a text that is not edited.
  private mutating func place(_ text: String, style: TextStyle) {
    for character in visible(text) { placeCell(character, style: style) }
  }

  /// Places a character of the statement, or what stands in for it.
  private mutating func place(_ character: Character, cursorIsHere: Bool) {
    guard let shown = standIn(for: character) else {
      return placeCell(character, style: .text, cursorIsHere: cursorIsHere)
    }
    for cell in shown { placeCell(cell, style: .standIn, cursorIsHere: cursorIsHere) }
  }

  /// Places a drawable character, on the next row where this one has no room.
  private mutating func placeCell(
    _ character: Character, style: TextStyle, cursorIsHere: Bool = false
  ) {
    let isTooWide = cellWidth(character) > columns
    let width = isTooWide ? 1 : cellWidth(character)
    if rows[rows.count - 1].width + width > columns { startRow(continuesPrevious: true) }
    if cursorIsHere { placeCursor() }
    rows[rows.count - 1].append(
      isTooWide ? "?" : character, width: width, style: isTooWide ? .standIn : style)
  }

  /// Places the cursor at the end of what stands so far, unless it has its place.
  private mutating func placeCursor() {
    guard !isCursorPlaced else { return }
    isCursorPlaced = true
    cursorRow = rows.count - 1
    cursorColumn = rows[cursorRow].width
  }

  /// Places the cursor behind the row's last character: on a row of its own where this one is full.
  ///
  /// That row is not the terminal's continuation, since nothing is written that would wrap.
  private mutating func placeCursorAtEnd() {
    guard !isCursorPlaced else { return }
    if rows[rows.count - 1].width >= columns { startRow(continuesPrevious: false) }
    placeCursor()
  }
}
