import Anwen
import AnwenDiagnostics
import AnwenShell
import AnwenSyntax

/// What may stand at the cursor: keywords, phrases, names and values that are legal there.
struct Completer {
  let session: Session

  /// The completions of the word before the cursor, and how many characters they replace.
  ///
  /// Where a word begins is not known in unspaced Chinese, so every place in the last run is
  /// tried, the longest word first.
  func complete(_ before: String) -> (replaceCount: Int, completions: [Completion]) {
    let (text, _) = Lexer.lex(SourceText(before))
    let start = statementStart(in: text)
    for wordStart in wordStarts(in: text, from: start) {
      let typed = text.text(wordStart, text.count)
      let found = candidates(in: text, from: start, at: wordStart, typed: typed)
      if !found.isEmpty { return (typed.count, found) }
    }
    return (0, [])
  }

  private func statementStart(in text: LexedText) -> Int {
    let splitter = StatementSplitter(text, vocabulary: session.vocabulary)
    guard let last = splitter.statements().last else { return text.count }
    // Behind `;` a new statement begins.
    let endsWithMark = (last.upperBound..<text.count).contains { text.folded[$0] == 0x3b }
    return endsWithMark ? text.count : last.lowerBound
  }

  private func wordStarts(in text: LexedText, from start: Int) -> [Int] {
    var first = text.count
    while first > start, UnitClass.isWord(text.folded[first - 1]) { first -= 1 }
    let starts = (first...text.count).filter { place in
      place == first || place == text.count
        || !(UnitClass.isLatin(text.folded[place - 1]) && UnitClass.isLatin(text.folded[place]))
    }
    return starts.suffix(24)
  }

  private func candidates(
    in text: LexedText, from start: Int, at place: Int, typed: String
  ) -> [Completion] {
    var parser = Parser(text, range: start..<place, vocabulary: session.vocabulary)
    let language = StatementLanguage.of(text, start..<text.count, session.vocabulary)
    let folded = typed.lowercased()
    var seen: Set<String> = []
    return parser.continuations(from: start).filter { candidate in
      guard candidate.spelling != typed else { return false }
      let isWanted =
        typed.isEmpty
        ? candidate.language == nil || candidate.language == language
        : candidate.spelling.lowercased().hasPrefix(folded)
      return isWanted && seen.insert(candidate.spelling).inserted
    }.map { Completion($0.spelling, note: $0.kind[session.language ?? language]) }
  }
}
