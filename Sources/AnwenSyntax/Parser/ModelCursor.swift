import AnwenDiagnostics

/// Why a line of a model is given up: its first mistake.
struct ModelFailure: Error {
  let diagnostic: Diagnostic

  init(_ problem: ModelProblem, at range: SourceRange) {
    diagnostic = Diagnostic(problem, at: range)
  }
}

/// A place in a line of a model, and the reading of what stands there.
///
/// `match` is silent, `expect` fails with a problem. White space before a thing is skipped.
struct ModelCursor {
  let text: LexedText
  private(set) var position: Int
  private let end: Int
  /// The last thing that was read, for messages.
  private var previous: Range<Int>

  init(_ text: LexedText, _ units: Range<Int>) {
    self.text = text
    position = units.lowerBound
    end = units.upperBound
    previous = units.lowerBound..<units.lowerBound
  }

  /// The place of the next thing.
  private var next: Int {
    var next = position
    while next < end, UnitClass.isSpace(text.scalars[next]) { next += 1 }
    return next
  }

  private mutating func take(_ units: Range<Int>) -> ModelWord {
    previous = units
    position = units.upperBound
    return ModelWord(
      text.text(units.lowerBound, units.upperBound),
      place: SyntaxRange(text.range(units.lowerBound, units.upperBound)))
  }

  // MARK: Words

  /// The run of word characters that comes next, or a name in backticks.
  private var nextWord: Range<Int>? {
    let start = next
    guard start < end else { return nil }
    if text.scalars[start] == UnitMark.name { return start..<start + 1 }
    var stop = start
    while stop < end, UnitClass.isWord(text.scalars[stop]) { stop += 1 }
    return start < stop ? start..<stop : nil
  }

  private func isLatin(_ word: Range<Int>) -> Bool {
    word.allSatisfy { UnitClass.isLatin(text.scalars[$0]) }
  }

  /// Reads a keyword that is not the start of a longer word.
  mutating func match(_ keyword: ModelKeyword) -> Bool {
    for spelling in [keyword.rawValue, keyword.chinese] {
      let start = next
      let units = spelling.unicodeScalars.lazy.map(\.value)
      guard let stop = UnitClass.end(of: units, in: text.folded, at: start, limit: end) else {
        continue
      }
      guard stop == end || !UnitClass.isWord(text.scalars[stop]) else { continue }
      previous = start..<stop
      position = stop
      return true
    }
    return false
  }

  mutating func matchWord() -> ModelWord? {
    guard let word = nextWord else { return nil }
    return take(word)
  }

  mutating func expectWord() throws(ModelFailure) -> ModelWord {
    guard let word = matchWord() else { throw failure { .expectedName(after: $0) } }
    return word
  }

  /// Reads the names of a thing.
  ///
  ///     names = name [ chinese ] { "/" synonym } .
  ///     synonym = name { name } .
  mutating func expectNames() throws(ModelFailure) -> ModelNames {
    guard let first = nextWord, isName(first) else { throw failure { .expectedName(after: $0) } }
    var words = [take(first)]
    if isLatin(first), let second = nextWord {
      if isLatin(second) {
        let name = words[0].text + "_" + text.text(second.lowerBound, second.upperBound)
        throw ModelFailure(.nameOfSeveralWords(name), at: range(second))
      }
      words.append(take(second))
    }
    while match(symbol: "/") {
      guard var synonym = nextWord, !isEmptyName(synonym) else {
        throw failure { .expectedName(after: $0) }
      }
      let start = synonym.lowerBound
      _ = take(synonym)
      while isLatin(synonym), let more = nextWord, isLatin(more) {
        synonym = more
        _ = take(more)
      }
      words.append(word(start..<synonym.upperBound))
    }
    return ModelNames(words)
  }

  /// The words of a range, with single spaces.
  private func word(_ units: Range<Int>) -> ModelWord {
    var spelling = String.UnicodeScalarView()
    for unit in units {
      let character = UnitClass.isSpace(text.scalars[unit]) ? " " : text.text(unit, unit + 1)
      spelling.append(contentsOf: character.unicodeScalars)
    }
    return ModelWord(String(spelling), place: SyntaxRange(range(units)))
  }

