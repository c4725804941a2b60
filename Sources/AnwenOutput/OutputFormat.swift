import AnwenDiagnostics

/// A form in which a result is written.
///
/// Human formats (`table`, `markdown`) speak the result's language, show labels and make every
/// invisible character visible. Machine formats (`csv`, `json`) hold canonical names, keys and
/// exact values, whatever the language.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// Columns aligned by display width.
  case table
  /// Each row as a block of lines, one for each column.
  case vertical
  /// A pipe table, as GitHub reads it.
  case markdown
  /// RFC 4180, with LF at the ends of lines.
  case csv
  /// Columns between tabs; a tab, a line's end or a backslash inside a cell is escaped.
  case tsv
  /// An array of objects, one a line.
  case json
  /// One JSON object a line.
  case ndjson

  /// Whether a person is to read it: then headings are labels, and title, notes and the mark of a
  /// sample are part of it.
  package var isHuman: Bool {
    switch self {
    case .table, .vertical, .markdown: true
    case .csv, .tsv, .json, .ndjson: false
    }
  }

  /// Appends a result as UTF-8; the last byte is a newline.
  ///
  /// - Parameter isRaw: whether CSV and TSV leave a text that a spreadsheet would take for a formula
  ///   as it is; no other format looks at it.
  package func write(_ result: OutputTable, isRaw: Bool = false, to output: inout [UInt8]) {
    switch self {
    case .table: TableWriter.write(result, to: &output)
    case .vertical: VerticalWriter.write(result, to: &output)
    case .markdown: MarkdownWriter.write(result, to: &output)
    case .csv: CSVWriter(isRaw: isRaw).write(result, to: &output)
    case .tsv: TSVWriter(isRaw: isRaw).write(result, to: &output)
    case .json: JSONWriter.write(result, to: &output)
    case .ndjson: JSONWriter.writeLines(result, to: &output)
    }
  }

  /// What stands between two results of one output.
  package var separator: String {
    switch self {
    case .table, .vertical, .markdown, .csv, .tsv: "\n"
    case .json, .ndjson: ""
    }
  }

  /// Appends a text that stands by itself in human formats, as a heading or as a paragraph.
  package func write(_ text: String, isTitle: Bool, to output: inout [UInt8]) {
    switch self {
    case .table, .vertical: for line in VisibleText.lines(of: text) { output.append(line + "\n") }
    case .markdown: MarkdownWriter.write(text, isTitle: isTitle, to: &output)
    case .csv, .tsv, .json, .ndjson: break
    }
  }

  /// The format that a file's name says; nil where it says none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = OutputFormat.endings.first(where: { $0.ending == ending })?.format else {
      return nil
    }
    self = format
  }

  /// The endings of files by which formats are known.
  package static let endings: [(ending: String, format: OutputFormat)] = [
    ("csv", .csv), ("tsv", .tsv), ("json", .json), ("ndjson", .ndjson), ("md", .markdown),
    ("txt", .table),
  ]
}

extension [UInt8] {
  /// Appends the UTF-8 bytes of a text.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends one ASCII character.
  mutating func append(ascii scalar: Unicode.Scalar) { append(UInt8(ascii: scalar)) }
}
