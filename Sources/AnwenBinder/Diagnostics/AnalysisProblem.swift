import AnwenDiagnostics
import AnwenSyntax

/// What is wrong with a stage that looks at groups or periods as a whole.
enum AnalysisProblem: Problem, Hashable {
  /// A stage that computes groups again, where there are none.
  ///
  /// Example: `hazards | total`
  case needsGroups(Keyword)

  /// Subtotals of what the rows were not grouped by.
  ///
  /// Example: `hazards | summarize count by department, level | total by count`
  case notAKey(String, keys: [String])

  /// Subtotals of single rows.
  ///
  /// Example: `hazards | summarize count by department | total by department`
  case subtotalOfRows

  var code: String {
    switch self {
    case .needsGroups: "E1001"
    case .notAKey: "E1002"
    case .subtotalOfRows: "E1003"
    }
  }

  var message: LocalizedText {
    switch self {
    case .needsGroups(let stage):
      text(
        "`\(stage.rawValue)` needs groups: write it behind `summarize`, with nothing between that "
          + "makes other rows",
        "“\(stage.chinese)”要以分组为依据：请写在“统计”之后，中间不能有改变行的步骤")
    case .notAKey(let name, let keys):
      keys.isEmpty
        ? text("the rows are not grouped by anything", "这里没有按任何列分组")
        : text(
          "the rows are not grouped by “\(name)” but by \(keys.joined(separator: ", "))",
          "这里不是按“\(name)”分组，而是按\(keys.joined(separator: "、"))")
    case .subtotalOfRows:
      text(
        "each row is already the only one of its group; subtotals need a further key",
        "每一行已是一组，小计需要再有一个分组列")
    }
  }

  var expected: [LocalizedText] { [] }

  var suggestions: [String] {
    switch self {
    case .notAKey(_, let keys): keys
    case .needsGroups, .subtotalOfRows: []
    }
  }

  private func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }
}
