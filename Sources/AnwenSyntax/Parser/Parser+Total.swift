/// Total rows.
extension Parser {
  ///     total = Total [ By name { ( "," | "、" ) name } ] .
  mutating func parseTotal(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    var found = [pipeline(.total(by: []), scope: scope, at: place, end: position, words: [])]
    if let word = keyword(.by, at: position) {
      found += parseNameList(at: word.end, scope: scope).map { names in
        pipeline(
          .total(by: names.node), scope: scope, at: place, end: names.end,
          words: word.words + names.words)
      }
    }
    return found
  }

  /// Names between commas.
  mutating func parseNameList(
    at position: Int, scope: Int
  ) -> [Reading<[NameSyntax]>] {
    var states = [Reading([NameSyntax](), end: position, words: [])]
    var finished: [Reading<[NameSyntax]>] = []
    var count = 0
    while !states.isEmpty {
      var extended: [Reading<[NameSyntax]>] = []
      for state in states {
        failure.record(.expression, at: skipSpace(state.end))
        for name in parseNames(at: state.end, scope: scope) {
          guard case .name(let node) = name.node else { continue }
          let reading = Reading(
            state.node + [node], end: name.end, words: state.words + name.words)
          if let comma = symbol(",", at: name.end) ?? symbol("、", at: name.end) {
            extended.append(Reading(reading.node, end: comma, words: reading.words))
          } else {
            finished.append(reading)
          }
        }
      }
      count += 1
      guard isWithin(Parser.itemLimit, count: count) else { return [] }
      states = Readings.packed(extended)
    }
    return finished
  }

  /// A single stage and the scope behind it.
  func pipeline(
    _ kind: StageSyntax.Kind, scope: Int, at place: SyntaxRange, end: Int, words: [WordSpan]
  ) -> Reading<Pipeline> {
    Reading(Pipeline(kind, scope: scope, at: place), end: end, words: words)
  }
}
