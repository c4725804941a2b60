/// Nouns with what is said of them.
extension Parser {
  /// Reads a noun with its modifiers.
  ///
  ///     clause = [ quantifier ] [ modifiers ] noun tail .
  ///
  /// - Parameters:
  ///   - entity: whose rows the noun means; it decides which modifiers may stand.
  ///   - noun: the word that stands for them, an entity's name or that of a relation or column.
  ///   - pending: a period from further left that belongs to this noun or its modifiers.
  mutating func parseClause(
    of entity: Int, noun: WordMeaning, at position: Int, isNested: Bool,
    pending: PendingPeriod? = nil
  ) -> [Reading<ClauseSyntax>] {
    parseClause(
      of: entity, noun: .word(noun), at: position, isNested: isNested, pending: pending)
  }

  mutating func parseClause(
    of entity: Int, noun: ClauseNoun, at position: Int, isNested: Bool,
    pending: PendingPeriod? = nil
  ) -> [Reading<ClauseSyntax>] {
    guard occurs(noun, from: position), let outer = enterClause() else { return [] }
    defer { leaveClause(outer) }
    let start = skipQuantifier(at: position)
    let runs = parseModifierRun(entity, at: start, placement: .before, pending: pending)
    var clauses: [Reading<ClauseSyntax>] = []
    for run in runs {
      for (nounReading, key) in parseNoun(noun, at: run.end) {
        clauses += parseBehindNoun(
          entity, run: run, noun: nounReading, base: base(noun, at: nounReading.node), key: key,
          start: position, isNested: isNested)
      }
    }
    return Readings.packed(clauses)
  }

  /// Counts modifiers anew inside a clause; gives the count of the clause around it, or nil where
  /// the text is nested too deep.
  mutating func enterClause() -> Int? {
    guard enter() else { return nil }
    defer { modifierDepth = 0 }
    return modifierDepth
  }

  mutating func leaveClause(_ outerModifierDepth: Int) {
    modifierDepth = outerModifierDepth
    leave()
  }

  /// Words that say that all are meant, which is so without them.
  ///
  ///     quantifier = "all the" | "all" | "the" | "所有的" | "所有" | "全部的" | "全部" .
  func skipQuantifier(at position: Int) -> Int {
    let start = skipSpace(position)
    return allEnd(at: start) ?? literalEnd("the", at: start) ?? position
  }

  /// Whether one of them but `the` stands here.
  func saysAll(at position: Int) -> Bool { allEnd(at: skipSpace(position)) != nil }

  private func allEnd(at start: Int) -> Int? { anyLiteralEnd(Self.allWords, at: start) }

  private static let allWords = ["all the", "all", "所有的", "所有", "全部的", "全部"]

  /// Whether a noun stands anywhere from a position on; prunes most entities at once.
  private mutating func occurs(_ noun: ClauseNoun, from position: Int) -> Bool {
    guard case .word(let noun) = noun else { return true }
    findNouns()
    guard let last = noun.nounCode.flatMap({ nounPlaces[$0] }) else {
      recordNoun(noun, at: skipSpace(position))
      return triesEveryNoun
    }
    return triesEveryNoun || last >= position
  }

  /// Finds the last place of each noun of the vocabulary.
  mutating func findNouns() {
    guard nounPlaces.isEmpty else { return }
    for unit in start..<limit {
      for (_, meaning) in words(at: unit) {
        if let code = meaning.nounCode { nounPlaces[code] = unit }
      }
    }
  }

  private mutating func recordNoun(_ noun: WordMeaning, at position: Int) {
    switch noun {
    case .entity: failure.record(.entity, at: position)
    case .relation(let entity, let relation):
      failure.record(.relation(entity, relation), at: position)
    case .column(let entity, let column):
      failure.record(.column(entity, column), at: position)
    case .measure(let entity, let measure):
      failure.record(.measure(entity, measure), at: position)
    case .scriptName(let index):
      failure.record(.scriptName(names.entries[index].name), at: position)
    case .keyword, .condition, .constant, .function, .phraseWord: break
    }
  }

  /// The noun itself, and the key of one row that may stand beside it: `task 16`, 第16项任务.
  ///
  ///     noun = ENTITY [ key ] | "第" DIGITS { measure_word } ENTITY .
  mutating func parseNoun(
    _ clauseNoun: ClauseNoun, at position: Int
  ) -> [(Reading<SyntaxRange>, ExpressionSyntax?)] {
    var found: [(Reading<SyntaxRange>, ExpressionSyntax?)] = []
    let start = skipSpace(position)
    let noun: WordMeaning
    switch clauseNoun {
    case .path(let paths):
      return paths.filter { $0.start == start }.map { path in
        (Reading(place(start, path.end), end: path.end, words: path.words), nil)
      }
    case .word(let word): noun = word
    }
    let ends = words(at: start).filter { $0.meaning == noun }.map(\.end)
    if ends.isEmpty { recordNoun(noun, at: start) }
    for end in ends {
      let reading = Reading(place(start, end), end: end, words: [WordSpan(start, end)])
      found.append((reading, nil))
      if noun.takesKey, let key = parseKey(at: end) {
        let whole = Reading(reading.node, end: key.end, words: reading.words + key.words)
        found.append((whole, key.node))
      }
    }
    if case .entity = noun { found += parseOrdinalNoun(noun, at: start) }
    return found
  }

  /// The script's query for which a noun stands.
  func base(_ noun: ClauseNoun, at place: SyntaxRange) -> ScriptNameSyntax? {
    guard case .word(.scriptName(let index)) = noun else { return nil }
    return ScriptNameSyntax(names.entries[index].name, index: index, place: place)
  }

