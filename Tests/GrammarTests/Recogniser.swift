import AnwenSyntax

/// Derives a text from the grammar: every end of every production at every place, each once.
struct Recogniser {
  let grammar: ModelGrammar
  let text: LexedText
  private let periods: PeriodParser
  /// The names that the text itself gives, in lower case.
  private let madeNames: [[UInt32]]
  /// Whether the word for the rows outside stands in the text: without it no `outer_clause` does.
  private let holdsOuter: Bool
  private var memo: [Int: [Int]] = [:]
  /// Of the lexical classes, each of which many productions ask for at a place.
  private var lexicalMemo: [LexicalPlace: [Int]] = [:]

  private struct LexicalPlace: Hashable {
    let kind: LexicalClass
    let place: Int
    let isGlued: Bool
  }

  init(_ text: LexedText, grammar: ModelGrammar) {
    self.grammar = grammar
    self.text = text
    periods = PeriodParser(text.folded)
    holdsOuter = Recogniser.holds(.outer, text)
    madeNames =
      Recogniser.madeNames(in: text)
      + grammar.given.columns.map { WidthFolding.units(of: $0, lowercased: true) }
  }

  /// Whether the whole text, apart from white space at its ends, is a query.
  static func derives(_ text: LexedText, grammar: ModelGrammar) -> Bool {
    var recogniser = Recogniser(text, grammar: grammar)
    return recogniser.derivesAll()
  }

  mutating func derivesAll() -> Bool {
    ends(of: .symbol(grammar.start), from: 0, isGlued: false).contains {
      skipSpace($0) == text.count
    }
  }

  /// Where the node may end that starts at a place, in order.
  mutating func ends(of node: GrammarNode, from start: Int, isGlued: Bool) -> [Int] {
    switch node {
    case .word(let word): return wordEnds(word, at: isGlued ? start : skipSpace(start))
    case .lexical(let kind):
      let place = LexicalPlace(kind: kind, place: start, isGlued: isGlued)
      if let known = lexicalMemo[place] { return known }
      let found = lexicalEnds(kind, from: start, isGlued: isGlued)
      lexicalMemo[place] = found
      return found
    case .glued(let inner): return ends(of: inner, from: start, isGlued: true)
    case .part(_, let inner): return ends(of: inner, from: start, isGlued: isGlued)
    case .symbol(let symbol):
      if !holdsOuter, grammar.symbols[symbol].name == "outer_clause" { return [] }
      let first = grammar.firstUnits[symbol]
      guard mayStart(first, at: isGlued ? start : skipSpace(start)) else {
        return first.isNullable ? [start] : []
      }
      let key = ((symbol * 1_024) + start) * 2 + (isGlued ? 1 : 0)
      if let known = memo[key] { return known }
      // A production that begins with itself finds nothing here.
      memo[key] = []
      let found = ends(of: grammar.symbols[symbol].node, from: start, isGlued: isGlued)
      memo[key] = found
      return found
    case .sequence(let nodes):
      var places = [start]
      for node in nodes {
        places = Self.union(
          places.map { ends(of: node, from: $0, isGlued: isGlued && $0 == start) })
        if places.isEmpty { return [] }
      }
      return places
    case .choice(let nodes):
      var found: [Int] = []
      for node in nodes {
        for end in ends(of: node, from: start, isGlued: isGlued) where !found.contains(end) {
          found.append(end)
        }
      }
      return found
    case .optional(let inner):
      return Self.union([[start], ends(of: inner, from: start, isGlued: isGlued)])
    case .repeated(let inner):
      var found = [start]
      var open = [start]
      while let place = open.popLast() {
        for end in ends(of: inner, from: place, isGlued: isGlued && place == start)
        where !found.contains(end) {
          found.append(end)
          open.append(end)
        }
      }
      return found.sorted()
    }
  }

  private func mayStart(_ first: FirstUnits, at place: Int) -> Bool {
    guard place < text.count else { return false }
    return first.mayStart(with: text.folded[place]) || first.mayStart(with: text.scalars[place])
      // A name in backticks is written out in the grammar.
      || text.scalars[place] == UnitMark.name
  }

  private static func union(_ lists: [[Int]]) -> [Int] {
    var found: [Int] = []
    for list in lists {
      for place in list where !found.contains(place) { found.append(place) }
    }
    return found
  }

  func skipSpace(_ position: Int) -> Int {
    var position = position
    while position < text.count, UnitClass.isSpace(text.folded[position]) { position += 1 }
    return position
  }

  // MARK: Words

  private func wordEnds(_ word: GrammarWord, at start: Int) -> [Int] {
    let units = word.ignoresCase ? text.folded : text.scalars
    guard start < text.count else { return [] }
    if units[start] == UnitMark.name { return quotedNameEnds(word.text, at: start) }
    let end = start + word.units.count
    guard units[start] == word.units[0], end <= text.count, !UnitClass.cutsLatin(units, at: start),
      !UnitClass.cutsLatin(units, at: end)
    else { return [] }
    for (offset, unit) in word.units.enumerated() {
      let isEqual =
        unit == UnitMark.space
        ? UnitClass.isSpace(units[start + offset]) : unit == units[start + offset]
      guard isEqual else { return [] }
    }
    return [end]
  }

  private func quotedNameEnds(_ spelling: String, at start: Int) -> [Int] {
    spelling.hasPrefix("`") && text.quotations[start] == String(spelling.dropFirst().dropLast())
      ? [start + 1] : []
  }

  // MARK: Classes

