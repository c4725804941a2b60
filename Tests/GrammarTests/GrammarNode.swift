import AnwenDiagnostics

/// A production of the grammar for one model, with its parameters filled in.
indirect enum GrammarNode: Sendable {
  /// A text of the language or a name of the model: ASCII letters in either case.
  case terminal(String)
  /// A name of a value: as spelled.
  case value(String)
  /// A class of the text.
  case lexical(LexicalClass)
  /// A production, by its place in the grammar.
  case symbol(Int)
  case glued(GrammarNode)
  case sequence([GrammarNode])
  case choice([GrammarNode])
  case optional(GrammarNode)
  case repeated(GrammarNode)

  /// Takes no text.
  static let nothing = GrammarNode.sequence([])
  /// Takes no text at all, not even none.
  static let never = GrammarNode.choice([])

  var isNever: Bool {
    if case .choice(let nodes) = self { nodes.isEmpty } else { false }
  }

  /// The language of a terminal's letters; nil where it has none.
  static func language(of text: String) -> Language? {
    if text.unicodeScalars.contains(where: { $0.value > 0x2e7f && $0.properties.isAlphabetic }) {
      return .chinese
    }
    return text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
      ? .english : nil
  }
}

/// The classes whose words the text itself holds.
enum LexicalClass: String, CaseIterable, Sendable {
  case space = "SPACE"
  case digits = "DIGITS"
  case text = "TEXT"
  case newName = "NEW_NAME"
  case bareWord = "BARE_WORD"
  case period = "PERIOD"
  case expectedPeriod = "EXPECTED_PERIOD"
  case openPeriod = "OPEN_PERIOD"
  /// A name that the query made before.
  case made = "MADE"
  /// A slot of a phrase; only in a model.
  case slot = "SLOT"
}
