import AnwenSyntax

/// Derives a text from the grammar: every end of every production at every place, each once.
struct Recogniser {
  let grammar: ModelGrammar
  let table: GrammarTable
  let text: LexedText
  private let periods: PeriodParser
  /// The names that the text itself gives, in lower case.
  private let madeNames: [[UInt32]]
  private var memo: [Int: [Int]] = [:]
  /// Of the lexical classes, each of which many productions ask for at a place.
  private var lexicalMemo: [Int: [Int]] = [:]
  /// For each place the next one behind white space.
  private let nextPlaces: [Int]
  /// The bits of the characters at each place, in the lexer's two forms.
  private let firstBits: [UInt64]
  /// The productions that stand in no text without a word which this one lacks.
  private let impossible: [Bool]

  init(_ text: LexedText, grammar: ModelGrammar) {
    self.grammar = grammar
    table = grammar.table
    self.text = text
    periods = PeriodParser(text)
    let joined = grammar.given.joinedRows
      .filter { text.source.text.contains($0.query) }.flatMap(\.rows)
    let absent = [
      Recogniser.holds(.outer, text) ? "" : "outer_rows",
      Recogniser.holds(.join, text) || !joined.isEmpty ? "" : "joined_name",
    ]
    impossible = grammar.symbols.map { absent.contains($0.name) }
    nextPlaces = Recogniser.nextPlaces(in: text)
    firstBits = Recogniser.firstBits(of: text)
    madeNames =
      Recogniser.madeNames(in: text)
      + (grammar.given.columns + joined).map { WidthFolding.units(of: $0, lowercased: true) }
  }

  /// Whether the whole text, apart from white space at its ends, is a query.
  static func derives(_ text: LexedText, grammar: ModelGrammar) -> Bool {
    var recogniser = Recogniser(text, grammar: grammar)
    return recogniser.derivesAll()
  }

  mutating func derivesAll() -> Bool {
    ends(ofSymbol: grammar.start, from: 0).contains { skipSpace($0) == text.count }
  }

  /// Where a text of the production may end that starts at a place.
  mutating func ends(ofSymbol symbol: Int, from start: Int) -> [Int] {
    ends(of: table.roots[symbol], from: start, isGlued: false)
  }

  /// Where the node may end that starts at a place.
  mutating func ends(of node: Int, from start: Int, isGlued: Bool) -> [Int] {
    let kind = table.kind(node)
    let place = isGlued ? start : nextPlaces[start]
    if kind == .lexical {
      return lexicalEnds(table.values[node], from: start, isGlued: isGlued)
    }
    guard table.masks[node] & firstBits[place] != 0 else {
      return table.areNullable[node] ? [start] : []
    }
    switch kind {
    case .lexical: return []
    case .word: return wordEnds(table.words[table.values[node]], at: place)
    case .symbol: return symbolEnds(table.values[node], from: start, isGlued: isGlued)
    case .glued: return ends(of: table.inner[table.starts[node]], from: start, isGlued: true)
    case .part: return ends(of: table.inner[table.starts[node]], from: start, isGlued: isGlued)
    case .sequence: return sequenceEnds(node, behind: 0, from: start, isGlued: isGlued)
    case .choice:
      var found: [Int] = []
      var next = table.starts[node]
      let end = next + table.counts[node]
      while next < end {
        Self.add(ends(of: table.inner[next], from: start, isGlued: isGlued), to: &found)
        next += 1
      }
      return found
    case .optional:
      var found = [start]
      Self.add(ends(of: table.inner[table.starts[node]], from: start, isGlued: isGlued), to: &found)
      return found
    case .repeated:
      return repeatedEnds(table.inner[table.starts[node]], from: start, isGlued: isGlued)
    }
  }

  private mutating func symbolEnds(_ symbol: Int, from start: Int, isGlued: Bool) -> [Int] {
    if impossible[symbol] { return [] }
    let key = ((symbol * 1_024) + start) * 2 + (isGlued ? 1 : 0)
    if let known = memo[key] { return known }
    // A production that begins with itself finds nothing here.
    memo[key] = []
    let found = ends(of: table.roots[symbol], from: start, isGlued: isGlued)
    memo[key] = found
    return found
  }

  /// Of what stands in a sequence behind its first nodes.
  mutating func sequenceEnds(
    _ sequence: Int, behind taken: Int, from start: Int, isGlued: Bool
  ) -> [Int] {
    var places = [start]
    var next = table.starts[sequence] + taken
    let end = table.starts[sequence] + table.counts[sequence]
    while next < end {
      var found: [Int] = []
      for place in places {
        Self.add(
          ends(of: table.inner[next], from: place, isGlued: isGlued && place == start), to: &found)
      }
      if found.isEmpty { return [] }
      places = found
      next += 1
    }
    return places
  }

  private mutating func repeatedEnds(_ inner: Int, from start: Int, isGlued: Bool) -> [Int] {
    var found = [start]
    var open = [start]
    while let place = open.popLast() {
      for end in ends(of: inner, from: place, isGlued: isGlued && place == start)
      where !found.contains(end) {
        found.append(end)
        open.append(end)
      }
    }
    return found
  }

  private static func add(_ places: [Int], to found: inout [Int]) {
    if found.isEmpty {
      found = places
      return
    }
    for place in places where !found.contains(place) { found.append(place) }
  }

  /// The next place behind white space.
  func skipSpace(_ position: Int) -> Int { nextPlaces[position] }

  // MARK: Words

  private static func nextPlaces(in text: LexedText) -> [Int] {
    var places = Array(0...text.count)
    for place in (0..<text.count).reversed() where UnitClass.isSpace(text.folded[place]) {
      places[place] = places[place + 1]
    }
    return places
  }

  private static func firstBits(of text: LexedText) -> [UInt64] {
    zip(text.folded, text.scalars).map { folded, scalar in
      // A name in backticks is written out in the grammar.
      scalar == UnitMark.name ? .max : GrammarTable.bit(folded) | GrammarTable.bit(scalar)
    } + [0]
  }

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

  private mutating func lexicalEnds(_ number: Int, from place: Int, isGlued: Bool) -> [Int] {
    let key = ((number * 1_024) + place) * 2 + (isGlued ? 1 : 0)
    if let known = lexicalMemo[key] { return known }
    let found = ends(of: LexicalClass.allCases[number], from: place, isGlued: isGlued)
    lexicalMemo[key] = found
    return found
  }

  private func ends(of kind: LexicalClass, from place: Int, isGlued: Bool) -> [Int] {
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
