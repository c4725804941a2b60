/// What is said of a noun.
extension Parser {
  /// Reads modifiers one behind the other; every place where they may end is a reading.
  ///
  ///     modifiers = own_modifiers | related_rows [ modifiers ] .
  ///     own_modifiers = alternatives [ "的" ] | alternatives [ link ] modifiers
  ///               | noun_period ( [ "的" [ modifiers ] ] | waiting ) .
  ///     waiting   = passed ( [ "的" ] | [ link ] waiting )
  ///               | taking [ "的" ] | taking [ link ] modifiers | related_rows [ waiting ] .
  ///     link      = "的" | "," | And | "和" | "、" .
  ///
  /// A Chinese period belongs to the next predicate that can take it, else to the noun.
  mutating func parseModifierRun(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierRun>] {
    let key = modifierKey(entity, at: position, placement: placement, pending: pending)
    if let known = memo.modifiers[key] { return known }
    guard isWithin(Parser.modifierLimit, count: modifierDepth + 1), enter() else { return [] }
    modifierDepth += 1
    defer {
      modifierDepth -= 1
      leave()
    }
    var runs = ownRuns(entity, at: position, placement: placement, pending: pending)
    if placement == .before {
      runs = addingRows(to: runs, entity, at: position, pending: pending)
    }
    let packed = Readings.packed(runs)
    memo.modifiers[key] = packed
    return packed
  }

  /// The runs that begin with no rows before 的.
  mutating func ownRuns(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierRun>] {
    let key = modifierKey(entity, at: position, placement: placement, pending: pending)
    if let known = memo.ownModifiers[key] { return known }
    var runs = closedRuns(entity, at: position, pending: pending)
    if pending == nil, placement != .afterComma {
      runs += runsFromPeriod(entity, at: position, placement: placement)
    }
    runs += runsFromAtom(entity, at: position, placement: placement, pending: pending)
    memo.ownModifiers[key] = runs
    return runs
  }

