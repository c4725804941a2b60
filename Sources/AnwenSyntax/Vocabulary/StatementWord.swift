package import AnwenDiagnostics

/// The words with which a statement begins that is no query; the raw value is the canonical English
/// spelling.
///
/// They are read only at the head of a statement and before white space or a quote, so that any of
/// them may also name a column or stand in a word.
package enum StatementWord: String, CaseIterable, Hashable, Sendable {
  case param
  case `let`
  case define
  case include
  case title
  case note

  /// The canonical Chinese spelling.
  package var chinese: String {
    switch self {
    case .param: "参数"
    case .let: "设"
    case .define: "定义"
    case .include: "引入"
    case .title: "标题"
    case .note: "说明"
    }
  }

  /// Every spelling that is read.
  package var spellings: [String] { [rawValue, chinese] }

  package func spelling(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .chinese: chinese
    }
  }
}

extension StatementWord {
  /// The words as what may stand at the head of a statement.
  package static var continuations: [Continuation] {
    let kind = LocalizedText(english: "statement", chinese: "语句")
    return allCases.flatMap { word in
      Language.allCases.map { language in
        Continuation(
          spelling: word.spelling(in: language), language: language, isPrimary: true, kind: kind)
      }
    }
  }
}
