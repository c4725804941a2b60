import AnwenTypes

/// Writes a result as RFC 4180 has it, but with LF at the ends of lines: a header of canonical
/// names, then the rows.
///
/// A field is quoted only where it must be: where it holds a comma, a quote or a line's end, and
/// where an empty one is the whole row. Missing is empty; the elements of a list stand side by
/// side with `;` between. A text that a spreadsheet would take for a formula gets `'` before it.
struct CSVWriter {
  private let cells: SpreadsheetCell

  init(isRaw: Bool) { cells = SpreadsheetCell(isRaw: isRaw) }

  /// Writes the header and the rows.
  func write(_ result: OutputTable, to output: inout [UInt8]) {
    let fields = result.schema.fields
    let isAlone = fields.count == 1
    for (column, field) in fields.enumerated() {
      if column > 0 { output.append(ascii: ",") }
      writeField(cells.harmless(field.name), isAlone: isAlone, to: &output)
    }
    output.append(ascii: "\n")
    for batch in result.batches {
      for row in 0..<batch.rowCount {
        for (column, field) in fields.enumerated() {
          if column > 0 { output.append(ascii: ",") }
          let text = cells.text(of: batch.columns[column][row], field.type)
          writeField(text, isAlone: isAlone, to: &output)
        }
        output.append(ascii: "\n")
      }
    }
  }

  private func writeField(_ text: String, isAlone: Bool, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes || (isAlone && text.isEmpty) else {
      output.append(text)
      return
    }
    output.append(quote)
    for byte in text.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}
