/// What is said without naming a stage: each form is read into the stages that it means.
///
/// So the tree knows nothing of short forms, and what is printed names the stages.
extension Parser {
  /// A source and its first stages, with the scope of what may follow.
  struct ShortForm: Hashable, Sendable {
    let clause: ClauseSyntax
    let stages: [StageSyntax]
    /// Follows from the stages.
    let scope: Int

    static func == (left: Self, right: Self) -> Bool {
      left.clause == right.clause && left.stages == right.stages
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(clause)
      hasher.combine(stages)
    }
  }

  ///     short_form = sums [ what_zh ] [ order ] [ with_totals ] | shares | chosen [ what_zh ]
  ///                | added | superlatives | questions .
  mutating func parseShortForms(at position: Int) -> [Reading<ShortForm>] {
    var found: [Reading<ShortForm>] = []
    for entity in vocabulary.entities.indices {
      found += parseSums(of: entity, at: position).flatMap { withQuestion($0) }
        .flatMap { parseOrder(behind: $0) }.flatMap { parseTotals(behind: $0) }
      found += parseShares(of: entity, at: position)
      found += parseChosen(of: entity, at: position).flatMap { withQuestion($0) }
      found += parseAdded(of: entity, at: position)
      found += parseSuperlatives(of: entity, at: position)
      found += parseQuestions(of: entity, at: position)
    }
    return Readings.packed(found)
  }

  /// Figures, and the rows of each key.
  mutating func parseSums(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    parseFiguresOf(entity, at: position) + parseFigureNouns(entity, at: position)
      + parseGrouped(entity, at: position) + parseHowMany(entity, at: position)
  }

  /// A noun with what is said before it, and nothing behind it.
  ///
  ///     plain_clause = [ quantifier ] [ modifiers ] noun .
  mutating func plainClauses(of entity: Int, at position: Int) -> [Reading<ClauseSyntax>] {
    let clauses = parseClause(of: entity, noun: .entity(entity), at: position, isNested: true)
    return clauses.filter { clause in
      clause.node.modifiers.allSatisfy { modifier in
        if case .key = modifier { return true }
        return modifier.place.range.start < clause.node.nounPlace.range.end
      }
    }
  }

  func countItem(at place: SyntaxRange) -> ItemSyntax {
    let count = AggregateSyntax(
      function: .count, argument: nil, relation: nil, filter: nil, place: place)
    return ItemSyntax(expression: .aggregate(count), alias: nil)
  }

  /// The rows of a clause, summarized.
  mutating func summary(
    _ figures: [ItemSyntax], by keys: [ItemSyntax], of clause: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let rows = scopeIndex(ofEntity: entity)
    scopes.append(ParserScope(entity: entity, rows: rows))
    let pipeline = summary(figures, keys, place: clause.place, group: scopes.count - 1)
    return ShortForm(clause: clause, stages: pipeline.stages, scope: pipeline.scope)
  }

  static let totalWords = ["with totals", "totals", "含合计"]

  ///     with_totals = [ "," ] ( "with totals" | "含合计" | "totals" ) .
  private mutating func parseTotals(behind form: Reading<ShortForm>) -> [Reading<ShortForm>] {
    let comma = symbol(",", at: form.end)
    let start = skipSpace(comma ?? form.end)
    guard let end = anyLiteralEnd(Parser.totalWords, at: start),
      comma != nil || literalEnd("totals", at: start) == nil
    else { return [form] }
    let stage = StageSyntax(.total(by: []), place: place(start, end))
    let node = ShortForm(
      clause: form.node.clause, stages: form.node.stages + [stage], scope: form.node.scope)
    return [Reading(node, end: end, words: form.words + [WordSpan(start, end)])]
  }
}
