/// What is said without naming a stage: each form is read into the stages that it means.
///
/// So the tree knows nothing of short forms, and what is printed names the stages.
extension Parser {
  /// A source and its first stages, with the scope of what may follow.
  struct ShortForm: Hashable, Sendable {
    let clause: ClauseSyntax
    let stages: [StageSyntax]
    /// Follows from the stages.
    let scope: Int

    var query: ScopedQuery {
      let syntax = QuerySyntax(source: .clause(clause), stages: stages, place: clause.place)
      return ScopedQuery(syntax: syntax, scope: scope)
    }

    static func == (left: Self, right: Self) -> Bool {
      left.clause == right.clause && left.stages == right.stages
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(clause)
      hasher.combine(stages)
    }
  }

  ///     short_form = sums [ what_zh ] [ order ] { figure_option } | row_sums | crosstabs | shares
  ///                | chosen [ what_zh ] | added | superlatives | questions .
  mutating func parseShortForms(at position: Int) -> [Reading<ShortForm>] {
    var found: [Reading<ShortForm>] = []
    for entity in vocabulary.entities.indices {
      let sums = parseSums(of: entity, at: position)
      found += sums.flatMap { withQuestion($0) }.flatMap { parseOrder(behind: $0) }
        .map { parseFigureOptions(behind: $0, entity) }
      found += sums.compactMap { parseCrosstab(behind: $0) }
      found += parseCrosstabs(of: entity, at: position)
      found += parseShares(of: entity, at: position)
      found += parseChosen(of: entity, at: position).flatMap { withQuestion($0) }
      found += parseAdded(of: entity, at: position)
      found += parseSuperlatives(of: entity, at: position)
      found += parseQuestions(of: entity, at: position)
    }
    let rows = vocabulary.entities.indices.flatMap { parseRowSums(of: $0, at: position) }
    // Figures of one entity are those of its rows, grouped by a column.
    found += rows.filter { row in
      !row.node.figuresShareRows || !found.contains { $0.end == row.end }
    }
    return Readings.packed(found)
  }

  /// Figures, and the rows of each key.
  mutating func parseSums(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    parseFiguresOf(entity, at: position) + parseFigureNouns(entity, at: position)
      + parseGrouped(entity, at: position) + parseHowMany(entity, at: position)
  }

  /// A noun with what is said before it, and nothing behind it.
  ///
  ///     plain_clause = [ quantifier ] [ modifiers ] noun .
  mutating func plainClauses(
    of entity: Int, at position: Int, pending: PendingPeriod? = nil
  ) -> [Reading<ClauseSyntax>] {
    let clauses = parseClause(
      of: entity, noun: .entity(entity), at: position, isNested: true, pending: pending)
    return clauses.filter(\.node.standsBeforeItsNoun)
  }

  func countItem(at place: SyntaxRange) -> ItemSyntax {
    let count = AggregateSyntax(
      function: .count, argument: nil, relation: nil, filter: nil, place: place)
    return ItemSyntax(expression: .aggregate(count), alias: nil)
  }

  /// The rows of a clause, summarized, with a row also for each month or the like without rows.
  mutating func summary(
    _ figures: [ItemSyntax], by keys: [ItemSyntax], of clause: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let rows = scopeIndex(ofEntity: entity)
    scopes.append(ParserScope(entity: entity, rows: rows))
    let pipeline = summary(figures, keys, place: clause.place, group: scopes.count - 1)
    let units = keys.filter { isUnitKey($0, of: entity) }.map { keyName($0) }
    var stages = pipeline.stages
    if !units.isEmpty {
      let fill = FillSyntax(periods: nil, keys: units.count == keys.count ? [] : units)
      stages.append(StageSyntax(.fill(fill), place: clause.place))
    }
    return ShortForm(clause: clause, stages: stages, scope: pipeline.scope)
  }

  /// The same rows and what further stages make of them.
  func adding(_ stages: [StageSyntax], to form: ShortForm) -> ShortForm {
    ShortForm(clause: form.clause, stages: form.stages + stages, scope: form.scope)
  }

  /// The column that an item makes.
  func keyName(_ item: ItemSyntax) -> NameSyntax {
    let name = item.alias?.name ?? CanonicalText.of(item.expression)
    return NameSyntax(path: [name], place: item.expression.place)
  }
}
