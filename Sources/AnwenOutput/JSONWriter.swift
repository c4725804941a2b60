import AnwenTypes

/// Writes a result as an array of objects, one a line, keyed by the canonical names in the order
/// of the columns; `[]` where there is no row.
///
///     [
///     {"number":2,"title":"安全生产培训","due":"2024-06-30"}
///     ]
///
/// Numbers are exact and unquoted, also those beyond what a double holds. Missing is `null`, a
/// list an array, an enumeration its canonical name, a reference its key. A total row has a key
/// more, `_total`, which no other row has.
package enum JSONWriter {
  /// Writes the array and a newline.
  static func write(_ result: OutputTable, to output: inout [UInt8]) {
    guard result.rowCount > 0 else {
      output.append("[]\n")
      return
    }
    var separator = "[\n"
    writeObjects(result, to: &output) { output in
      output.append(separator)
      separator = ",\n"
    }
    output.append("\n]\n")
  }

  /// Writes each row as an object on a line of its own.
  static func writeLines(_ result: OutputTable, to output: inout [UInt8]) {
    var separator = ""
    writeObjects(result, to: &output) { output in
      output.append(separator)
      separator = "\n"
    }
    if result.rowCount > 0 { output.append("\n") }
  }

  private static func writeObjects(
    _ result: OutputTable, to output: inout [UInt8], before: (inout [UInt8]) -> Void
  ) {
    let keys = result.schema.fields.map { quoted($0.name) + ":" }
    for batch in result.batches {
      for row in 0..<batch.rowCount {
        before(&output)
        output.append(ascii: "{")
        var isFirst = true
        for (column, field) in result.schema.fields.enumerated() {
          let value = batch.columns[column][row]
          // Only total rows are marked.
          if field.isTotalMark, value.isMissing { continue }
          if !isFirst { output.append(ascii: ",") }
          isFirst = false
          output.append(keys[column])
          output.append(text(of: value, field.type))
        }
        output.append(ascii: "}")
      }
    }
  }

  private static func text(of value: Value, _ type: DataType) -> String {
    switch value {
    case .list(let elements):
      "[" + elements.map { text(of: $0, type.element) }.joined(separator: ",") + "]"
    case .missing, .bool, .int, .decimal, .float:
      ValueText.canonical(value, type) ?? "null"
    case .text, .date, .period, .rank:
      ValueText.canonical(value, type).map(quoted) ?? "null"
    }
  }

  /// A string literal, in which every control character is escaped: those that JSON forbids, and
  /// those that would act on a terminal or a script that shows the text.
  package static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginEscape) else { return "\"" + text + "\"" }
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: literal += "\\\""
      case 0x5C: literal += "\\\\"
      case 0x08: literal += "\\b"
      case 0x09: literal += "\\t"
      case 0x0A: literal += "\\n"
      case 0x0C: literal += "\\f"
      case 0x0D: literal += "\\r"
      case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// Whether a byte is, or is the first of, a character that may have to be escaped.
  private static func mayBeginEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }
}
