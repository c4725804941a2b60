/// Shares and chosen columns, which name no stage either.
extension Parser {
  /// `share of hazards closed`, 重大隐患中已销号的占比: how many of the rows it is true of.
  ///
  ///     shares = "share of" clause
  ///            | ( clause ) "中" modifiers ( "占比" | "比例" | "比率" ) .
  ///
  /// In English all that is said before the noun makes the whole, and what is said behind it the
  /// part.
  mutating func parseShares(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    guard let of = literalEnd("share of", at: start) else {
      return chineseShares(of: entity, at: start)
    }
    let clauses = parseClause(of: entity, noun: .entity(entity), at: of, isNested: false)
    return clauses.compactMap { clause -> Reading<ShortForm>? in
      let nounEnd = clause.node.nounPlace.range.end
      let part = clause.node.modifiers.filter { $0.place.range.start >= nounEnd }
      guard !part.isEmpty else { return nil }
      let whole = ClauseSyntax(
        entity: clause.node.entity,
        modifiers: clause.node.modifiers.filter { $0.place.range.start < nounEnd },
        nounPlace: clause.node.nounPlace, place: clause.node.place)
      let words = [WordSpan(start, of)] + clause.words
      return Reading(share(of: part, in: whole, entity), end: clause.end, words: words)
    }
  }

  private mutating func chineseShares(
    of entity: Int, at start: Int
  ) -> [Reading<ShortForm>] {
    guard isAhead("中", from: start) else { return [] }
    var found: [Reading<ShortForm>] = []
    for whole in plainClauses(of: entity, at: start) {
      guard let among = literalEnd("中", at: whole.end) else { continue }
      for part in parseModifierRun(entity, at: among, placement: .before, pending: nil)
      where !part.node.conditions.isEmpty {
        guard
          let end = anyLiteralEnd(Parser.shareWords, at: part.end)
        else { continue }
        let words =
          whole.words + [WordSpan(whole.end, among)] + part.words + [WordSpan(part.end, end)]
        let node = share(of: part.node.conditions, in: whole.node, entity)
        found.append(Reading(node, end: end, words: words))
      }
    }
    return found
  }

  private static let shareWords = ["占比", "比例", "比率"]

  private mutating func share(
    of part: [ExpressionSyntax], in whole: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let condition = part.count == 1 ? part[0] : ExpressionSyntax.and(part)
    let rate = AggregateSyntax(
      function: .rate, argument: condition, relation: nil, filter: nil, place: condition.place)
    let item = ItemSyntax(expression: .aggregate(rate), alias: nil)
    return summary([item], by: [], of: whole, entity)
  }

  /// `title and due of overdue tasks`, 逾期任务的标题和期限.
  ///
  ///     chosen = path { ( "," | And ) path } "of" clause
  ///            | clause "的" path { ( "和" | "、" | "及" | "与" ) path } .
  mutating func parseChosen(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    var found: [Reading<ShortForm>] = []
    // What may begin a question is its noun; a column is not offered in its place.
    failure.muteCount += 1
    let columns = parseColumns(of: entity, at: position, joinedBy: [",", "and"])
    failure.muteCount -= 1
    for names in columns {
      guard let of = literalEnd("of", at: skipSpace(names.end)) else { continue }
      found += parseClause(of: entity, noun: .entity(entity), at: of, isNested: false).map {
        clause in
        names.joined(clause) { chosen($0, of: $1, entity) }
      }
    }
    guard isAhead("的", from: position) else { return found }
    for clause in plainClauses(of: entity, at: position) {
      guard let of = literalEnd("的", at: clause.end) else { continue }
      found += parseColumns(of: entity, at: of, joinedBy: ["和", "、", "及", "与"]).map { names in
        clause.joined(names) { chosen($1, of: $0, entity) }
      }
    }
    return found
  }

  mutating func parseColumns(
    of entity: Int, at position: Int, joinedBy joiners: [String]
  ) -> [Reading<[ItemSyntax]>] {
    let first = chosenColumn(of: entity, at: position).map { $0.map { [$0] } }
    return parseMore(behind: first) { parser, start in
      guard let next = parser.anyLiteralEnd(joiners, at: parser.skipSpace(start)) else {
        return []
      }
      return parser.chosenColumn(of: entity, at: next)
    }
  }

  private mutating func chosenColumn(
    of entity: Int, at position: Int
  ) -> [Reading<ItemSyntax>] {
    columnPaths(of: entity, at: position).map { name in
      name.map { ItemSyntax(expression: $0, alias: nil) }
    }
  }

  private mutating func chosen(
    _ items: [ItemSyntax], of clause: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let stage = StageSyntax(.select(items), place: clause.place)
    let scope = selection(items, scopeIndex(ofEntity: entity))
    return ShortForm(clause: clause, stages: [stage], scope: scope)
  }
}
