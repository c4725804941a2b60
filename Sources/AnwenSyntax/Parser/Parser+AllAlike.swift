/// What all related rows have in common: 隐患都已销号的点位.
///
/// It says the same as 只有 with the words before the noun: there is one, and all are such. A period
/// before it says which rows are meant, not how they are: 3月隐患都已销号的点位.
extension Parser {
  private static let commonWords = ["全部", "都", "均", "全"]

  ///     all_alike = [ quantifier ] RELATION ( "全部" | "都" | "均" | "全" ) modifiers .
  mutating func parseAllAlike(
    _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    let start = skipSpace(position)
    let noun = skipSpace(skipQuantifier(at: start))
    var found: [Reading<ModifierAtom>] = []
    for relation in relationWords(of: entity, at: noun) {
      let all = skipSpace(relation.end)
      guard let allEnd = anyLiteralEnd(Self.commonWords, at: all) else { continue }
      let target = vocabulary.entities[relation.target]
      guard pending == nil || target.hasMainDate else { continue }
      found += modifiersInCommon(relation.target, at: allEnd).map { run in
        let rows = RowsAlike(
          relation: relation.name, entity: target.name, noun: place(noun, relation.end),
          place: place(start, run.end))
        return Reading(
          ModifierAtom(
            rows.condition(run.node.conditions, in: pending?.periods), tookPending: pending != nil),
          end: run.end,
          words: [WordSpan(noun, relation.end), WordSpan(all, allEnd)] + run.words)
      }
    }
    return found
  }

  private mutating func modifiersInCommon(
    _ entity: Int, at position: Int
  ) -> [Reading<ModifierRun>] {
    guard let outer = enterClause() else { return [] }
    defer { leaveClause(outer) }
    return parseModifierRun(entity, at: position, placement: .before, pending: nil)
      .filter { !$0.node.conditions.isEmpty }
  }
}

/// Related rows of which something is said together.
private struct RowsAlike {
  let relation: String
  let entity: String
  let noun: SyntaxRange
  let place: SyntaxRange

  /// That there are such, and all of them; in a period those that belong to it.
  func condition(
    _ common: [ExpressionSyntax], in periods: PeriodListSyntax?
  ) -> ExpressionSyntax {
    guard let periods else { return existence(.only, common) }
    let others = ExpressionSyntax.not(common.count == 1 ? common[0] : .and(common), place)
    return .and([
      existence(.some, [.mainDate(periods)]), existence(.none, [others, .mainDate(periods)]),
    ])
  }

  private func existence(
    _ quantity: ExistenceSyntax.Quantity, _ modifiers: [ExpressionSyntax]
  ) -> ExpressionSyntax {
    let clause = ClauseSyntax(
      entity: entity, base: nil, modifiers: modifiers, nounPlace: noun, place: place)
    let related = RelatedSyntax(path: [relation], clause: clause)
    return .existence(
      ExistenceSyntax(quantity: quantity, subject: .related(related), place: place))
  }
}