  /// The key of a row, compared as it is spelled.
  ///
  ///     key = DIGITS { "." DIGITS } .
  private mutating func parseKey(at position: Int) -> Reading<ExpressionSyntax>? {
    let start = skipSpace(position)
    var end = start
    while end < limit, UnitClass.isDigit(text.folded[end]) || isKeyPoint(end, start) { end += 1 }
    guard end > start, !cutsLatin(end), !isPeriodStart(start, digitsEnd: end) else { return nil }
    let key = ExpressionSyntax.key(text.text(start, end), place(start, end))
    return Reading(key, end: end, words: [WordSpan(start, end)])
  }

  private func isKeyPoint(_ unit: Int, _ start: Int) -> Bool {
    unit > start && unit + 1 < limit && text.folded[unit] == 0x2e
      && UnitClass.isDigit(text.folded[unit + 1])
  }

  /// Whether a longer period literal starts at the digits: `2024年`, `6月`, `2024-06`.
  private mutating func isPeriodStart(_ start: Int, digitsEnd: Int) -> Bool {
    periodMatches(at: start).contains { $0.end > digitsEnd }
  }

  /// A noun behind its key: 第16项任务.
  private mutating func parseOrdinalNoun(
    _ noun: WordMeaning, at start: Int
  ) -> [(Reading<SyntaxRange>, ExpressionSyntax?)] {
    guard let (digitsEnd, nounStart) = ordinal(at: start) else { return [] }
    let key = ExpressionSyntax.key(text.text(start + 1, digitsEnd), place(start, digitsEnd))
    return words(at: nounStart).filter { $0.meaning == noun }.map { word in
      let spans = [WordSpan(start, nounStart), WordSpan(nounStart, word.end)]
      return (Reading(place(nounStart, word.end), end: word.end, words: spans), key)
    }
  }

  /// Where the digits of 第16项 and its measure words end.
  func ordinal(at start: Int) -> (digitsEnd: Int, end: Int)? {
    guard start < limit, text.folded[start] == 0x7b2c else { return nil }
    var digitsEnd = start + 1
    while digitsEnd < limit, UnitClass.isDigit(text.folded[digitsEnd]) { digitsEnd += 1 }
    guard digitsEnd > start + 1 else { return nil }
    return (digitsEnd, skipParticles(Parser.measureWords, at: digitsEnd))
  }

  /// The modifiers behind a noun; glued to it none may stand.
  private mutating func parseBehindNoun(
    _ entity: Int, run: Reading<ModifierRun>, noun: Reading<SyntaxRange>,
    base: ScriptNameSyntax?, key: ExpressionSyntax?, start: Int, isNested: Bool
  ) -> [Reading<ClauseSyntax>] {
    let before = run.node.conditions + (key.map { [$0] } ?? [])
    let name = vocabulary.entities[entity].name
    let words = run.words + noun.words
    return parseTail(entity, at: noun.end, isNested: isNested).map { tail in
      let clause = ClauseSyntax(
        entity: name, base: base, modifiers: before + tail.node.conditions, nounPlace: noun.node,
        place: place(start, tail.end))
      return Reading(clause, end: tail.end, words: words + tail.words)
    }
  }

  ///     tail        = { SPACE modifiers | "," modifiers } .
  ///     nested_tail = { SPACE modifiers } .
  private mutating func parseTail(
    _ entity: Int, at position: Int, isNested: Bool
  ) -> [Reading<ModifierRun>] {
    var states = [Reading(ModifierRun.empty, end: position, words: [])]
    var finished: [Reading<ModifierRun>] = []
    var length = 0
    while !states.isEmpty {
      length += 1
      guard isWithin(Parser.itemLimit, count: length) else { return [] }
      var extended: [Reading<ModifierRun>] = []
      for state in states {
        let more = parseTailRun(entity, at: state.end, isNested: isNested).filter {
          $0.end > state.end
        }
        if more.isEmpty { finished.append(state) }
        extended += more.map { next in
          state.joined(next) { ModifierRun(conditions: $0.conditions + $1.conditions) }
        }
      }
      states = Readings.packed(extended)
    }
    return Readings.packed(finished)
  }

  private mutating func parseTailRun(
    _ entity: Int, at position: Int, isNested: Bool
  ) -> [Reading<ModifierRun>] {
    let placement: ModifierPlacement = isNested ? .afterNested : .after
    if isSpace(at: position) {
      let runs = parseModifierRun(entity, at: position, placement: placement, pending: nil)
        .filter { $0.end > position }
      // One that could go on at once is the beginning of a longer one among them, but where a
      // second period follows: a run holds only one that no predicate took.
      let ends = Set(runs.map(\.end))
      let whole = runs.filter { run in
        guard isSpace(at: run.end) else { return true }
        let next = parseModifierRun(entity, at: run.end, placement: placement, pending: nil)
          .filter { $0.end > run.end }
        let longer = next.filter { ends.contains($0.end) }
        if longer.isEmpty { return true }
        // The tail goes on behind a longer run only where a space follows it.
        return longer.count < next.count && !longer.contains { isSpace(at: $0.end) }
      }
      if !runs.isEmpty { return whole }
    }
    // Inside another clause a comma closes this one.
    guard !isNested, let comma = symbol(",", at: position) else { return [] }
    return parseModifierRun(entity, at: comma, placement: .afterComma, pending: nil).filter {
      $0.end > comma
    }
  }
}
