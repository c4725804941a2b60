/// Questions for a number: `how many hazards`, 隐患有多少.
extension Parser {
  /// `how many hazards found this year`, 今年发现的隐患有多少, 应急办有多少个点位.
  ///
  ///     how_many = "how many" clause [ linked ] [ per | plain_per ]
  ///              | clause [ "有" | "共有" ] how_many_zh
  ///              | modifiers ( "有" | "共有" ) how_many_zh plain_clause .
  mutating func parseHowMany(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    if let end = literalEnd("how many", at: start) {
      let clauses = parseClause(of: entity, noun: .entity(entity), at: end, isNested: false)
      return clauses.flatMap { [$0] + linked($0, entity) }.flatMap { clause in
        howMany(of: entity, clause.preceded(by: WordSpan(start, end)))
      }
    }
    guard isAhead("多", from: start) || isAhead("几", from: start) else { return [] }
    return askedBehind(entity, at: start) + askedBefore(entity, at: start)
  }

  /// Their number, and that for each key behind them.
  private mutating func howMany(
    of entity: Int, _ clause: Reading<ClauseSyntax>
  ) -> [Reading<ShortForm>] {
    let figures = clause.map { Figures(items: [countItem(at: $0.nounPlace)], clause: $0) }
    return [figures.map { summary($0.items, by: [], of: $0.clause, entity) }]
      + parseKeys(behind: figures, entity)
  }

  private mutating func askedBehind(_ entity: Int, at start: Int) -> [Reading<ShortForm>] {
    plainClauses(of: entity, at: start).compactMap { clause in
      let verb = anyLiteralEnd(Parser.thereAre, at: clause.end)
      guard let end = howManyEnd(at: verb ?? clause.end) else { return nil }
      return number(
        of: clause.node, entity, end: end, words: clause.words + [WordSpan(clause.end, end)])
    }
  }

  private mutating func askedBefore(_ entity: Int, at start: Int) -> [Reading<ShortForm>] {
    let runs = parseModifierRun(entity, at: start, placement: .before, pending: nil)
    return runs.filter { !$0.node.conditions.isEmpty }.flatMap { run -> [Reading<ShortForm>] in
      guard let verb = anyLiteralEnd(Parser.thereAre, at: run.end),
        let end = howManyEnd(at: verb)
      else { return [] }
      return plainClauses(of: entity, at: end).map { clause in
        let whole = clause.node.with(modifiers: run.node.conditions + clause.node.modifiers)
        return number(
          of: whole, entity, end: clause.end,
          words: run.words + [WordSpan(run.end, end)] + clause.words)
      }
    }
  }

  private static let thereAre = ["共有", "有"]

  ///     how_many_zh = ( "多少" | "几" ) { measure_word } .
  private func howManyEnd(at position: Int) -> Int? {
    anyLiteralEnd(["多少", "几"], at: position).map {
      skipParticles(Parser.measureWords, at: $0)
    }
  }

  private mutating func number(
    of clause: ClauseSyntax, _ entity: Int, end: Int, words: [WordSpan]
  ) -> Reading<ShortForm> {
    let form = summary([countItem(at: clause.nounPlace)], by: [], of: clause, entity)
    return Reading(form, end: end, words: words)
  }
}

extension Reading {
  /// The same behind a word that adds nothing to it.
  fileprivate func preceded(by word: WordSpan) -> Reading {
    Reading(node, end: end, words: [word] + words)
  }
}
