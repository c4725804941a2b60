package import AnwenColumns
package import AnwenDiagnostics
package import AnwenTypes

/// The answer to a query, with all that its output needs to know.
package struct OutputTable: Sendable {
  package let schema: Schema
  /// Each has one column for each field of the schema.
  package let batches: [Batch]
  /// The language of human formats.
  package let language: Language
  package let labels: ReferenceLabels
  /// Stands above the table in human formats.
  package let title: String?
  /// Stand below the table in human formats, each on lines of its own.
  package let notes: [String]
  /// Says that the data are a sample: the last line of human formats. Machine formats leave it to
  /// the caller, who has another channel for it.
  package let sampleMark: String?
  /// The cells of a line in a table; longer texts are cut with `…` where they would not fit. Nil
  /// where nothing is cut, which is everywhere but at a prompt.
  package let cellLimit: Int?

  /// - Precondition: every batch has as many columns as the schema has fields.
  package init(
    schema: Schema, batches: [Batch], language: Language, labels: ReferenceLabels = .none,
    title: String? = nil, notes: [String] = [], sampleMark: String? = nil,
    cellLimit: Int? = nil
  ) {
    precondition(
      batches.allSatisfy { $0.columns.count == schema.fields.count }, "a batch fits its schema")
    self.schema = schema
    self.batches = batches
    self.language = language
    self.labels = labels
    self.title = title
    self.notes = notes
    self.sampleMark = sampleMark
    self.cellLimit = cellLimit
  }

  package var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }

  /// The columns that a person sees: all but the mark of total rows.
  var shownColumns: [Int] { schema.fields.indices.filter { !schema.fields[$0].isTotalMark } }

  /// The rows that are no totals.
  var groupCount: Int {
    guard let mark = schema.fields.firstIndex(where: \.isTotalMark) else { return rowCount }
    return batches.reduce(0) { count, batch in
      count + (0..<batch.rowCount).count { batch.columns[mark][$0].isMissing }
    }
  }

  /// What a total row is called: 合计 or 小计; nil for every other row.
  func totalWord(ofRow row: Int, in batch: Batch) -> String? {
    guard let mark = schema.fields.firstIndex(where: \.isTotalMark),
      case .rank(let rank) = batch.columns[mark][row]
    else { return nil }
    return ValueText.enumerationCase(rank, schema.fields[mark].type).label[language]
  }
}

/// Finds the label of a row that a reference points to, for human formats.
package struct ReferenceLabels: Sendable {
  private let find: @Sendable (_ entity: String, _ key: Value) -> String?

  /// - Parameter find: gives the label of the row with `key` of the entity with that canonical
  ///   name, or nil where there is no such row or no label; then the key is shown.
  package init(_ find: @escaping @Sendable (_ entity: String, _ key: Value) -> String?) {
    self.find = find
  }

  /// Knows no label: every reference shows its key.
  package static let none = ReferenceLabels { _, _ in nil }

  package func label(entity: String, key: Value) -> String? { find(entity, key) }
}
