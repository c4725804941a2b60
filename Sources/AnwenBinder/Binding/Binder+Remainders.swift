package import AnwenDiagnostics
package import AnwenPlan
import AnwenSyntax

/// Rows that a figure is about and that belong to no row of the question: points without a
/// department, where the points of each department are counted.
package struct Remainder: Sendable {
  /// Gives one row: how many they are.
  package let plan: LogicalPlan
  /// The words of a question that lists them.
  package let words: LocalizedText
}

extension Binder {
  /// Remembers related rows of which a figure is told for every row of an entity.
  ///
  /// Where the question chose its rows, what belongs to others is left out because it was said so.
  mutating func noteFigure(of related: RelatedSyntax) {
    guard let entity = wholeEntity, queryDepth == 1, clauseDepth == 0, !isInModel,
      !related.readsOuterRows, let clause = remainder(of: related, from: entity),
      !remainderClauses.contains(clause)
    else { return }
    remainderClauses.append(clause)
  }

  /// The entity of a question that begins with all its rows.
  func wholeEntity(of source: SourceSyntax) -> Int? {
    guard case .clause(let clause) = source, clause.modifiers.isEmpty, clause.base == nil
    else { return nil }
    return catalog.entityIndex(clause.entity)
  }

  /// What was remembered, each ready to be counted.
  func boundRemainders() -> [Remainder] {
    remainderClauses.compactMap { clause in
      let count = AggregateSyntax(
        function: .count, argument: nil, relation: nil, filter: nil, place: clause.place)
      let stage = StageSyntax(
        .summarize(
          aggregates: [ItemSyntax(expression: .aggregate(count), alias: nil)], keys: []),
        place: clause.place)
      var binder = Binder(
        catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: text, names: names)
      binder.parsedBodies = parsedBodies
      let source = SourceSyntax.clause(clause)
      let counted = QuerySyntax(source: source, stages: [stage], place: clause.place)
      guard let query = binder.bindQuery(counted) else { return nil }
      let words = Restatement(vocabulary: vocabulary, resolver: resolver)
        .sentence(of: QuerySyntax(source: source, stages: [], place: clause.place))
      return Remainder(plan: query.plan, words: words)
    }
  }

  /// The rows of which the same is said and whose way back ends before it has begun.
  ///
  /// A row that belongs to another of its own kind is rather one of its kind than left over.
  private func remainder(of related: RelatedSyntax, from entity: Int) -> ClauseSyntax? {
    var owner = entity
    var wayBack: [String] = []
    for name in related.path {
      guard let relation = catalog.entities[owner].relation(name) else { return nil }
      wayBack.insert(catalog.entities[relation.source].columns[relation.column].name, at: 0)
      owner = relation.source
    }
    guard !wayBack.isEmpty, owner != entity else { return nil }
    let clause = related.clause
    let missing = ExistenceSyntax(
      quantity: .none, subject: .column(NameSyntax(path: wayBack, place: clause.place)),
      place: clause.place)
    return clause.with(modifiers: [.existence(missing)] + clause.modifiers)
  }
}

extension StageSyntax {
  /// Whether the rows behind it are those before it.
  var keepsEveryRow: Bool {
    switch kind {
    case .derive, .rename, .drop, .sort: true
    default: false
    }
  }
}
