import AnwenDiagnostics

/// Writes a result as a pipe table of GitHub Flavored Markdown, padded so that it reads well as
/// plain text too.
///
///     | number | title        |
///     | -----: | ------------ |
///     |      2 | 安全生产培训 |
///
/// Title, notes and the mark of a sample are a heading and paragraphs around it.
enum MarkdownWriter {
  /// The shortest delimiter that every reader takes: `---`, or `--:`.
  private static let leastWidth = 3

  /// Writes the title, the table, the notes and the mark, with blank lines between.
  static func write(_ result: OutputTable, to output: inout [UInt8]) {
    if let title = result.visibleTitle { output.append("## " + escaped(title) + "\n\n") }
    let table = HumanTable(result, escape: escaped)
    writeRow(table.headings, table, to: &output)
    for (column, width) in table.widths.enumerated() {
      let dashes = String(repeating: "-", count: max(leastWidth, width))
      output.append("| " + (table.isRightAligned[column] ? dashes.dropLast() + ":" : dashes) + " ")
    }
    output.append("|\n")
    table.forEachRow { writeRow($0, table, to: &output) }
    let notes = result.visibleNoteLines
    if !notes.isEmpty { output.append("\n" + notes.map(escaped).joined(separator: "\n") + "\n") }
    if let mark = result.visibleSampleMark { output.append("\n" + escaped(mark) + "\n") }
  }

  /// A heading or a paragraph by itself.
  static func write(_ text: String, isTitle: Bool, to output: inout [UInt8]) {
    let lines = isTitle ? [VisibleText.of(text)] : VisibleText.lines(of: text)
    output.append((isTitle ? "## " : "") + lines.map(escaped).joined(separator: "\n") + "\n")
  }

  private static func writeRow(_ cells: [String], _ table: HumanTable, to output: inout [UInt8]) {
    for (column, cell) in cells.enumerated() {
      let short = String(repeating: " ", count: max(0, leastWidth - table.widths[column]))
      let padded = table.padded(cell, column: column)
      output.append("| " + (table.isRightAligned[column] ? short + padded : padded + short) + " ")
    }
    output.append("|\n")
  }

  /// The text with a backslash before each character that would end the cell or change what is
  /// read: a pipe, emphasis, code, a link, a tag, and the backslash itself.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isMarkup(byte) { bytes.append(ascii: "\\") }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"),
      UInt8(ascii: "["), UInt8(ascii: "<"):
      true
    default: false
    }
  }
}
