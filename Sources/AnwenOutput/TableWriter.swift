import AnwenDiagnostics

/// Writes a result for the screen: headings, a rule, rows, the number of rows.
///
///     number  title         due
///     ──────  ────────────  ──────────
///          2  安全生产培训  2024-06-30
///     (1 row)
///
/// Two spaces stand between columns, none at the end of a line.
enum TableWriter {
  private static let gap = String(repeating: " ", count: HumanTable.gapWidth)

  /// Title, table, number of rows without totals, notes, mark of a sample: in this order.
  static func write(_ result: OutputTable, to output: inout [UInt8]) {
    if let title = result.visibleTitle { output.append(title + "\n\n") }
    let table = HumanTable(result, cellLimit: result.cellLimit)
    writeRow(table.headings, table, to: &output)
    output.append(
      table.widths.map { String(repeating: "─", count: $0) }.joined(separator: gap) + "\n")
    table.forEachRow { writeRow($0, table, to: &output) }
    writeFoot(result, to: &output)
  }

  /// The number of rows, the notes and the mark of a sample.
  static func writeFoot(_ result: OutputTable, to output: inout [UInt8]) {
    output.append(rowCountLine(result.groupCount, result.language) + "\n")
    for line in result.visibleNoteLines { output.append(line + "\n") }
    if let mark = result.visibleSampleMark { output.append(mark + "\n") }
  }

  private static func writeRow(_ cells: [String], _ table: HumanTable, to output: inout [UInt8]) {
    let start = output.count
    for (column, cell) in cells.enumerated() {
      if column > 0 { output.append(gap) }
      output.append(table.padded(cell, column: column))
    }
    while output.count > start, output.last == UInt8(ascii: " ") { output.removeLast() }
    output.append(ascii: "\n")
  }

  private static func rowCountLine(_ count: Int, _ language: Language) -> String {
    switch language {
    case .english: count == 1 ? "(1 row)" : "(\(count) rows)"
    case .chinese: "（\(count) 行）"
    }
  }
}
