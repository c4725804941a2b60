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
    for (end, meaning) in words(at: noun) {
      guard let (relation, target) = relation(of: entity, meaning),
        pending == nil || vocabulary.entities[target].hasMainDate,
        let common = anyLiteralEnd(Self.commonWords, at: skipSpace(end))
      else { continue }
      found += modifiersInCommon(target, at: common).map { run in
        let rows = RowsAlike(
          relation: relation, entity: vocabulary.entities[target].name,
          noun: place(noun, end), place: place(start, run.end))
        return Reading(
          ModifierAtom(
            rows.condition(run.node.conditions, in: pending?.periods), tookPending: pending != nil),
          end: run.end, words: [WordSpan(noun, end), WordSpan(skipSpace(end), common)] + run.words)
      }
    }
    return found
  }

  /// What a word names, if it leads from an entity to rows, and of which entity they are.
  private func relation(
    of entity: Int, _ meaning: WordMeaning
  ) -> (name: String, target: Int)? {
    let words = vocabulary.entities[entity]
    let (name, target): (String, String?) =
      switch meaning {
      case .relation(entity, let index):
        (words.relations[index].name, words.relations[index].target)
      case .column(entity, let index): (words.columns[index].name, words.columns[index].target)
      default: ("", nil)
      }
    return target.flatMap { vocabulary.entityIndex($0) }.map { (name, $0) }
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
