/// Crosstabs: figures by two keys, the second of which gives the columns.
extension Parser {
  /// The word for it behind figures by two keys.
  ///
  ///     crosstab = [ "," ] ( "as crosstab" | "as a crosstab" | [ "的" ] "交叉表" ) .
  mutating func parseCrosstab(behind form: Reading<ShortForm>) -> Reading<ShortForm>? {
    guard case .summarize(_, let keys) = form.node.stages.first?.kind, keys.count == 2 else {
      return nil
    }
    let start = skipSpace(form.end)
    let word = symbol(",", at: start).map { skipSpace($0) } ?? start
    guard let end = anyLiteralEnd(Parser.crosstabWords, at: word) else { return nil }
    let place = place(start, end)
    let pivot = PivotSyntax(key: keyName(keys[1]), values: nil)
    let stages = [
      StageSyntax(.pivot(pivot), place: place), StageSyntax(.total(by: []), place: place),
    ]
    return Reading(
      adding(stages, to: form.node), end: end, words: form.words + [WordSpan(start, end)])
  }

  static let crosstabWords = ["as crosstab", "as a crosstab", "的交叉表", "交叉表"]

  /// 今年隐患来源等级交叉表: the keys stand behind the noun.
  ///
  ///     crosstabs = plain_clause [ "的" ] key [ "和" | "、" | "与" ] key crosstab | … .
  mutating func parseCrosstabs(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    guard isAhead("叉", from: position) else { return [] }
    var found: [Reading<ShortForm>] = []
    for clause in plainClauses(of: entity, at: position) {
      let particle = literalEnd("的", at: clause.end) ?? clause.end
      for first in plainKey(of: entity, at: particle) {
        let second = anyLiteralEnd(["和", "、", "与"], at: first.end) ?? first.end
        for key in plainKey(of: entity, at: second) {
          let node = summary(
            [countItem(at: clause.node.nounPlace)], by: [first.node, key.node], of: clause.node,
            entity)
          let form = Reading(node, end: key.end, words: clause.words + first.words + key.words)
          if let crosstab = parseCrosstab(behind: form) { found.append(crosstab) }
        }
      }
    }
    return found
  }
}