  private func isName(_ word: Range<Int>) -> Bool {
    if isEmptyName(word) { return false }
    return !(isLatin(word) && UnitClass.isDigit(text.scalars[word.lowerBound]))
  }

  private func isEmptyName(_ word: Range<Int>) -> Bool {
    text.scalars[word.lowerBound] == UnitMark.name
      && text.quotations[word.lowerBound]?.isEmpty == true
  }

  // MARK: Signs and texts

  /// Whether something stands here.
  var hasMore: Bool { next < end }

  /// Steps over one character or text, whatever it is.
  mutating func skip() { _ = take(next..<next + 1) }

  func isAt(symbol: Unicode.Scalar) -> Bool {
    let start = next
    return start < end && text.scalars[start] == symbol.value
  }

  mutating func match(symbol: Unicode.Scalar) -> Bool {
    guard isAt(symbol: symbol) else { return false }
    _ = take(next..<next + 1)
    return true
  }

  /// Reads a comma, also the Chinese one between the items of a list.
  mutating func matchComma() -> Bool { match(symbol: ",") || match(symbol: "、") }

  mutating func expect(symbol: Unicode.Scalar) throws(ModelFailure) {
    guard match(symbol: symbol) else {
      throw failure { .expectedSymbol(String(symbol), after: $0) }
    }
  }

  /// Reads a text in quotes, and says which unit it is.
  mutating func matchText() -> (word: ModelWord, unit: Int)? {
    let start = next
    guard start < end, text.scalars[start] == UnitMark.text else { return nil }
    return (take(start..<start + 1), start)
  }

  mutating func expectText() throws(ModelFailure) -> (word: ModelWord, unit: Int) {
    guard let text = matchText() else { throw failure { .expectedText(after: $0) } }
    return text
  }

  /// Reads everything up to the end of the line, with single spaces.
  mutating func matchRest() -> ModelWord? {
    let start = next
    guard start < end else { return nil }
    _ = take(start..<end)
    return word(start..<end)
  }

  /// Reads the longest period literal that stands here.
  mutating func expectPeriod() throws(ModelFailure) -> PeriodListSyntax {
    let start = next
    let matches = PeriodParser(text).matches(at: start)
    guard let match = matches.first(where: { $0.end <= end }) else {
      throw failure { .expectedPeriod(after: $0) }
    }
    return PeriodListSyntax(match.syntax, place: take(start..<match.end).place)
  }

  /// Reads `=` and the expression behind it, which reaches to the end of the line.
  mutating func expectBody() throws(ModelFailure) -> ModelBody {
    try expect(symbol: "=")
    let start = next
    guard start < end else { throw failure { .expectedBody(after: $0) } }
    let word = take(start..<end)
    return ModelBody(units: start..<end, place: word.place)
  }

  func expectEnd() throws(ModelFailure) {
    let start = next
    guard start < end else { return }
    let stop = nextWord?.upperBound ?? start + 1
    throw ModelFailure(.unexpectedText(text.text(start, stop)), at: range(start..<stop))
  }

  // MARK: Places and failures

  /// Where the last thing stands that was read.
  var previousPlace: SyntaxRange { SyntaxRange(range(previous)) }

  /// A failure at what stands here, or at the gap behind the last thing where nothing does.
  func failure(_ problem: (String) -> ModelProblem) -> ModelFailure {
    let start = next
    let after = text.text(previous.lowerBound, previous.upperBound)
    if start == end {
      let gap = text.range(previous.upperBound, previous.upperBound)
      return ModelFailure(problem(after), at: gap)
    }
    return ModelFailure(problem(after), at: range(start..<(nextWord?.upperBound ?? start + 1)))
  }

  /// A failure at the word that stands here, naming it.
  func failureAtWord(_ problem: (String) -> ModelProblem) -> ModelFailure {
    let start = next
    let stop = nextWord?.upperBound ?? min(start + 1, end)
    return ModelFailure(problem(text.text(start, stop)), at: range(start..<stop))
  }

  private func range(_ units: Range<Int>) -> SourceRange {
    text.range(units.lowerBound, units.upperBound)
  }
}
