import AnwenBinder
import AnwenDiagnostics

extension Session {
  /// So many of the rows that break a rule are shown.
  private static let shownRowCount = 5

  /// Fails where rows break a rule of the query, and shows the first of them.
  func check(
    _ assertion: BoundAssertion, of prepared: PreparedQuery
  ) throws(SessionError) {
    let broken = try answer(to: prepared, plan: assertion.plan, maxRows: nil, isCheck: false)
    guard !broken.isEmpty else { return }
    let shown = min(broken.count, Session.shownRowCount)
    let problem = AssertionProblem(
      text: assertion.message ?? assertion.rule, brokenCount: broken.count, shownCount: shown)
    // The heading, the line below it, and the rows.
    let lines = broken.text(as: .table).split(separator: "\n").prefix(2 + shown)
    throw SessionError(
      Diagnostic(problem, at: assertion.place), in: assertion.source, language: prepared.language,
      rows: lines.map { DiagnosticRenderer.margin + $0 + "\n" }.joined())
  }
}

/// Rows that break a rule of the query.
private struct AssertionProblem: Problem, Hashable {
  /// What the query says of them.
  let text: String
  let brokenCount: Int
  let shownCount: Int

  var code: String { "E0910" }

  var message: LocalizedText {
    let isPlural = brokenCount > 1
    let first =
      brokenCount > shownCount
      ? LocalizedText(english: ", of which these are the first", chinese: "，前几行如下")
      : LocalizedText(english: "", chinese: "")
    return LocalizedText(
      english:
        "\(text); \(brokenCount) row\(isPlural ? "s break" : " breaks") the rule\(first.english)",
      chinese: "\(text)；有\(brokenCount)行不符合要求\(first.chinese)")
  }

  var expected: [LocalizedText] { [] }
  var suggestions: [String] { [] }
}
