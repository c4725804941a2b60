import AnwenTypes

/// Writes a result as RFC 4180 has it, but with LF at the ends of lines: a header of canonical
/// names, then the rows.
///
/// A field is quoted only where it must be: where it holds a comma, a quote or a line's end, and
/// where an empty one is the whole row. Missing is empty; the elements of a list stand side by
/// side with `;` between. A text that a spreadsheet would take for a formula gets `'` before it.
struct CSVWriter {
  /// Whether texts stay as they are, formula or not.
  let isRaw: Bool

  /// Writes the header and the rows.
  func write(_ result: OutputTable, to output: inout [UInt8]) {
    let fields = result.schema.fields
    let isAlone = fields.count == 1
    for (column, field) in fields.enumerated() {
      if column > 0 { output.append(ascii: ",") }
      writeField(harmless(field.name), isAlone: isAlone, to: &output)
    }
    output.append(ascii: "\n")
    for batch in result.batches {
      for row in 0..<batch.rowCount {
        for (column, field) in fields.enumerated() {
          if column > 0 { output.append(ascii: ",") }
          let text = text(of: batch.columns[column][row], field.type)
          writeField(text, isAlone: isAlone, to: &output)
        }
        output.append(ascii: "\n")
      }
    }
  }

  private func text(of value: Value, _ type: DataType) -> String {
    switch value {
    case .list(let elements):
      let texts = elements.map { text(of: $0, type.element) }.joined(separator: ";")
      return type.element.isNumeric ? texts : harmless(texts)
    case .bool, .int, .decimal, .float:
      return ValueText.canonical(value, type) ?? ""
    case .missing, .text, .date, .period, .rank:
      return harmless(ValueText.canonical(value, type) ?? "")
    }
  }

  /// A text with `'` before it where it begins like a formula.
  private func harmless(_ text: String) -> String {
    guard !isRaw, let first = text.utf8.first else { return text }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return "'" + text
    default: return text
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
