/// Columns of the rows outside, and rows that only these lead to.
extension Parser {
  /// Reads a column of the rows outside of those at hand.
  ///
  ///     outer_name = Outer ( "." | "的" ) ( MADE | period_column | path | joined_name ) .
  ///
  /// Which rows these are is not known here, so that the names of all are read.
  mutating func parseOuterNames(at position: Int) -> [Reading<ExpressionSyntax>] {
    guard outerStands(from: position), let word = keyword(.outer, at: position),
      let start = pathSeparator(at: word.end)
    else { return [] }
    var paths = periodColumns(at: start)
    for scope in scopes.indices {
      paths += madeNames(at: start, scope: scope)
      if !scopes[scope].joined.isEmpty { paths += namePaths(at: start, scope: scope) }
    }
    for entity in vocabulary.entities.indices { paths += parsePath(of: entity, at: start) }
    let begin = skipSpace(position)
    return Readings.packed(
      paths.map { path in
        let name = NameSyntax(path: path.node, place: place(begin, path.end))
        return Reading(.outer(name), end: path.end, words: word.words + path.words)
      })
  }

  /// The columns of a scope, among them those of rows that joins have brought in.
  private mutating func namePaths(at start: Int, scope: Int) -> [Reading<[String]>] {
    columns(at: start, scope: scope).compactMap { column in
      guard case .name(let name) = column.node else { return nil }
      return column.map { _ in name.path }
    }
  }

  /// Whether the word stands anywhere from a position on: nothing else is worth a look.
  private func outerStands(from position: Int) -> Bool {
    lastOuterWord.map { $0 >= position } ?? false
  }

  private func periodColumns(at start: Int) -> [Reading<[String]>] {
    PeriodSourceColumn.allCases.compactMap { column in
      let end = literalEnd(column.rawValue, at: start) ?? literalEnd(column.chinese, at: start)
      return end.map { Reading([column.rawValue], end: $0, words: [WordSpan(start, $0)]) }
    }
  }

  // MARK: Rows

  /// All rows of an entity, of which something is said about the rows outside.
  ///
  ///     outer_clause = [ quantifier ] outer_rows .
  ///
  /// - Parameter related: what a relation leads to at the same place, which is meant rather.
  mutating func outerClauses(
    at position: Int, beside related: [Reading<RelatedSyntax>]
  ) -> [Reading<RelatedSyntax>] {
    outerRows(at: position, beside: related).filter(\.node.readsOuterRows)
  }

  private mutating func outerRows(
    at position: Int, beside related: [Reading<RelatedSyntax>]
  ) -> [Reading<RelatedSyntax>] {
    guard outerStands(from: position) else { return [] }
    var found: [Reading<RelatedSyntax>] = []
    for entity in vocabulary.entities.indices {
      found += parseClause(
        of: entity, noun: .entity(entity), at: position, isNested: true
      ).map { $0.map { RelatedSyntax(path: [], clause: $0) } }
    }
    let nouns = related.map(\.node.clause.nounPlace)
    return found.filter { !nouns.contains($0.node.clause.nounPlace) }
  }

  /// Reads an aggregate over such rows.
  ///
  ///     outer_aggregate = Count "(" outer_clause ")" | function "(" condition "of" outer_clause ")"
  ///                     | function "(" outer_clause "的" condition ")" .
  mutating func parseOuterAggregate(
    _ word: Reading<Keyword>, at start: Int, entity: Int?
  ) -> [Reading<ExpressionSyntax>] {
    guard word.node != .percentile, outerStands(from: start),
      let open = symbol("(", at: word.end)
    else { return [] }
    let related = entity.map { relatedClauses(of: $0, at: open, pending: nil) } ?? []
    var found: [Reading<ExpressionSyntax>] = []
    func add(
      _ parser: inout Parser, _ argument: ExpressionSyntax?, _ rows: RelatedSyntax,
      words: [WordSpan], end: Int
    ) {
      guard let close = parser.symbol(")", at: end) else { return }
      let node = AggregateSyntax(
        function: word.node, argument: argument, relation: rows, filter: nil,
        place: parser.place(start, close))
      guard ExpressionSyntax.aggregate(node).readsOuterRows else { return }
      found.append(Reading(.aggregate(node), end: close, words: word.words + words))
    }
    for rows in outerRows(at: open, beside: related) {
      if word.node == .count { add(&self, nil, rows.node, words: rows.words, end: rows.end) }
      guard rows.end < limit, text.folded[rows.end] == 0x7684,
        let target = vocabulary.entityIndex(rows.node.clause.entity)
      else { continue }
      for argument in parseCondition(at: rows.end + 1, scope: scopeIndex(ofEntity: target)) {
        add(
          &self, argument.node, rows.node, words: rows.words + argument.words, end: argument.end)
      }
    }
    for target in vocabulary.entities.indices {
      found += parseOuterArgument(word, at: open, start: start, entity: entity, target: target)
    }
    return found
  }

  private mutating func parseOuterArgument(
    _ word: Reading<Keyword>, at open: Int, start: Int, entity: Int?, target: Int
  ) -> [Reading<ExpressionSyntax>] {
    var found: [Reading<ExpressionSyntax>] = []
    for argument in parseCondition(at: open, scope: scopeIndex(ofEntity: target)) {
      guard let of = literalEnd("of", at: skipSpace(argument.end)) else { continue }
      let related = entity.map { relatedClauses(of: $0, at: of, pending: nil) } ?? []
      let name = vocabulary.entities[target].name
      for rows in outerRows(at: of, beside: related) where rows.node.clause.entity == name {
        guard let close = symbol(")", at: rows.end) else { continue }
        let node = AggregateSyntax(
          function: word.node, argument: argument.node, relation: rows.node, filter: nil,
          place: place(start, close))
        guard ExpressionSyntax.aggregate(node).readsOuterRows else { continue }
        found.append(
          Reading(.aggregate(node), end: close, words: word.words + argument.words + rows.words))
      }
    }
    return found
  }
}
