/// Rows for what does not occur.
extension Parser {
  ///     fill = Fill [ period_source ] .
  mutating func parseFill(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    [pipeline(.fill(nil), scope: scope, at: place, end: position, words: [])]
      + parsePeriodSource(at: position).map { source in
        pipeline(.fill(source.node), scope: scope, at: place, end: source.end, words: source.words)
      }
  }
}
