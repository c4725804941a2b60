/// A statement being typed, and the place in it where typing goes on.
///
/// The cursor counts Unicode scalars, as libedit does; every motion here moves by whole characters
/// and is given as the scalar offset that it leads to, or nil where it leads nowhere.
package struct EditedLine: Hashable, Sendable {
  package let text: String
  package let cursor: Int

  /// - Parameter cursor: a scalar offset; one outside the text is moved to its nearer end.
  package init(text: String, cursor: Int) {
    self.text = text
    self.cursor = max(0, min(cursor, text.unicodeScalars.count))
  }

  /// A line with the cursor after its last character.
  package init(_ text: String) {
    self.init(text: text, cursor: text.unicodeScalars.count)
  }

  private var cursorIndex: String.Index {
    text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: cursor)
  }

  package var before: Substring { text[..<cursorIndex] }
  package var after: Substring { text[cursorIndex...] }

  /// The part of the cursor's row that stands before the cursor, and the part after it.
  private var rowBefore: Substring {
    let scalars = before.unicodeScalars
    let start = scalars.lastIndex(of: "\n").map(scalars.index(after:))
    return before[(start ?? scalars.startIndex)...]
  }

  private var rowAfter: Substring {
    after[..<(after.unicodeScalars.firstIndex(of: "\n") ?? after.endIndex)]
  }

  package var left: Int? {
    before.last.map { cursor - $0.unicodeScalars.count }
  }

  package var right: Int? {
    after.first.map { cursor + $0.unicodeScalars.count }
  }

  package var rowStart: Int { cursor - rowBefore.unicodeScalars.count }
  package var rowEnd: Int { cursor + rowAfter.unicodeScalars.count }

  /// Where Ctrl-K deletes to: the row's end, or past the line break where the cursor is at the end.
  package var killEnd: Int {
    rowEnd == cursor ? min(cursor + 1, text.unicodeScalars.count) : rowEnd
  }

  /// The columns between the start of the cursor's row and the cursor.
  package var column: Int { shownWidth(of: rowBefore) }

  /// The place in the row above that is nearest to a column without passing it.
  package func above(column: Int) -> Int? {
    guard rowStart > 0 else { return nil }
    let end = EditedLine(text: text, cursor: rowStart - 1)
    return end.rowStart + Self.scalarCount(of: end.rowBefore, within: column)
  }

  /// The place in the row below that is nearest to a column without passing it.
  package func below(column: Int) -> Int? {
    guard rowEnd < text.unicodeScalars.count else { return nil }
    let start = EditedLine(text: text, cursor: rowEnd + 1)
    return start.cursor + Self.scalarCount(of: start.rowAfter, within: column)
  }

  /// The scalars of the longest part of a row, from its start, that fits into a number of columns.
  private static func scalarCount(of row: Substring, within columns: Int) -> Int {
    var width = 0
    var count = 0
    for character in row {
      width += shownWidth(of: String(character))
      guard width <= columns else { break }
      count += character.unicodeScalars.count
    }
    return count
  }
}
