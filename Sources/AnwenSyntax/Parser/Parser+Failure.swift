import AnwenDiagnostics

/// Why no reading covers the text.
extension Parser {
  mutating func failureDiagnostic(from start: Int) -> Diagnostic {
    if let excess = failure.excess {
      return Diagnostic(excess, at: text.range(start, limit))
    }
    if let (problem, place) = failure.stock { return Diagnostic(problem, at: place.range) }
    if let denied = failure.deniedAll {
      let words = text.source.slice(denied.range)
      return Diagnostic(SyntaxProblem.deniedAll(words), at: denied.range)
    }
    let place = failure.position
    if let undated = undatedNoun(before: place) { return undated }
    if let window = misplacedWindow(at: place) { return window }
    if let slot = failure.unknownSlot, slot.place.range.start == text.range(place, place).start {
      return Diagnostic(
        SyntaxProblem.unknownSlot(slot.name, slots: slots), at: slot.place.range)
    }
    let expected = ExpectationWords(failure.expectations, vocabulary: vocabulary)
    guard place < limit else {
      let problem = SyntaxProblem.incomplete(
        after: lastWord(before: limit), expected: expected.descriptions)
      return Diagnostic(problem, at: text.range(max(start, limit - 1), limit))
    }
    guard UnitClass.isWord(text.folded[place]) else {
      let foreign = ForeignWords.symbol(in: text, around: place, limit: limit)
      let range = foreign?.range ?? place..<place + 1
      let problem = SyntaxProblem.unexpected(
        text.text(range.lowerBound, range.upperBound), expected: expected.descriptions,
        candidates: foreign.map { [$0.own] } ?? [])
      return Diagnostic(problem, at: text.range(range.lowerBound, range.upperBound))
    }
    if let unknown = unknownStretch(around: place), !isKnown(unknown) {
      return unknownWord(unknown, expected: expected)
    }
    if place == skipSpace(start), !namesAnEntity || wordEnd(from: place) == limit {
      if let noun = misspeltNoun(from: place, expected: expected) { return noun }
      return Diagnostic(
        SyntaxProblem.noNoun(expected: expected.entities), at: text.range(place, limit))
    }
    let end = wordEnd(from: place)
    let problem = SyntaxProblem.misplaced(
      text.text(place, end), after: lastWord(before: place), expected: expected.descriptions)
    return Diagnostic(problem, at: text.range(place, end))
  }

  /// An unknown word further on that comes near a noun: what stands before it was read as what is
  /// said of it.
  private mutating func misspeltNoun(from place: Int, expected: ExpectationWords) -> Diagnostic? {
    let nouns = vocabulary.entities.flatMap { $0.words.spellings.map(\.text) }
    var unit = place
    while unit < limit {
      let run = self.run(around: unit)
      if !run.isEmpty, let stretch = unknownStretch(around: unit), !isKnown(stretch) {
        let (range, candidates) = nearest(to: stretch, among: nouns)
        guard !candidates.isEmpty else { return nil }
        let problem = SyntaxProblem.unknownWord(
          text.text(range.lowerBound, range.upperBound), kind: .entity,
          expected: expected.entities, candidates: candidates)
        return Diagnostic(problem, at: text.range(range.lowerBound, range.upperBound))
      }
      unit = max(run.upperBound, unit) + 1
    }
    return nil
  }

  /// A period that no predicate took, beside a noun that has no main date.
  private func undatedNoun(before place: Int) -> Diagnostic? {
    guard let (period, entity) = failure.undatedPeriod,
      period.range.end <= text.range(place, place).start
    else { return nil }
    let words = vocabulary.entities[entity].words
    let name = LocalizedText(english: words.name, chinese: words.text(in: .chinese))
    return Diagnostic(SyntaxProblem.noMainDate(of: name), at: period.range)
  }

  /// A word that begins a window where only other expressions may stand.
  private func misplacedWindow(at place: Int) -> Diagnostic? {
    guard place < limit, failure.expectations.contains(.keyword(.if)) else { return nil }
    for (end, meaning) in vocabulary.words(in: text, at: place) {
      guard case .keyword(let keyword) = meaning, Parser.windowWords.contains(keyword),
        !Parser.aggregateFunctions.contains(keyword)
      else { continue }
      return Diagnostic(
        SyntaxProblem.misplacedWindow(text.text(place, end)), at: text.range(place, end))
    }
    return nil
  }

