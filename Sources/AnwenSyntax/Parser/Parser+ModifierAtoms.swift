/// One thing that is said of a noun.
extension Parser {
  ///     modifier = phrase | existence | negated | CONDITION | bracketed | values
  ///              | rows_behind | Where condition .
  mutating func parseAtom(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    guard enter() else { return [] }
    defer { leave() }
    var atoms = parsePhrases(entity, at: position, pending: pending)
    atoms += parseNamedConditions(entity, at: position).map { $0.map { ModifierAtom($0) } }
    atoms += parseExistence(entity, at: position, pending: pending)
    // What cannot take the period leaves it to what follows.
    if pending != nil { atoms += parseExistence(entity, at: position, pending: nil) }
    atoms += parseExistenceInEach(entity, at: position, pending: pending)
    atoms += parseNegatedAtom(entity, at: position, placement: placement, pending: pending)
    if placement != .afterComma {
      atoms += parseBareValues(entity, at: position).map { $0.map { ModifierAtom($0) } }
    }
    if placement == .afterNested || placement == .afterComma,
      let word = keyword(.where, at: position)
    {
      let scope = scopeIndex(ofEntity: entity)
      atoms += parseCondition(at: word.end, scope: scope).map { condition in
        Reading(
          ModifierAtom(condition.node), end: condition.end, words: word.words + condition.words)
      }
    }
    if placement == .after || placement == .afterNested {
      atoms += parseRowsBehind(entity, at: position)
    }
    atoms += parseBracketed(entity, at: position)
    return withoutOverruled(Readings.packed(atoms))
  }

  /// 都 or 均 before 有 or 没有: it is said of each of the periods that stand before; under 不 it is
  /// not so in every one.
  ///
  ///     each_existence = [ Not ] Each existence .
  private mutating func parseExistenceInEach(
    _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    guard let pending else { return [] }
    let negation = keyword(.not, at: position)
    guard let word = keyword(.each, at: negation?.end ?? position) else { return [] }
    return parseExistence(entity, at: word.end, pending: pending.each()).filter(\.node.tookPending)
      .map { existence in
        let atom = existence.node
        let node =
          negation == nil
          ? atom
          : ModifierAtom(.not(atom.condition, place(position, existence.end)), tookPending: true)
        return Reading(
          node, end: existence.end,
          words: (negation?.words ?? []) + word.words + existence.words)
      }
  }

  /// A phrase that takes the period behind it beats a condition of the same word beside a bare
  /// period: `closed this month`. Under a negation both are meant, and that is an ambiguity.
  private mutating func withoutOverruled(
    _ atoms: [Reading<ModifierAtom>]
  ) -> [Reading<ModifierAtom>] {
    var kept: [Reading<ModifierAtom>] = []
    for atom in atoms {
      let longer = atoms.contains { $0.end > atom.end && !$0.node.isNegated }
      let periodEnds =
        longer && !atom.node.isNegated ? nounPeriodEnds(at: atom.end) : []
      if !atoms.contains(where: { periodEnds.contains($0.end) }) { kept.append(atom) }
    }
    return kept
  }

  private mutating func parseNegatedAtom(
    _ entity: Int, at position: Int, placement: ModifierPlacement, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    guard enter() else { return [] }
    defer { leave() }
    var found: [Reading<ModifierAtom>] = []
    // `not any` is longer than `not`.
    for word in [keyword(.not, at: position), keyword(.without, at: position)].compactMap({ $0 }) {
      var inner =
        parsePhrases(entity, at: word.end, pending: pending)
        + parseNamedConditions(entity, at: word.end).map { $0.map { ModifierAtom($0) } }
        + parseBracketed(entity, at: word.end)
      // 没有 before a value or a negation is about a relation: 没有重大隐患, 没有未销号的隐患.
      if word.node == .not {
        inner += parseNegatedAtom(entity, at: word.end, placement: placement, pending: pending)
        inner += parseBareValues(entity, at: word.end).map { $0.map { ModifierAtom($0) } }
      }
      let isBracketed = symbol("(", at: word.end) != nil
      found += inner.map { atom in
        let range = place(position, atom.end)
        return Reading(
          ModifierAtom(
            isBracketed ? .not(atom.node.condition, range) : atom.node.negated(at: range),
            tookPending: atom.node.tookPending, isNegated: true),
          end: atom.end, words: word.words + atom.words)
      }
    }
    return found
  }

  private mutating func parseBracketed(
    _ entity: Int, at position: Int
  ) -> [Reading<ModifierAtom>] {
    guard let open = symbol("(", at: position) else { return [] }
    let scope = scopeIndex(ofEntity: entity)
    return parseCondition(at: open, scope: scope).compactMap { inner in
      guard let close = symbol(")", at: inner.end) else { return nil }
      return Reading(ModifierAtom(inner.node), end: close, words: inner.words)
    }
  }

  /// The conditions that the model names.
  mutating func parseNamedConditions(
    _ entity: Int, at position: Int
  ) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    let conditions = vocabulary.entities[entity].conditions
    for index in conditions.indices { failure.record(.condition(entity, index), at: start) }
    return words(at: start).compactMap { word in
      guard case .condition(entity, let index) = word.meaning else { return nil }
      let node = ExpressionSyntax.condition(conditions[index].name, place(start, word.end))
      return Reading(node, end: word.end, words: [WordSpan(start, word.end)])
    }
  }
}
