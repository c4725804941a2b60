/// Questions for a number: `how many hazards`, 隐患有多少.
extension Parser {
  /// `how many hazards found this year`, 今年发现的隐患有多少.
  ///
  ///     how_many = "how many" clause [ linked ] [ per ] | clause [ "有" | "共有" ] ( "多少" | "几" ) { measure_word } .
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
    return plainClauses(of: entity, at: start).compactMap { clause in
      let verb = anyLiteralEnd(["共有", "有"], at: clause.end)
      guard let word = anyLiteralEnd(["多少", "几"], at: verb ?? clause.end) else { return nil }
      let end = skipParticles(Parser.measureWords, at: word)
      let form = summary([countItem(at: clause.node.nounPlace)], by: [], of: clause.node, entity)
      return Reading(form, end: end, words: clause.words + [WordSpan(clause.end, end)])
    }
  }
  /// Their number, and that for each key behind them.
  private mutating func howMany(
    of entity: Int, _ clause: Reading<ClauseSyntax>
  ) -> [Reading<ShortForm>] {
    let figures = clause.map { Figures(items: [countItem(at: $0.nounPlace)], clause: $0) }
    return [figures.map { summary($0.items, by: [], of: $0.clause, entity) }]
      + parseKeys(behind: figures, entity)
  }
}

extension Reading {
  /// The same behind a word that adds nothing to it.
  fileprivate func preceded(by word: WordSpan) -> Reading {
    Reading(node, end: end, words: [word] + words)
  }
}
