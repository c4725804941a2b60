/// A form in which a result is written.
///
/// Human formats (`table`, `markdown`) speak the result's language, show labels and make every
/// invisible character visible. Machine formats (`csv`, `json`) hold canonical names, keys and
/// exact values, whatever the language.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// Columns aligned by display width.
  case table
  /// A pipe table, as GitHub reads it.
  case markdown
  /// RFC 4180, with LF at the ends of lines.
  case csv
  /// An array of objects, one a line.
  case json

  /// Whether a person is to read it: then headings are labels, and title, notes and the mark of a
  /// sample are part of it.
  package var isHuman: Bool {
    switch self {
    case .table, .markdown: true
    case .csv, .json: false
    }
  }

  /// Appends a result as UTF-8; the last byte is a newline.
  ///
  /// - Parameter isRaw: whether CSV leaves a text that a spreadsheet would take for a formula as
  ///   it is; no other format looks at it.
  package func write(_ result: OutputTable, isRaw: Bool = false, to output: inout [UInt8]) {
    switch self {
    case .table: TableWriter.write(result, to: &output)
    case .markdown: MarkdownWriter.write(result, to: &output)
    case .csv: CSVWriter(isRaw: isRaw).write(result, to: &output)
    case .json: JSONWriter.write(result, to: &output)
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 bytes of a text.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends one ASCII character.
  mutating func append(ascii scalar: Unicode.Scalar) { append(UInt8(ascii: scalar)) }
}