  func modifierKey(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> Int {
    ParserMemo.key(
      entity: entity, position: position,
      variant: placement.rawValue + 4 * (pending?.isEach == true ? 1 : 0)
        + 8 * ((pending?.position ?? -1) + 1))
  }

  /// The run that ends here: a period that no predicate took is the noun's.
  private mutating func closedRuns(
    _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierRun>] {
    guard let pending else { return [Reading(.empty, end: position, words: [])] }
    guard vocabulary.entities[entity].hasMainDate else {
      failure.undatedPeriod = (pending.periods.place, entity)
      return []
    }
    let run = ModifierRun(conditions: [.mainDate(pending.periods)])
    return [Reading(run, end: position, words: [])]
  }

  private mutating func runsFromPeriod(
    _ entity: Int, at position: Int, placement: ModifierPlacement
  ) -> [Reading<ModifierRun>] {
    var runs: [Reading<ModifierRun>] = []
    for period in nounPeriods(at: position) {
      let pending = PendingPeriod(periods: period.node, position: skipSpace(position))
      if let particle = attributiveEnd(at: period.end),
        vocabulary.entities[entity].hasMainDate
      {
        // Directly before 的 the period is the noun's.
        runs += parseModifierRun(entity, at: particle, placement: placement, pending: nil).map {
          Reading(
            $0.node.prefixed(by: .mainDate(period.node)), end: $0.end,
            words: period.words + $0.words)
        }
      } else {
        runs += parseModifierRun(
          entity, at: period.end, placement: placement, pending: pending
        ).map { Reading($0.node, end: $0.end, words: period.words + $0.words) }
      }
    }
    return runs
  }

  ///     noun_period = PERIODS | [ In ] Each EXPECTED_PERIODS | In EXPECTED_PERIODS .
  ///
  /// Behind `in` a plain integer is a year, which behind the noun alone it is not.
  mutating func nounPeriods(at position: Int) -> [Reading<PeriodListSyntax>] {
    var found = parseListedPeriods(at: position, takesYear: false)
    if let word = keyword(.in, at: position) {
      found += parseListedPeriods(at: word.end, takesYear: true).map { period in
        Reading(period.node, end: period.end, words: word.words + period.words)
      }
    }
    return found
  }

  /// Where the periods that could be the noun's end.
  mutating func nounPeriodEnds(at position: Int) -> [Int] {
    let ends = periodMatches(at: skipSpace(position), takesComma: true).map(\.end)
    guard let word = keyword(.in, at: position) else { return ends }
    let listed = periodMatches(at: skipSpace(word.end), takesYear: true, takesComma: true)
    return ends + listed.map(\.end)
  }

  private mutating func runsFromAtom(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierRun>] {
    let atoms = parseAlternatives(entity, at: position, placement: placement, pending: pending)
    let takers = atoms.filter(\.node.tookPending)
    // Beside a negation a period has two readings where the noun has a main date.
    let isAmbiguous =
      takers.contains { $0.node.isNegated } && vocabulary.entities[entity].hasMainDate
    var runs: [Reading<ModifierRun>] = []
    for atom in atoms {
      // A shorter taker may be only a part of the atom's word.
      let isOvertaken = !atom.node.tookPending && takers.contains { $0.end >= atom.end }
      if isOvertaken, !isAmbiguous { continue }
      let rest = atom.node.tookPending ? nil : pending
      for (next, mustGoOn) in joinerEnds(behind: atom.end, placement: placement) {
        runs += parseModifierRun(entity, at: next, placement: placement, pending: rest)
          .filter { !mustGoOn || $0.end > next }
          .map {
            Reading(
              $0.node.prefixed(by: atom.node.condition), end: $0.end, words: atom.words + $0.words)
          }
      }
    }
    return runs
  }

  /// 的 directly behind, and the space that may follow it.
  func attributiveEnd(at position: Int) -> Int? {
    position < limit && text.folded[position] == 0x7684 ? position + 1 : nil
  }

  /// Where the next modifier or the noun may start behind a modifier, and whether it must be a
  /// modifier.
  private mutating func joinerEnds(
    behind position: Int, placement: ModifierPlacement
  ) -> [(end: Int, mustGoOn: Bool)] {
    if placement == .before, let particle = attributiveEnd(at: position) {
      return [(particle, false)]
    }
    var ends = [(end: position, mustGoOn: false)]
    if let word = keyword(.and, at: position) { ends.append((word.end, true)) }
    if position < limit, text.folded[position] == 0x3001 || text.folded[position] == 0x548c {
      ends.append((position + 1, true))
    }
    // Behind the noun a comma is read by the tail.
    if placement == .before, let comma = symbol(",", at: position) { ends.append((comma, true)) }
    return ends
  }

  ///     alternatives = modifier { Or modifier } .
  private mutating func parseAlternatives(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    var states = parseAtom(entity, at: position, placement: placement, pending: pending).map {
      $0.map { [$0] }
    }
    var finished: [Reading<[ModifierAtom]>] = []
    while !states.isEmpty {
      var extended: [Reading<[ModifierAtom]>] = []
      for state in states {
        guard isWithin(Parser.chainLimit, count: state.node.count) else { return [] }
        let word = keyword(.or, at: state.end)
        let next = word.map {
          parseAtom(entity, at: $0.end, placement: placement, pending: nil)
        }
        if next?.isEmpty ?? true { finished.append(state) }
        extended += (next ?? []).map { more in
          Reading(
            state.node + [more.node], end: more.end,
            words: state.words + (word?.words ?? []) + more.words)
        }
      }
      states = Readings.packed(extended)
    }
    let alternatives = finished.map { state in
      state.map { atoms in
        atoms.count == 1
          ? atoms[0] : ModifierAtom(.or(atoms.map(\.condition)), tookPending: atoms[0].tookPending)
      }
    }
    return Readings.packed(alternatives)
  }
}
