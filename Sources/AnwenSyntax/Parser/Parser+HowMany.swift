/// Questions for a number: `how many hazards`, 隐患有多少.
extension Parser {
  /// `how many hazards found this year`, 今年发现的隐患有多少.
  ///
  ///     how_many = "how many" clause | clause [ "有" | "共有" ] ( "多少" | "几" ) { measure_word } .
  mutating func parseHowMany(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    if let end = literalEnd("how many", at: start) {
      return parseClause(of: entity, noun: .entity(entity), at: end, isNested: false).map {
        clause in
        let form = clause.map { summary([countItem(at: $0.nounPlace)], by: [], of: $0, entity) }
        return Reading(form.node, end: form.end, words: [WordSpan(start, end)] + form.words)
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
}
