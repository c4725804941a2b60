import AnwenColumns
import AnwenDiagnostics
import AnwenTypes

/// The headings and cells of a result as people read them, measured in terminal cells.
///
/// Each text has passed ``VisibleText``. Cells are made anew whenever the rows are walked, so that
/// a long result is not held as text beside its columns.
struct HumanTable {
  let headings: [String]
  /// The widest of each column's texts, its heading included, at most `widthLimit`.
  let widths: [Int]
  /// Numbers stand to the right, all else to the left.
  let isRightAligned: [Bool]
  /// A wider cell stands out of its column, lest a single huge text fill every row with blanks.
  private static let widthLimit = 1000

  private let result: OutputTable
  private let isCut: Bool
  private let escape: (String) -> String

  /// - Parameters:
  ///   - cellLimit: the cells of a line, where texts are to be cut to fit.
  ///   - escape: what the format does to each text before it is measured.
  init(
    _ result: OutputTable, cellLimit: Int? = nil, escape: @escaping (String) -> String = { $0 }
  ) {
    self.result = result
    isCut = cellLimit != nil
    self.escape = escape
    let fields = result.shownColumns.map { result.schema.fields[$0] }
    headings = fields.map { escape(VisibleText.of($0.heading(in: result.language))) }
    isRightAligned = fields.map(\.type.isNumeric)
    var widths = headings.map { DisplayWidth.cells(of: $0) }
    Self.forEachRow(of: result, escape) { cells in
      for (column, cell) in cells.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.cells(of: cell))
      }
    }
    let natural = widths.map { min($0, Self.widthLimit) }
    self.widths = cellLimit.map { Self.fitted(natural, fields.map(\.type), to: $0) } ?? natural
  }

  /// Visits the rows in order, each as one text for each column.
  func forEachRow(_ visit: ([String]) -> Void) {
    Self.forEachRow(of: result, escape, visit)
  }

  /// A text filled up to its column's width, and cut to it where the table is to fit.
  func padded(_ text: String, column: Int) -> String {
    let text = isCut ? DisplayWidth.truncated(text, toCells: widths[column]) : text
    let blank = String(
      repeating: " ", count: max(0, widths[column] - DisplayWidth.cells(of: text)))
    return isRightAligned[column] ? blank + text : text + blank
  }

  private static func forEachRow(
    of result: OutputTable, _ escape: (String) -> String, _ visit: ([String]) -> Void
  ) {
    let fields = result.schema.fields
    let shown = result.shownColumns
    for batch in result.batches {
      for row in 0..<batch.rowCount {
        var cells = shown.map { column in
          let value = batch.columns[column][row]
          let field = fields[column]
          let text =
            field.display == .plain
            ? cell(value, field.type, result.language, result.labels)
            : NumberText.of(value, field.display) ?? ""
          return escape(VisibleText.of(text))
        }
        // The word for a total stands where the row has no key.
        if let word = result.totalWord(ofRow: row, in: batch),
          let blank = cells.firstIndex(of: "")
        {
          cells[blank] = escape(word)
        }
        visit(cells)
      }
    }
  }

  /// A value in the words of a language: a missing one is empty.
  private static func cell(
    _ value: Value, _ type: DataType, _ language: Language, _ labels: ReferenceLabels
  ) -> String {
    switch value {
    case .list(let elements):
      return elements.map { cell($0, type.element, language, labels) }
        .joined(separator: language == .english ? ", " : "、")
    case .bool(let isTrue):
      let words = isTrue ? ("yes", "是") : ("no", "否")
      return language == .english ? words.0 : words.1
    case .rank(let rank):
      return ValueText.enumerationCase(rank, type).label[language]
    case .int, .text:
      if case .reference(let reference) = type,
        let label = labels.label(entity: reference.entity, key: value)
      {
        return label
      }
      return ValueText.canonical(value, type) ?? ""
    case .missing, .decimal, .float, .date, .period:
      return ValueText.canonical(value, type) ?? ""
    }
  }
}

extension Field {
  /// The label, with the unit of its numbers behind it.
  fileprivate func heading(in language: Language) -> String {
    guard let unit = display.unit?[language] else { return label[language] }
    return label[language] + (language == .english ? " (\(unit))" : "（\(unit)）")
  }
}

extension OutputTable {
  /// The title as one visible line.
  var visibleTitle: String? { title.map { VisibleText.of($0) } }

  /// The lines of the notes, each made visible; here a line feed does break the line.
  var visibleNoteLines: [String] {
    notes.flatMap(VisibleText.lines)
  }

  /// The mark of a sample as one visible line.
  var visibleSampleMark: String? { sampleMark.map { VisibleText.of($0) } }
}

extension VisibleText {
  /// The lines of a text, each made visible.
  static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { of(String($0)) }
  }
}
