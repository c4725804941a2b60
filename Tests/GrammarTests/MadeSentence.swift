import AnwenDiagnostics
import AnwenSyntax

/// A sentence that was made, as words and as text.
struct MadeSentence {
  /// The end of a part that goes on as far as it can.
  struct OpenEnd {
    let wordCount: Int
    /// The production that goes on with it.
    let continuation: Int
  }

  let words: [SentenceWord]
  private(set) var text = ""
  private let openEnds: [OpenEnd]
  /// The text up to each word.
  private var beginnings: [String] = []

  init(_ words: [SentenceWord], openEnds: [OpenEnd]) {
    self.words = words
    self.openEnds = openEnds
  }

  mutating func append(_ word: String, hasSpace: Bool) {
    beginnings.append(text)
    // Side by side two signs would stand for one inside the name.
    let isQuotedTwice = text.hasSuffix("`") && word.hasPrefix("`")
    text += (hasSpace || isQuotedTwice ? " " : "") + word
  }

  /// Whether a part ends before something that could belong to it: a clause before a modifier of
  /// its noun, a list before a value of its type. The parser gives it to that part, and so what was
  /// made is another sentence or none.
  func breaksOff(_ text: LexedText, grammar: ModelGrammar) -> Bool {
    openEnds.contains { openEnd in
      guard openEnd.wordCount < beginnings.count else { return false }
      let place = Lexer.lex(SourceText(beginnings[openEnd.wordCount])).text.count
      var recogniser = Recogniser(text, grammar: grammar)
      return !recogniser.ends(ofSymbol: openEnd.continuation, from: place)
        .isEmpty
    }
  }
}
