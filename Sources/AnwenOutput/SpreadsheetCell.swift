import AnwenTypes

/// Values as the cells of files that spreadsheets open: CSV and TSV.
///
/// Missing is empty; the elements of a list stand side by side with `;` between. A text that a
/// spreadsheet would take for a formula gets `'` before it; numbers stay.
struct SpreadsheetCell {
  /// Whether texts stay as they are, formula or not.
  let isRaw: Bool

  func text(of value: Value, _ type: DataType) -> String {
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
  func harmless(_ text: String) -> String {
    guard !isRaw, let first = text.utf8.first else { return text }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return "'" + text
    default: return text
    }
  }
}
