/// Writes a result as text between tabs: a header of canonical names, then the rows.
///
/// No cell is quoted. A tab, a line feed, a carriage return and a backslash inside a cell are
/// written `\\t`, `\\n`, `\\r` and `\\\\`, as databases and Miller read them, so that a line is a row
/// and a tab ends a cell whatever the texts hold.
struct TSVWriter {
  private let cells: SpreadsheetCell

  init(isRaw: Bool) { cells = SpreadsheetCell(isRaw: isRaw) }

  /// Writes the header and the rows.
  func write(_ result: OutputTable, to output: inout [UInt8]) {
    let fields = result.schema.fields
    writeLine(fields.map { cells.harmless($0.name) }, to: &output)
    for batch in result.batches {
      for row in 0..<batch.rowCount {
        let texts = fields.indices.map { column in
          cells.text(of: batch.columns[column][row], fields[column].type)
        }
        writeLine(texts, to: &output)
      }
    }
  }

  private func writeLine(_ cells: [String], to output: inout [UInt8]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { output.append(ascii: "\t") }
      for byte in cell.utf8 {
        switch byte {
        case UInt8(ascii: "\t"): output.append("\\t")
        case UInt8(ascii: "\n"): output.append("\\n")
        case UInt8(ascii: "\r"): output.append("\\r")
        case UInt8(ascii: "\\"): output.append("\\\\")
        default: output.append(byte)
        }
      }
    }
    output.append(ascii: "\n")
  }
}
