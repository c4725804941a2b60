import AnwenDiagnostics

/// Writes each row of a result as a block of lines, for rows that are too wide for the screen.
///
///     ── 1 ──
///     number  2
///     title   安全生产培训
///     due     2024-06-30
///
///     (1 row)
///
/// Headings are filled up to the widest; no space stands at the end of a line.
enum VerticalWriter {
  /// Title, rows, number of rows, notes, mark of a sample: in this order.
  static func write(_ result: OutputTable, to output: inout [UInt8]) {
    if let title = result.visibleTitle { output.append(title + "\n\n") }
    let table = HumanTable(result)
    let width = table.headings.map { DisplayWidth.cells(of: $0) }.max() ?? 0
    let headings = table.headings.map { heading in
      heading + String(repeating: " ", count: width - DisplayWidth.cells(of: heading))
    }
    var number = 0
    table.forEachRow { cells in
      number += 1
      output.append("── \(number) ──\n")
      for (heading, cell) in zip(headings, cells) {
        let line = cell.isEmpty ? heading : heading + "  " + cell
        output.append(line.droppingTrailingSpaces + "\n")
      }
      output.append(ascii: "\n")
    }
    TableWriter.writeFoot(result, to: &output)
  }
}

extension String {
  fileprivate var droppingTrailingSpaces: Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[..<end]
  }
}
