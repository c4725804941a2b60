/// Finds the statements of a lexed text.
///
/// A line goes on with the statement above when it is indented, begins with `|`, `)` or a stage
/// word, or when the line before ends in `|`, a comma, an operator, `.` or an open bracket. Any other
/// line begins a statement; empty lines and `;` end one.
package struct StatementSplitter {
  private let text: LexedText
  private let vocabulary: Vocabulary

  package init(_ text: LexedText, vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
  }

  /// The statements, as ranges of units without white space at the ends.
  package func statements() -> [Range<Int>] {
    var statements: [Range<Int>] = []
    var start = 0
    for unit in 0..<text.count where endsStatement(unit) {
      append(start..<unit, to: &statements)
      start = unit + 1
    }
    append(start..<text.count, to: &statements)
    return statements
  }

  /// The unit behind a statement is white space or `;`.
  private func endsStatement(_ unit: Int) -> Bool {
    switch text.folded[unit] {
    case 0x3b: true
    case UnitMark.emptyLine: !isLineUnfinished(before: unit)
    case UnitMark.newLine: !isLineUnfinished(before: unit) && !continues(after: unit)
    default: false
    }
  }

  private func append(_ range: Range<Int>, to statements: inout [Range<Int>]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, UnitClass.isSpace(text.scalars[start]) { start += 1 }
    while end > start, UnitClass.isSpace(text.scalars[end - 1]) { end -= 1 }
    if start < end { statements.append(start..<end) }
  }

  private func isLineUnfinished(before unit: Int) -> Bool {
    guard unit > 0 else { return false }
    switch Unicode.Scalar(text.folded[unit - 1]) {
    case "|", ",", "、", "(", "[", "+", "-", "*", "/", "=", "<", ">", ".": return true
    default: return false
    }
  }

  private func continues(after unit: Int) -> Bool {
    let next = unit + 1
    guard next < text.count else { return true }
    if isIndented(unit) { return true }
    if text.folded[next] == 0x7c || text.folded[next] == 0x29 { return true }
    return vocabulary.stageWordEnd(in: text, at: next) != nil
  }

  /// Whether the white space ends in something else than the end of a line.
  private func isIndented(_ unit: Int) -> Bool {
    let bytes = text.source.text.utf8
    let index = bytes.index(bytes.startIndex, offsetBy: text.offsets[unit + 1] - 1)
    return bytes[index] != 0x0a
  }
}
