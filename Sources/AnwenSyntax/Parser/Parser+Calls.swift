/// Aggregates and scalar functions.
extension Parser {
  /// Reads an aggregate over a relation's rows, or in `summarize` over the rows of a group.
  ///
  ///     aggregate       = group_aggregate | row_aggregate | head_aggregate .
  ///     row_aggregate   = Count "(" related ")" | function "(" of_related ")"
  ///                     | Percentile "(" of_related part ")" | outer_aggregate .
  ///     of_related      = condition "of" related | related "的" condition .
  ///     group_aggregate = ( Count | function "(" condition ")" | Percentile "(" condition part ")" )
  ///                       [ Where condition ] .
  mutating func parseAggregates(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var found: [Reading<ExpressionSyntax>] = []
    let start = skipSpace(position)
    for function in Parser.aggregateFunctions {
      guard let word = keyword(function, at: start) else { continue }
      if let rows = scopes[scope].rows {
        found += parseGroupAggregate(word, at: start, scope: rows)
      }
      if scopes[scope].isOneRow { found += parseHeadAggregate(word, at: start) }
      // The binder refuses an aggregate over a relation where groups are meant.
      if let entity = scopes[scope].entity {
        found += parseRelatedAggregate(word, at: start, entity: entity)
      }
      if !scopes[scope].isOneRow {
        found += parseOuterAggregate(word, at: start, entity: scopes[scope].entity)
      }
    }
    return Readings.packed(found)
  }

  static let aggregateFunctions: [Keyword] = [
    .countDistinct, .count, .sum, .average, .minimum, .maximum, .median, .percentile, .stddev,
    .first, .last, .rate, .any, .every, .list,
  ]

  private mutating func parseRelatedAggregate(
    _ word: Reading<Keyword>, at start: Int, entity: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard let open = symbol("(", at: word.end) else { return [] }
    var found: [Reading<ExpressionSyntax>] = []
    if word.node == .count {
      for related in relatedClauses(of: entity, at: open, pending: nil) {
        guard let close = symbol(")", at: related.end) else { continue }
        let node = AggregateSyntax(
          function: .count, argument: nil, relation: related.node, filter: nil,
          place: place(start, close))
        found.append(Reading(.aggregate(node), end: close, words: word.words + related.words))
      }
    }
    for target in relationTargets(of: entity, from: open) {
      found += parseArgumentOfRelation(word, at: open, start: start, entity: entity, target: target)
    }
    return found
  }

  /// The entities to whose rows the relations lead, and the paths of them behind a position.
  mutating func relationTargets(of entity: Int, from position: Int) -> [Int] {
    let words = vocabulary.entities[entity]
    let names = words.relations.map(\.target) + words.columns.compactMap(\.target)
    var targets: [Int] = []
    for name in names {
      if let target = vocabulary.entityIndex(name), !targets.contains(target) {
        targets.append(target)
      }
    }
    for path in relationPaths(of: entity, from: position) where !targets.contains(path.target) {
      targets.append(path.target)
    }
    return targets
  }

  /// `sum(x of N …)`: the argument stands before its relation, so each target is tried.
  private mutating func parseArgumentOfRelation(
    _ word: Reading<Keyword>, at open: Int, start: Int, entity: Int, target: Int
  ) -> [Reading<ExpressionSyntax>] {
    let scope = scopeIndex(ofEntity: target)
    var found: [Reading<ExpressionSyntax>] = []
    for argument in parseCondition(at: open, scope: scope) {
      let ofStart = skipSpace(argument.end)
      guard let ofEnd = literalEnd("of", at: ofStart) else {
        failure.record(.keyword(.of), at: ofStart)
        continue
      }
      let targetName = vocabulary.entities[target].name
      for related in relatedClauses(of: entity, at: ofEnd, pending: nil)
      where related.node.clause.entity == targetName {
        guard let tail = parseAggregateEnd(of: word.node, at: related.end) else { continue }
        let node = AggregateSyntax(
          function: word.node, argument: argument.node, part: tail.node, relation: related.node,
          filter: nil, place: place(start, tail.end))
        found.append(
          Reading(
            .aggregate(node), end: tail.end,
            words: word.words + argument.words + related.words + tail.words))
      }
    }
    return found + parseArgumentBehindRelation(word, at: open, start: start, entity: entity, scope)
  }

  /// 求和(上月检查的隐患数): the relation stands before the argument.
  private mutating func parseArgumentBehindRelation(
    _ word: Reading<Keyword>, at open: Int, start: Int, entity: Int, _ scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var found: [Reading<ExpressionSyntax>] = []
    for related in relatedClauses(of: entity, at: open, pending: nil) {
      guard related.end < limit, text.folded[related.end] == 0x7684,
        vocabulary.entityIndex(related.node.clause.entity) == scopes[scope].entity
      else { continue }
      for argument in parseCondition(at: related.end + 1, scope: scope) {
        guard let tail = parseAggregateEnd(of: word.node, at: argument.end) else { continue }
        let node = AggregateSyntax(
          function: word.node, argument: argument.node, part: tail.node, relation: related.node,
          filter: nil, place: place(start, tail.end))
        found.append(
          Reading(
            .aggregate(node), end: tail.end,
            words: word.words + related.words + argument.words + tail.words))
      }
    }
    return found
  }

