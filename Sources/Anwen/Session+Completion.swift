package import AnwenDiagnostics
package import AnwenSyntax

/// What a prompt asks while a statement is being typed.
extension Session {
  /// Words that may stand at the cursor, and how many characters before it they replace.
  package struct Completions: Sendable {
    package let replaceCount: Int
    package let words: [Continuation]
    package let language: Language
  }

  /// Whether Enter runs what has been typed, or breaks the line.
  ///
  /// A statement is unfinished while a bracket is open, or where it ends in `|`, a comma or an
  /// operator. An empty last line ends it in any case.
  package static func isComplete(_ statement: String) -> Bool {
    if statement.hasSuffix("\n") { return true }
    let (text, diagnostics) = Lexer.lex(SourceText(statement))
    // A quote ends at the end of its line, so another line cannot close it.
    guard diagnostics.isEmpty else { return true }
    let units = text.folded.filter { !UnitClass.isSpace($0) }
    guard let last = units.last.flatMap(Unicode.Scalar.init) else { return true }
    let depth = units.reduce(0) { $0 + ($1 == 0x28 ? 1 : $1 == 0x29 ? -1 : 0) }
    return depth <= 0 && !"|,、+-*/=<>".unicodeScalars.contains(last)
  }

  /// The completions of the word before the cursor, the most useful first.
  ///
  /// Where a word begins is not known in unspaced Chinese, so every place in the last run is
  /// tried, the longest word first.
  package func completions(before: String) -> Completions {
    let (text, _) = Lexer.lex(SourceText(before))
    let start = statementStart(in: text)
    let spoken = StatementLanguage.of(text, start..<text.count, vocabulary)
    for wordStart in wordStarts(in: text, from: start) {
      let typed = text.text(wordStart, text.count)
      let words = continuations(in: text, from: start, at: wordStart, typed: typed, spoken)
      if !words.isEmpty {
        return Completions(replaceCount: typed.count, words: words, language: language ?? spoken)
      }
    }
    return Completions(replaceCount: 0, words: [], language: language ?? spoken)
  }

  /// The language of messages about a text, where the session leaves it to the statement.
  package func language(of text: String) -> Language {
    let (lexed, _) = Lexer.lex(SourceText(text))
    return language ?? StatementLanguage.of(lexed, 0..<lexed.count, vocabulary)
  }

  private func statementStart(in text: LexedText) -> Int {
    let splitter = StatementSplitter(text, vocabulary: vocabulary)
    guard let last = splitter.statements().last else { return text.count }
    // Behind `;` a new statement begins.
    let endsWithMark = (last.upperBound..<text.count).contains { text.folded[$0] == 0x3b }
    return endsWithMark ? text.count : last.lowerBound
  }

  /// Where the word before the cursor may begin: every place in its run, then the beginnings of the
  /// two Latin words before it, for phrases of several words. The cursor itself is a place only
  /// where a word may begin without a space.
  private func wordStarts(in text: LexedText, from start: Int) -> [Int] {
    var first = text.count
    while first > start, UnitClass.isWord(text.folded[first - 1]) { first -= 1 }
    let starts = (first...text.count).filter { place in
      place == first
        || !(UnitClass.isLatin(text.folded[place - 1])
          && (place == text.count || UnitClass.isLatin(text.folded[place])))
    }
    return starts.suffix(24) + latinWordStarts(in: text, from: start, before: first)
  }

  private func latinWordStarts(in text: LexedText, from start: Int, before end: Int) -> [Int] {
    var starts: [Int] = []
    var place = end
    while starts.count < 2 {
      while place > start, UnitClass.isSpace(text.folded[place - 1]) { place -= 1 }
      let wordEnd = place
      while place > start, UnitClass.isLatin(text.folded[place - 1]) { place -= 1 }
      guard place < wordEnd else { break }
      starts.insert(place, at: 0)
    }
    return starts
  }

  private func continuations(
    in text: LexedText, from start: Int, at place: Int, typed: String, _ spoken: Language
  ) -> [Continuation] {
    var parser = Parser(text, range: start..<place, vocabulary: vocabulary, names: names)
    let folded = typed.lowercased()
    let isBlank = typed.isEmpty && place == start
    var seen: Set<String> = []
    let heads = place == start && !isBlank ? StatementWord.continuations : []
    let words = (parser.continuations(from: start, onlyEntities: isBlank) + heads).filter { word in
      guard word.spelling != typed else { return false }
      let isWanted =
        typed.isEmpty
        ? word.isPrimary && (word.language == nil || word.language == spoken)
        : word.spelling.lowercased().hasPrefix(folded)
      return isWanted && seen.insert(word.spelling).inserted
    }
    // A synonym is offered where nothing else begins so.
    let primary = words.filter(\.isPrimary)
    return primary.isEmpty ? words : primary
  }
}