  /// Whether a noun that can be asked about stands anywhere.
  private var namesAnEntity: Bool {
    vocabulary.entities.indices.contains { nounPlaces[$0] != nil }
  }

  /// Whether a stretch is a word or a value as it stands, and only in the wrong place.
  private mutating func isKnown(_ stretch: Range<Int>) -> Bool {
    words(at: stretch.lowerBound).contains { $0.end == stretch.upperBound }
      || values(at: stretch.lowerBound).contains { $0.end == stretch.upperBound }
  }

  private mutating func unknownWord(
    _ stretch: Range<Int>, expected: ExpectationWords
  ) -> Diagnostic {
    var (range, candidates) = nearest(to: stretch, among: expected.spellings)
    // What is offered takes the place of the range, so a single word is not for two.
    let wider = widened(stretch)
    if wider != stretch, candidates.first?.contains(" ") ?? true {
      let longer = NearestWords.nearest(
        to: text.text(wider.lowerBound, wider.upperBound),
        among: expected.spellings.filter { $0.contains(" ") })
      if !longer.isEmpty { (candidates, range) = (longer, wider) }
    }
    let problem = SyntaxProblem.unknownWord(
      text.text(range.lowerBound, range.upperBound), kind: expected.kind,
      expected: expected.descriptions, candidates: candidates)
    return Diagnostic(problem, at: text.range(range.lowerBound, range.upperBound))
  }

  /// What an unknown stretch may be a slip for; where it is for none, what a part of it may be that
  /// stands between words: 重大隐还, 点位数及隐还数.
  private mutating func nearest(
    to stretch: Range<Int>, among spellings: [String]
  ) -> (range: Range<Int>, candidates: [String]) {
    let written = text.text(stretch.lowerBound, stretch.upperBound)
    let whole =
      ForeignWords.word(written).map { [$0] }
      ?? NearestWords.nearest(to: written, among: spellings)
    if !whole.isEmpty { return (stretch, whole) }
    let known =
      words(at: stretch.lowerBound).map(\.end) + values(at: stretch.lowerBound).map(\.end)
    let next = nextFigure(in: stretch)
    let starts = [next, stretch.lowerBound].compactMap { $0 } + known.sorted().reversed()
    for start in starts where start < stretch.upperBound {
      for part in [withoutCountMark(start..<stretch.upperBound), start..<stretch.upperBound]
      where part.count > 1 {
        let candidates = NearestWords.nearest(
          to: text.text(part.lowerBound, part.upperBound), among: spellings)
        if !candidates.isEmpty { return (part, candidates) }
      }
    }
    return (next.map { withoutCountMark($0..<stretch.upperBound) } ?? stretch, [])
  }

  /// Where the next figure begins in an unknown stretch, behind 数及.
  private mutating func nextFigure(in stretch: Range<Int>) -> Int? {
    countMarkEnd(at: stretch.lowerBound).flatMap { mark in
      anyLiteralEnd(Parser.figureJoiners, at: mark).flatMap { $0 < stretch.upperBound ? $0 : nil }
    }
  }

  private func withoutCountMark(_ stretch: Range<Int>) -> Range<Int> {
    stretch.count > 1 && text.folded[stretch.upperBound - 1] == Parser.countMark
      ? stretch.dropLast() : stretch
  }

  /// An unknown Latin word with the known one behind it, for phrases of two words: `ownd by`.
  private func widened(_ stretch: Range<Int>) -> Range<Int> {
    guard UnitClass.isLatin(text.folded[stretch.lowerBound]), isSpace(at: stretch.upperBound)
    else { return stretch }
    let next = skipSpace(stretch.upperBound)
    var end = next
    while end < limit, UnitClass.isLatin(text.folded[end]) { end += 1 }
    return end > next ? stretch.lowerBound..<end : stretch
  }

  /// The longest stretch that no word explains, in the run of word characters at a place.
  private mutating func unknownStretch(around place: Int) -> Range<Int>? {
    let run = self.run(around: place)
    let isUnknown = unknownUnits(in: run, from: place)
    var best: Range<Int>?
    var start: Int?
    for unit in run.lowerBound...run.upperBound {
      let goesOn = unit < run.upperBound && isUnknown[unit - run.lowerBound]
      if goesOn, start == nil { start = unit }
      if !goesOn, let first = start {
        if unit - first > (best?.count ?? 0) { best = first..<unit }
        start = nil
      }
    }
    return best
  }