  private mutating func parseGroupAggregate(
    _ word: Reading<Keyword>, at start: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var bases: [Reading<AggregateSyntax>] = []
    if let open = symbol("(", at: word.end) {
      for argument in parseCondition(at: open, scope: scope) {
        guard let tail = parseAggregateEnd(of: word.node, at: argument.end) else { continue }
        let node = AggregateSyntax(
          function: word.node, argument: argument.node, part: tail.node, relation: nil,
          filter: nil, place: place(start, tail.end))
        bases.append(
          Reading(node, end: tail.end, words: word.words + argument.words + tail.words))
      }
    } else if word.node == .count {
      let node = AggregateSyntax(
        function: .count, argument: nil, relation: nil, filter: nil,
        place: place(start, word.end))
      bases.append(Reading(node, end: word.end, words: word.words))
    }
    return bases.flatMap { parseFilter(behind: $0, scope: scope) }
  }

  /// The closing bracket, and before it the part of a percentile.
  ///
  ///     part = ( "," | "、" ) number .
  mutating func parseAggregateEnd(
    of function: Keyword, at position: Int
  ) -> Reading<NumberSyntax?>? {
    guard function == .percentile else {
      return symbol(")", at: position).map { Reading(nil, end: $0, words: []) }
    }
    guard let comma = symbol(",", at: position) ?? symbol("、", at: position),
      let part = parseNumber(at: comma), let close = symbol(")", at: part.end)
    else { return nil }
    return Reading(part.node, end: close, words: part.words)
  }

  /// `count where overdue`: only these rows take part.
  private mutating func parseFilter(
    behind base: Reading<AggregateSyntax>, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard let word = keyword(.where, at: base.end) else { return [base.map { .aggregate($0) }] }
    return parseCondition(at: word.end, scope: scope).map { condition in
      let node = AggregateSyntax(
        function: base.node.function, argument: base.node.argument, part: base.node.part,
        relation: nil, filter: condition.node, place: base.node.place)
      return Reading(
        .aggregate(node), end: condition.end, words: base.words + word.words + condition.words)
    }
  }

  ///     call     = FUNCTION "(" argument { ( "," | "、" ) argument } ")" .
  ///     argument = range | condition .
  mutating func parseCall(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    for word in words(at: start) {
      guard case .function(let index) = word.meaning else { continue }
      guard word.end < limit, text.folded[word.end] == 0x28 else {
        // A Chinese one may begin any other word.
        if UnitClass.isLatin(text.folded[word.end - 1]) {
          failure.record(.symbol("("), at: word.end)
        }
        continue
      }
      var arguments = parseList(from: word.end + 1) { parser, argument in
        parser.parseRange(at: argument).map { [$0] }
          ?? parser.parseCondition(at: argument, scope: scope)
      }
      // Of one value they are aggregates.
      if Parser.aggregateFunctions.contains(where: { keyword($0, at: start)?.end == word.end }) {
        arguments = arguments.filter { $0.node.count > 1 }
      }
      return arguments.map { arguments in
        let node = CallSyntax(
          function: vocabulary.functions[index].name, arguments: arguments.node,
          place: place(start, arguments.end))
        return Reading(
          .call(node), end: arguments.end, words: [WordSpan(start, word.end)] + arguments.words)
      }
    }
    return []
  }

  /// Elements between commas, up to the closing bracket.
  mutating func parseList(
    from open: Int, element: (inout Parser, Int) -> [Reading<ExpressionSyntax>]
  ) -> [Reading<[ExpressionSyntax]>] {
    var states = [ReadingSequence<ExpressionSyntax>(from: open)]
    var finished: [Reading<[ExpressionSyntax]>] = []
    var length = 0
    while !states.isEmpty {
      var extended: [ReadingSequence<ExpressionSyntax>] = []
      states.reverse()
      while let state = states.popLast() {
        let next = element(&self, state.end)
        for var list in (consume state).extended(by: next) {
          if let close = symbol(")", at: list.end) {
            list.end = close
            finished.append(list.reading)
          } else if let comma = symbol(",", at: list.end) ?? symbol("、", at: list.end) {
            list.end = comma
            extended.append(list)
          }
        }
      }
      length += 1
      guard isWithin(Parser.listLimit, count: length) else { return [] }
      states = Readings.packed(extended)
    }
    return Readings.packed(finished)
  }
}