  private func lexicalEnds(_ kind: LexicalClass, from place: Int, isGlued: Bool) -> [Int] {
    if kind == .space {
      let end = skipSpace(place)
      return end > place ? [end] : []
    }
    let start = isGlued ? place : skipSpace(place)
    guard start < text.count, !UnitClass.cutsLatin(text.folded, at: start) else { return [] }
    let unit = text.scalars[start]
    switch kind {
    case .space, .slot: return []
    case .digits:
      let end = runEnd(from: start, while: UnitClass.isDigit)
      return end > start && !UnitClass.cutsLatin(text.folded, at: end) ? [end] : []
    case .text: return unit == UnitMark.text ? [start + 1] : []
    case .newName:
      if unit == UnitMark.name { return [start + 1] }
      let end = runEnd(from: start, while: UnitClass.isWord)
      return end > start && !UnitClass.isDigit(unit) ? [end] : []
    case .bareWord:
      let end = runEnd(from: start, while: UnitClass.isWord)
      return end > start ? [end] : []
    case .made: return madeEnds(at: start)
    case .period:
      return namedPeriodEnds(at: start) + periods.matches(at: start).prefix(1).map(\.end)
    case .expectedPeriod:
      return namedPeriodEnds(at: start)
        + periods.matches(at: start, expectsPeriod: true).prefix(1).map(\.end)
    case .periods:
      return namedPeriodEnds(at: start)
        + periods.matches(at: start, takesComma: true).prefix(1).map(\.end)
    case .expectedPeriods:
      return namedPeriodEnds(at: start)
        + periods.matches(at: start, expectsPeriod: true, takesComma: true).prefix(1).map(\.end)
    case .day:
      return periods.matches(at: start, expectsPeriod: true).filter { $0.syntax.unit == .day }
        .map(\.end)
    case .duration: return [periods.duration(at: start)?.end].compactMap { $0 }
    case .openPeriod:
      return periods.matches(at: start).prefix(1).filter { match in
        if case .open = match.syntax { true } else { false }
      }.map(\.end)
    }
  }

  /// The parameters that are periods.
  private func namedPeriodEnds(at start: Int) -> [Int] {
    grammar.given.periods.flatMap { wordEnds(GrammarWord($0), at: start) }
  }

  private func runEnd(from start: Int, while belongs: (UInt32) -> Bool) -> Int {
    var end = start
    while end < text.count, belongs(text.folded[end]) { end += 1 }
    return end
  }

  /// Whether the text begins with the word of a definition.
  private static func isDefinition(_ text: LexedText) -> Bool {
    let first = text.folded.drop(while: UnitClass.isSpace).prefix(while: UnitClass.isWord)
    return StatementWord.define.spellings.contains { spelling in
      first.elementsEqual(spelling.unicodeScalars.map(\.value))
    }
  }

  private func madeEnds(at start: Int) -> [Int] {
    if text.scalars[start] == UnitMark.name { return [start + 1] }
    return madeNames.compactMap { name in
      let end = start + name.count
      guard end <= text.count, text.folded[start..<end].elementsEqual(name),
        !UnitClass.cutsLatin(text.folded, at: end)
      else {
        return nil
      }
      return end
    }
  }

  /// What may be a name before "=", behind "as", "to" or 为: unspaced, it is the end of a word.
  private static func madeNames(in text: LexedText) -> [[UInt32]] {
    var names: [[UInt32]] = text.quotations.sorted { $0.key < $1.key }.map {
      WidthFolding.units(of: $0.value, lowercased: true)
    }
    let words = text.folded.split { !UnitClass.isWord($0) }
    // Behind define the names in brackets.
    if isDefinition(text) { names += words.map { Array($0) } }
    for (place, word) in words.enumerated() {
      let next = text.folded[word.endIndex...].first { !UnitClass.isSpace($0) }
      if next == 0x3d { names += word.indices.map { Array(word[$0...]) } }
      let before = place > 0 ? Array(words[place - 1]) : []
      if before == [0x61, 0x73] || before == [0x74, 0x6f] || before.last == 0x4e3a {
        names.append(Array(word))
      }
      for start in word.indices.dropFirst() where word[start - 1] == 0x4e3a {
        names.append(Array(word[start...]))
      }
    }
    return names + stageNames(in: text, beside: names)
  }

  private static func holds(_ keyword: Keyword, _ text: LexedText) -> Bool {
    keyword.spellings.contains { spelling in
      let word = WidthFolding.units(of: spelling, lowercased: true)
      return text.folded.indices.contains { text.folded[$0...].starts(with: word) }
    }
  }

  /// The names that stages give by themselves: those beside a compared column, that of the total of
  /// a crosstab, the columns of what is required, and its statuses.
  private static func stageNames(in text: LexedText, beside names: [[UInt32]]) -> [[UInt32]] {
    func units(_ words: String) -> [[UInt32]] {
      words.split(separator: " ").map { WidthFolding.units(of: String($0), lowercased: true) }
    }
    var given: [[UInt32]] = []
    if holds(.compare, text) {
      let endings = units(
        "_previous _change _growth _last_year _yoy_change _yoy_growth 上期 同期 增减 增长率 增幅"
          + " 环比增减 环比增长率 环比增幅 同比增减 同比增长率 同比增幅")
      given += names.flatMap { name in endings.map { name + $0 } }
    }
    if holds(.pivot, text) { given += units("total 合计") }
    if holds(.require, text) {
      given += units("period done required status 时段 完成次数 应完成次数 状态")
      given += units("met missed in_progress upcoming not_applicable")
      given += units("达标 未达标 进行中 未到 不适用")
    }
    return given
  }
}
