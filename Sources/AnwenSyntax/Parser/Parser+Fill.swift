/// Rows for what does not occur.
extension Parser {
  ///     fill = Fill [ period_source ] [ By name { ( "," | "、" ) name } ] .
  mutating func parseFill(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    var heads: [Reading<PeriodSourceSyntax?>] = [Reading(nil, end: position, words: [])]
    heads += parsePeriodSource(at: position).map { $0.map(Optional.some) }
    return heads.flatMap { head -> [Reading<Pipeline>] in
      var found = [
        head.map { Pipeline(.fill(FillSyntax(periods: $0, keys: [])), scope: scope, at: place) }
      ]
      if let word = keyword(.by, at: head.end) {
        found += parseNameList(at: word.end, scope: scope).map { names in
          let fill = FillSyntax(periods: head.node, keys: names.node)
          return Reading(
            Pipeline(.fill(fill), scope: scope, at: place), end: names.end,
            words: head.words + word.words + names.words)
        }
      }
      return found
    }
  }
}
