import AnwenDiagnostics

/// What is wrong with the number of statements.
enum StatementProblem: Problem, Hashable {
  /// One question was expected.
  case notOneStatement(Int)

  var code: String { "E0107" }

  var message: LocalizedText {
    switch self {
    case .notOneStatement(0):
      LocalizedText(english: "there is no question here", chinese: "这里没有查询")
    case .notOneStatement(let count):
      LocalizedText(
        english: "one question is answered at a time, and here are \(count)",
        chinese: "一次只能回答一个查询，这里有 \(count) 个")
    }
  }
}