  /// Which characters of a run no word explains.
  ///
  /// A word of one character beside an unknown one explains nothing either: in 负则, which is a
  /// slip for 负责, 则 is no `then`. What stands before the place was read as what it is.
  private mutating func unknownUnits(in run: Range<Int>, from place: Int) -> [Bool] {
    let lengths = wordLengths(in: run)
    var isUnknown = lengths.map { $0 == 0 }
    let isWeak = run.map { unit in
      unit >= place && lengths[unit - run.lowerBound] == 1 && text.folded[unit] != 0x7684
    }
    for index in isUnknown.indices.dropFirst() where isWeak[index] && isUnknown[index - 1] {
      isUnknown[index] = true
    }
    for index in isUnknown.indices.dropLast().reversed()
    where isWeak[index] && isUnknown[index + 1] {
      isUnknown[index] = true
    }
    return isUnknown
  }

  private func run(around place: Int) -> Range<Int> {
    var (start, end) = (place, place)
    while start > self.start, UnitClass.isWord(text.folded[start - 1]) { start -= 1 }
    while end < limit, UnitClass.isWord(text.folded[end]) { end += 1 }
    return start..<end
  }

  /// How long the word is that the cheapest path through the lattice takes each character of a
  /// run for; 0 where none explains it.
  ///
  /// Data values of one or two characters beside an unknown one explain nothing: a name of three
  /// characters that is off by one would else fall apart.
  private mutating func wordLengths(in run: Range<Int>) -> [Int] {
    let edges = run.map { unit in edgeEnds(at: unit).filter { $0 <= run.upperBound } }
    // The fewest unexplained characters from each unit to the run's end.
    var cost = [Int](repeating: 0, count: run.count + 1)
    var next = [Int](repeating: 0, count: run.count)
    for index in stride(from: run.count - 1, through: 0, by: -1) {
      cost[index] = cost[index + 1] + 10
      next[index] = -1
      for end in edges[index] where cost[end - run.lowerBound] + 1 < cost[index] {
        cost[index] = cost[end - run.lowerBound] + 1
        next[index] = end - run.lowerBound
      }
    }
    var lengths = [Int](repeating: 0, count: run.count)
    var index = 0
    while index < run.count {
      guard next[index] > index else {
        index += 1
        continue
      }
      for unit in index..<next[index] { lengths[unit] = next[index] - index }
      index = next[index]
    }
    return lengths
  }

  /// Where the words, periods, numbers and longer data values end that start at a unit.
  private mutating func edgeEnds(at unit: Int) -> [Int] {
    var ends = words(at: unit).map(\.end)
    ends += values(at: unit).map(\.end).filter { $0 - unit > 2 || isWholeRun(unit, $0) }
    ends += periodMatches(at: unit).map(\.end)
    failure.muteCount += 1
    if let number = parseNumber(at: unit) { ends.append(number.end) }
    if let symbol = comparisonOperator(at: unit) { ends.append(symbol.end) }
    failure.muteCount -= 1
    if Parser.measureWords.contains(text.folded[unit])
      || Parser.aspectParticles.contains(text.folded[unit]) || text.folded[unit] == 0x7684
      || text.folded[unit] == 0x548c
    {
      ends.append(unit + 1)
    }
    return ends
  }

  private func isWholeRun(_ start: Int, _ end: Int) -> Bool {
    (start == 0 || !UnitClass.isWord(text.folded[start - 1]))
      && (end >= limit || !UnitClass.isWord(text.folded[end]))
  }

  /// The end of the longest word that starts here, or of the run.
  private mutating func wordEnd(from place: Int) -> Int {
    let ends = edgeEnds(at: place).filter { $0 <= limit }
    return ends.max() ?? run(around: place).upperBound
  }

  /// The text from the last space, or the last few characters, before a place of the statement.
  private func lastWord(before place: Int) -> String {
    var end = place
    while end > self.start, UnitClass.isSpace(text.folded[end - 1]) { end -= 1 }
    var start = end
    while start > self.start, end - start < 12, !UnitClass.isSpace(text.folded[start - 1]) {
      start -= 1
    }
    return text.text(start, end)
  }
}
