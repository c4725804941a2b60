/// Conditions: `or`, `and`, `not`, and what a row can be asked.
extension Parser {
  mutating func scopeIndex(ofEntity entity: Int) -> Int {
    if let known = entityScopes[entity] { return known }
    scopes.append(ParserScope(entity: entity))
    entityScopes[entity] = scopes.count - 1
    return scopes.count - 1
  }

  ///     condition = conjunction { Or conjunction } .
  mutating func parseCondition(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let key = ParserMemo.key(scope: scope, position: position)
    if let known = memo.conditions[key] { return known }
    guard enter() else { return [] }
    defer { leave() }
    let first = parseConjunction(at: position, scope: scope)
    let chains = parseChain(first, by: .or) { parser, start in
      parser.parseConjunction(at: start, scope: scope)
    }
    let readings = chains.map { $0.map { $0.count == 1 ? $0[0] : ExpressionSyntax.or($0) } }
    memo.conditions[key] = readings
    return readings
  }

  ///     conjunction = unit { And unit } .
  private mutating func parseConjunction(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let chains = parseChain(parseUnit(at: position, scope: scope), by: .and) { parser, start in
      parser.parseUnit(at: start, scope: scope)
    }
    return chains.map { $0.map { $0.count == 1 ? $0[0] : ExpressionSyntax.and($0) } }
  }

  /// Goes on as long as the joiner and an operand follow; a chain that could go on does.
  private mutating func parseChain(
    _ first: [Reading<ExpressionSyntax>], by joiner: Keyword,
    operand: (inout Parser, Int) -> [Reading<ExpressionSyntax>]
  ) -> [Reading<[ExpressionSyntax]>] {
    var states = first.map { ReadingSequence($0) }
    var finished: [Reading<[ExpressionSyntax]>] = []
    var length = 1
    while !states.isEmpty {
      var extended: [ReadingSequence<ExpressionSyntax>] = []
      states.reverse()
      while let state = states.popLast() {
        guard let word = keyword(joiner, at: state.end) else {
          finished.append(state.reading)
          continue
        }
        let next = operand(&self, word.end)
        if next.isEmpty {
          finished.append(state.reading)
          continue
        }
        extended += (consume state).extended(by: next, joinedBy: word.words)
      }
      length += 1
      guard isWithin(Parser.chainLimit, count: length) else { return [] }
      states = Readings.packed(extended)
    }
    return Readings.packed(finished)
  }

  ///     unit = Not unit | comparison | phrase | CONDITION | existence .
  private mutating func parseUnit(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let key = ParserMemo.key(scope: scope, position: position)
    if let known = memo.units[key] { return known }
    guard enter() else { return [] }
    defer { leave() }
    var readings = parsePredicate(at: position, scope: scope)
    if let word = keyword(.not, at: position) {
      let isPlain = symbol("(", at: word.end) != nil || holdsEach(at: word.end, scope: scope)
      readings += parseUnit(at: word.end, scope: scope).map { unit in
        let range = place(position, unit.end)
        return Reading(
          isPlain ? .not(unit.node, range) : unit.node.negated(at: range), end: unit.end,
          words: word.words + unit.words)
      }
    }
    let packed = Readings.packed(readings)
    memo.units[key] = packed
    return packed
  }

  /// Whether a phrase in which 都 stands begins here.
  private mutating func holdsEach(at position: Int, scope: Int) -> Bool {
    guard let entity = scopes[scope].entity else { return false }
    return parsePhrases(entity, at: position, pending: nil).contains(where: \.node.holdsEach)
  }

  /// A unit that no negation begins.
  private mutating func parsePredicate(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let comparisons = parseComparison(at: position, scope: scope)
    guard let entity = scopes[scope].entity else { return comparisons }
    var readings = parsePhrases(entity, at: position, pending: nil).map { $0.map(\.condition) }
    // Where an expression may start, a column of that name wins over a phrase.
    readings = readings.filter { phrase in
      !comparisons.contains { $0.end == phrase.end }
    }
    readings += parseNamedConditions(entity, at: position)
    readings += parseExistence(entity, at: position, pending: nil).map { $0.map(\.condition) }
    return Readings.packed(readings + comparisons)
  }
}
