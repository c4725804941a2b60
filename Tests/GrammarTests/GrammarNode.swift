import AnwenDiagnostics
import AnwenSyntax

/// A production of the grammar for one model, with its parameters filled in.
indirect enum GrammarNode: Sendable {
  /// A text of the language or a name of the model.
  case word(GrammarWord)
  /// A class of the text.
  case lexical(LexicalClass)
  /// A production, by its place in the grammar.
  case symbol(Int)
  case glued(GrammarNode)
  case sequence([GrammarNode])
  case choice([GrammarNode])
  case optional(GrammarNode)
  case repeated(GrammarNode)
  /// A part of the file, by its number.
  case part(Int, GrammarNode)

  /// Takes no text.
  static let nothing = GrammarNode.sequence([])
  /// Takes no text at all, not even none.
  static let never = GrammarNode.choice([])

  var isNever: Bool {
    if case .choice(let nodes) = self { nodes.isEmpty } else { false }
  }
}

/// A word that stands in the grammar.
struct GrammarWord: Sendable {
  let text: String
  /// As the lexer leaves it; ASCII letters in lower case where the case is ignored.
  let units: [UInt32]
  let ignoresCase: Bool

  init(_ text: String, ignoresCase: Bool = true) {
    self.text = text
    self.ignoresCase = ignoresCase
    units = WidthFolding.units(of: text, lowercased: ignoresCase)
  }

  /// The language of its letters; nil where it has none, or is a name that both may use.
  var language: Language? {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    if !ignoresCase || letters.isEmpty { return nil }
    return letters.allSatisfy(\.isASCII) ? .english : .chinese
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
  case periods = "PERIODS"
  case expectedPeriods = "EXPECTED_PERIODS"
  case openPeriod = "OPEN_PERIOD"
  case duration = "DURATION"
  case day = "DAY"
  /// A name that the query made before.
  case made = "MADE"
  /// A slot of a phrase; only in a model.
  case slot = "SLOT"
}
