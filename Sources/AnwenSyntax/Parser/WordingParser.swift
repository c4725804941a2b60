import AnwenDiagnostics

/// Splits a phrase's wording into words and slots.
///
///     wording = { WORDS | "{" NAME [ ":" NAME ] "}" } .
struct WordingParser {
  private let scalars: [Unicode.Scalar]
  /// The byte at which each scalar stands in the source, and the end.
  private let offsets: [Int]
  private var elements: [WordingSyntax.Element] = []

  /// - Parameter unit: the quoted text's place in `text`.
  static func parse(
    _ wording: ModelWord, unit: Int, of text: LexedText
  ) throws(ModelFailure) -> WordingSyntax {
    var parser = WordingParser(wording, range: text.range(unit, unit + 1), source: text.source)
    try parser.run()
    return WordingSyntax(elements: parser.elements, place: wording.place)
  }

  private init(_ wording: ModelWord, range: SourceRange, source: SourceText) {
    scalars = Array(wording.text.unicodeScalars)
    // A doubled quote takes more bytes than it stands for: offsets behind it are too small, but
    // stay inside the wording.
    let quote = source.slice(range).unicodeScalars.first.map(UTF8.width) ?? 0
    var offset = range.start + quote
    var offsets = [offset]
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(min(offset, range.end))
    }
    self.offsets = offsets
  }

  private mutating func run() throws(ModelFailure) {
    var start = 0
    var position = 0
    while position < scalars.count {
      switch WidthFolding.fold(scalars[position].value) {
      case 0x7b:
        appendLiteral(start..<position)
        position = try parseSlot(at: position)
        start = position
      case 0x7d: throw failure(.unpairedBrace("}"), position..<position + 1)
      default: position += 1
      }
    }
    appendLiteral(start..<position)
  }

  /// Parses the slot whose brace opens here, and gives the place behind it.
  private mutating func parseSlot(at open: Int) throws(ModelFailure) -> Int {
    var close = open + 1
    var colon: Int?
    while close < scalars.count {
      let scalar = WidthFolding.fold(scalars[close].value)
      if scalar == 0x7d { break }
      if scalar == 0x7b { throw failure(.unpairedBrace("{"), open..<open + 1) }
      if scalar == 0x3a, colon == nil { colon = close }
      close += 1
    }
    guard close < scalars.count else { throw failure(.unpairedBrace("{"), open..<open + 1) }
    let name = word(open + 1..<(colon ?? close))
    let type = colon.map { word($0 + 1..<close) }
    guard !name.text.isEmpty, type?.text.isEmpty != true else {
      throw failure(.slotWithoutName, open..<close + 1)
    }
    elements.append(.slot(name: name, type: type))
    return close + 1
  }

  private mutating func appendLiteral(_ range: Range<Int>) {
    let literal = word(range)
    if !literal.text.isEmpty { elements.append(.literal(literal)) }
  }

  /// The words of a range without white space at the ends, with single spaces inside.
  private func word(_ range: Range<Int>) -> ModelWord {
    let words = range.filter { !isSpace($0) }
    guard let first = words.first, let last = words.last else {
      return ModelWord("", place: SyntaxRange(sourceRange(range)))
    }
    var text = String.UnicodeScalarView()
    for index in first...last where !isSpace(index) || !isSpace(index - 1) {
      text.append(isSpace(index) ? " " : scalars[index])
    }
    return ModelWord(String(text), place: SyntaxRange(sourceRange(first..<last + 1)))
  }

  private func isSpace(_ index: Int) -> Bool {
    let folded = WidthFolding.fold(scalars[index].value)
    return folded == UnitMark.space || folded == 0x09
  }

  private func sourceRange(_ range: Range<Int>) -> SourceRange {
    SourceRange(offsets[range.lowerBound], offsets[range.upperBound])
  }

  private func failure(_ problem: ModelProblem, _ range: Range<Int>) -> ModelFailure {
    ModelFailure(problem, at: sourceRange(range))
  }
}
