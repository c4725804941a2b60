import AnwenDiagnostics

/// Phrases that the model declares for an entity.
extension Parser {
  /// Reads every phrase of the entity that starts here.
  ///
  ///     phrase = WORDING { aspect } .
  mutating func parsePhrases(
    _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    var found: [Reading<ModifierAtom>] = []
    for pattern in vocabulary.entities[entity].phrases {
      found += parsePhrase(pattern, of: entity, at: position, pending: pending)
    }
    return Readings.packed(found)
  }

  private mutating func parsePhrase(
    _ pattern: PhrasePattern, of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    let usable = pattern.language == .chinese ? pending : nil
    let mayBeDated =
      pattern.language == .chinese && !pattern.takesPeriod
      && vocabulary.entities[entity].hasMainDate
    var states = [PhraseState(end: position, pending: usable)]
    for (index, element) in pattern.elements.enumerated() {
      var next: [PhraseState] = []
      for state in states {
        switch element {
        case .literal(let literal):
          let starts = index > 0 && mayBeDated ? [state] + dated(state) : [state]
          for start in starts {
            next += match(literal, start, isFirst: index == 0, language: pattern.language)
          }
        case .slot(let slot):
          next += fill(slot, state)
        }
      }
      states = next
      if states.isEmpty { return [] }
    }
    return states.map { finish($0, pattern: pattern, entity: entity, start: position) }
  }

  private func finish(
    _ state: PhraseState, pattern: PhrasePattern, entity: Int, start: Int
  ) -> Reading<ModifierAtom> {
    let end = skipParticles(Parser.aspectParticles, at: state.end)
    let range = place(start, end)
    let phrase = PhraseSyntax(
      entity: vocabulary.entities[entity].name, id: pattern.id, arguments: state.arguments,
      place: range)
    var condition = ExpressionSyntax.phrase(phrase)
    if state.isNegated { condition = condition.negated(at: range) }
    if let date = state.date { condition = .and([condition, .mainDate(date)]) }
    let atom = ModifierAtom(
      condition, tookPending: state.tookPending, isNegated: state.isNegated,
      holdsEach: state.isOfAll)
    return Reading(atom, end: end, words: state.words)
  }

  /// A period inside a phrase that takes none is the noun's: 李小红本月开展的检查.
  private mutating func dated(_ state: PhraseState) -> [PhraseState] {
    guard state.date == nil else { return [] }
    return parseListedPeriods(at: state.end, takesYear: false).map { state.dated($0) }
  }

  /// A literal; in Chinese 未 or 没有, and 共同, 都 or 均, may stand before it.
  private mutating func match(
    _ literal: String, _ state: PhraseState, isFirst: Bool, language: Language
  ) -> [PhraseState] {
    var states = [state]
    if !isFirst, language == .chinese {
      if let word = anyKeyword([.both, .each], at: state.end) {
        states.append(state.joinedByAll(word, isOfEach: keyword(.each, at: state.end) != nil))
      }
      for candidate in states {
        for negation in [Keyword.not, .without] {
          guard let word = keyword(negation, at: candidate.end) else { continue }
          states.append(candidate.negated(word))
        }
      }
    }
    return states.compactMap { candidate in
      let start = skipSpace(candidate.end)
      guard let end = literalEnd(literal, at: start) else {
        failure.record(.phrase(literal), at: start)
        return nil
      }
      return candidate.taking(WordSpan(start, end))
    }
  }

  /// 在 or 于 before a period changes nothing: 未在今年销号.
  private func skipPreposition(at position: Int) -> Int {
    let start = skipSpace(position)
    guard start < limit, text.folded[start] == 0x5728 || text.folded[start] == 0x4e8e else {
      return position
    }
    return start + 1
  }

  private mutating func fill(_ slot: PhraseSlot, _ state: PhraseState) -> [PhraseState] {
    switch slot.type {
    case .values(let type):
      return parseValueList([type], at: state.end).map { values in
        state.filling(slot.name, .values(values.node), end: values.end, words: values.words)
      }
    case .period:
      let start = skipPreposition(at: state.end)
      var states = parseListedPeriods(at: start, takesYear: true).map { periods in
        state.filling(slot.name, .periods(periods.node), end: periods.end, words: periods.words)
      }
      if let pending = state.pending { states.append(state.takingPending(slot.name, pending)) }
      return states
    case .number:
      guard let number = parseNumber(at: state.end) else { return [] }
      return [state.filling(slot.name, .number(number.node), end: number.end, words: number.words)]
    case .text:
      let parameters = parameterTexts(at: state.end)
      if !parameters.isEmpty {
        return parameters.map {
          state.filling(slot.name, $0.node, end: $0.end, words: $0.words)
        }
      }
      guard let text = parseQuoted(at: state.end) else { return [] }
      let argument = PhraseSyntax.Argument.text(
        text.node, place(state.end, text.end), parameter: nil)
      return [state.filling(slot.name, argument, end: text.end, words: text.words)]
    }
  }
}

/// How far a phrase has been read.
private struct PhraseState {
  var end: Int
  var pending: PendingPeriod?
  var arguments: [String: PhraseSyntax.Argument] = [:]
  var words: [WordSpan] = []
  var tookPending = false
  var isNegated = false
  /// Whether 共同, 都 or their kin stands inside.
  var isOfAll = false
  /// Whether it is 都 or 均, which each of the values or periods is meant by.
  var isOfEach = false
  /// A period that stands inside and is about the noun's main date.
  var date: PeriodListSyntax?

  func taking(_ word: WordSpan) -> PhraseState {
    var state = self
    state.words.append(word)
    state.end = Int(word.end)
    return state
  }

  func filling(
    _ slot: String, _ argument: PhraseSyntax.Argument, end: Int, words: [WordSpan]
  ) -> PhraseState {
    var state = self
    state.arguments[slot] = argument
    state.words += words
    state.end = end
    return state
  }

  func takingPending(_ slot: String, _ pending: PendingPeriod) -> PhraseState {
    var state = self
    state.arguments[slot] = .periods(pending.periods)
    state.pending = nil
    state.tookPending = true
    return state
  }

  func dated(_ period: Reading<PeriodListSyntax>) -> PhraseState {
    var state = self
    state.date = period.node
    state.words += period.words
    state.end = period.end
    return state
  }

  /// Behind 都 each of the values is meant: none of them.
  func negated(_ word: Reading<Keyword>) -> PhraseState {
    var state = isOfEach ? joined(.any) : self
    state.words += word.words
    state.end = word.end
    state.isNegated.toggle()
    return state
  }

  /// 共同 and 都: the values and periods before them are all meant.
  func joinedByAll(_ word: Reading<Keyword>, isOfEach: Bool) -> PhraseState {
    var state = joined(.all)
    state.words += word.words
    state.end = word.end
    state.isOfAll = true
    state.isOfEach = isOfEach
    return state
  }

  private func joined(_ joining: ValueListSyntax.Joining) -> PhraseState {
    var state = self
    for (slot, argument) in arguments {
      switch argument {
      case .values(let list):
        state.arguments[slot] = .values(
          ValueListSyntax(values: list.values, joining: joining, place: list.place))
      case .periods(let periods): state.arguments[slot] = .periods(periods.each())
      case .number, .text: break
      }
    }
    return state
  }
}
