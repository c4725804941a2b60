import AnwenDiagnostics

extension Field {
  /// The name of the mark in machine formats, and of its type; no name of a model begins so.
  package static let totalMarkName = "_total"

  /// The column that tells which rows are totals: it holds the level of a total row, and is missing
  /// in every other row.
  package static func totalMark(_ levels: [EnumerationType.Case]) -> Field {
    Field(
      name: totalMarkName,
      type: .enumeration(EnumerationType(name: totalMarkName, cases: levels)),
      label: LocalizedText(english: "total", chinese: "合计"))
  }

  /// Whether it is such a column, which human formats do not show as one.
  package var isTotalMark: Bool {
    if case .enumeration(let type) = type { type.name == Self.totalMarkName } else { false }
  }
}
