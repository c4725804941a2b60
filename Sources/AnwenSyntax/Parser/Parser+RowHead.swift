/// A query that begins with `select`: one row, whose aggregates name their entities.
extension Parser {
  /// The scope of the one row, if a query of it begins here.
  mutating func rowHead(at position: Int) -> Int? {
    // What else may begin a query is said where this is none.
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    guard keyword(.select, at: position) != nil else { return nil }
    scopes.append(ParserScope(entity: nil, isOneRow: true))
    return scopes.count - 1
  }

  /// Reads an aggregate over the rows of an entity.
  ///
  ///     head_aggregate = Count "(" head ")" | function "(" of_head ")"
  ///                    | Percentile "(" of_head part ")" .
  ///     of_head        = condition "of" head | head "的" condition .
  ///     head           = [ quantifier ] [ modifiers ] noun nested_tail .
  mutating func parseHeadAggregate(
    _ word: Reading<Keyword>, at start: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard let open = symbol("(", at: word.end) else { return [] }
    var found: [Reading<ExpressionSyntax>] = []
    for entity in vocabulary.entities.indices {
      let heads = parseHead(entity, at: open)
      if word.node == .count {
        found += heads.compactMap { head in
          headAggregate(word, nil, of: head, words: head.words, end: head.end, start: start)
        }
      }
      let scope = scopeIndex(ofEntity: entity)
      for argument in parseCondition(at: open, scope: scope) {
        guard let of = literalEnd("of", at: skipSpace(argument.end)) else { continue }
        found += parseHead(entity, at: of).compactMap { head in
          headAggregate(
            word, argument.node, of: head, words: argument.words + head.words, end: head.end,
            start: start)
        }
      }
      for head in heads where head.end < limit && text.folded[head.end] == 0x7684 {
        found += parseCondition(at: head.end + 1, scope: scope).compactMap { argument in
          headAggregate(
            word, argument.node, of: head, words: head.words + argument.words, end: argument.end,
            start: start)
        }
      }
    }
    return found
  }

  private mutating func parseHead(_ entity: Int, at position: Int) -> [Reading<ClauseSyntax>] {
    parseClause(of: entity, noun: .entity(entity), at: position, isNested: true)
  }

  private mutating func headAggregate(
    _ function: Reading<Keyword>, _ argument: ExpressionSyntax?, of head: Reading<ClauseSyntax>,
    words: [WordSpan], end: Int, start: Int
  ) -> Reading<ExpressionSyntax>? {
    guard let tail = parseAggregateEnd(of: function.node, at: end) else { return nil }
    let rows = RelatedSyntax(path: [], clause: head.node)
    let node = AggregateSyntax(
      function: function.node, argument: argument, part: tail.node, relation: rows, filter: nil,
      place: place(start, tail.end))
    return Reading(.aggregate(node), end: tail.end, words: function.words + words + tail.words)
  }
}
