/// A source line as a terminal shows it, and the carets that stand under a part of it.
struct DrawnLine {
  /// Visible text only: a tab is spaces to the next stop, a control character its picture.
  let text: String
  /// Spaces, then at least one caret.
  let carets: String

  /// One character of the line.
  private struct Piece {
    let shown: String
    let cell: Int
    let cells: Int
    let isMarked: Bool
  }

  /// Tab stops stand every four cells.
  private static let tabStop = 4

  /// How far from the carets a line is looked at, so that one of many megabytes costs no more.
  private static let byteReach = 4096

  /// Draws the line in which `range` begins.
  ///
  /// A range of several lines is marked on the first only; an empty one marks the character that
  /// it stands before, and one at the line's end the cell behind it. A line of more than
  /// `cellLimit` cells is cut around the carets.
  init(_ table: LineTable, marking range: SourceRange, cellLimit: Int) {
    let line = table.bytes(ofLine: table.lineNumber(at: range.start))
    let start = max(line.start, min(range.start, line.end))
    let marked = SourceRange(start, max(start + 1, min(range.end, line.end)))
    let reach = SourceRange(
      max(line.start, start - Self.byteReach), min(line.end, start + Self.byteReach))
    let pieces = Self.pieces(of: table[reach], from: reach.start, marking: marked)

    let end = pieces.last.map { $0.cell + $0.cells } ?? 0
    let underlined = pieces.filter(\.isMarked)
    let caretStart = underlined.first?.cell ?? end
    let caretEnd = underlined.last.map { $0.cell + $0.cells } ?? end

    var shown = pieces[...]
    var lead = ""
    let isCutLeft = reach.start > line.start
    if isCutLeft || min(caretEnd, caretStart + cellLimit / 2) > cellLimit - 1 {
      let firstCell = max(0, caretStart - cellLimit / 3)
      shown = shown.drop { $0.cell < firstCell }
      if isCutLeft || shown.startIndex > 0 { lead = "…" }
    }
    let origin = (shown.first?.cell ?? end) - DisplayWidth.cells(of: lead)
    var tail = ""
    if reach.end < line.end || end - origin > cellLimit {
      shown = shown.prefix { $0.cell + $0.cells - origin < cellLimit }
      tail = "…"
    }

    let text = lead + shown.lazy.map(\.shown).joined() + tail
    let blanks = text.reversed().prefix { $0 == " " }.count
    self.text = String(text.dropLast(blanks))
    let shownEnd = shown.last.map { $0.cell + $0.cells } ?? end
    carets =
      String(repeating: " ", count: caretStart - origin)
      + String(repeating: "^", count: max(1, min(caretEnd, shownEnd) - caretStart))
  }

  /// The characters of a part of a line that begins at byte `offset`.
  private static func pieces(
    of text: Substring, from offset: Int, marking range: SourceRange
  ) -> [Piece] {
    var pieces: [Piece] = []
    var offset = offset
    var cell = 0
    for character in text {
      let end = offset + character.utf8.count
      let shown =
        character == "\t"
        ? String(repeating: " ", count: tabStop - cell % tabStop) : VisibleText.of(character)
      let cells = DisplayWidth.cells(of: shown)
      let isMarked = offset < range.end && range.start < end
      pieces.append(Piece(shown: shown, cell: cell, cells: cells, isMarked: isMarked))
      offset = end
      cell += cells
    }
    return pieces
  }
}
