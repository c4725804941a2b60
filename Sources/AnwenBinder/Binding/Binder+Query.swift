import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// A plan of more steps, one over the other, is refused: walks over it are recursive.
  private static let planDepthLimit = 1_100

  mutating func bindQuery(_ syntax: QuerySyntax) -> BoundQuery? {
    query = syntax
    if let asOf = syntax.asOf, !shiftToday(to: asOf) { return nil }
    guard var scope = bindPipeline(syntax), !hasProblems, let plan = withTotals(&scope) else {
      return nil
    }
    if plan.isDeeper(than: Binder.planDepthLimit) {
      report(SyntaxProblem.tooDeep, at: syntax.place)
    }
    guard !hasProblems else { return nil }
    let question = pivotColumns == nil ? pivotQuestion : nil
    return BoundQuery(
      plan: question ?? plan, assertions: assertions, syntax: syntax, today: resolver.today,
      computations: computations, usesSample: usesSample, remainders: boundRemainders(),
      asksForColumns: question != nil)
  }

  /// The rows of a query, with what a further stage could name.
  mutating func bindPipeline(_ syntax: QuerySyntax) -> RowScope? {
    queryDepth += 1
    defer { queryDepth -= 1 }
    // What is said of the noun is about the query's rows, and not about related ones.
    clauseDepth -= 1
    let source = bindSource(syntax.source)
    clauseDepth += 1
    guard var scope = source else { return nil }
    if queryDepth == 1 { wholeEntity = wholeEntity(of: syntax.source) }
    for (index, stage) in syntax.stages.enumerated() {
      guard mayFollow(stage, in: scope), bindStage(stage, in: &scope) else { return nil }
      scope.note(stage)
      if queryDepth == 1, !stage.keepsEveryRow { wholeEntity = nil }
      if case .summarize = stage.kind {
        scope.grouping?.prefix = QuerySyntax(
          source: syntax.source, stages: Array(syntax.stages[...index]), place: syntax.place)
      }
    }
    return scope
  }

  private mutating func bindSource(_ source: SourceSyntax) -> RowScope? {
    switch source {
    case .clause(let clause): bindClause(clause)
    case .periods(let source): bindPeriodSource(source)
    case .oneRow: oneRowScope()
    case .named(let name): bindNamedQuery(name)
    }
  }

  /// One row, of a column that has no name.
  private func oneRowScope() -> RowScope {
    let field = Field(
      name: "row", type: .bool, label: LocalizedText(english: "row", chinese: "row"))
    let values = LogicalPlan.Values(rows: [[.bool(true)]], schema: Schema([field]))
    var scope = RowScope(plan: .values(values), rows: nil)
    scope.isOneRow = true
    return scope
  }

  /// The rows of an entity that its modifiers leave.
  ///
  /// - Parameter prepare: what becomes of the rows before anything is said of them.
  mutating func bindClause(
    _ clause: ClauseSyntax, _ prepare: (inout Binder, RowScope) -> RowScope? = { $1 }
  ) -> RowScope? {
    guard let entity = catalog.entityIndex(clause.entity) else { return nil }
    clauseDepth += 1
    defer { clauseDepth -= 1 }
    guard let rows = clause.base.map({ bindNamedQuery($0) }) ?? standingScope(of: entity),
      var scope = prepare(&self, rows)
    else { return nil }
    guard !clause.modifiers.isEmpty else { return scope }
    // One filter for all: a long chain of modifiers makes no deep plan.
    guard let conditions = bindAll(clause.modifiers, in: &scope) else { return nil }
    scope.keepRows(where: conditions)
    return scope
  }

  /// The rows of an entity; as of another day those of which the model does not say that they
  /// exist only from a later day on.
  private mutating func standingScope(of entity: Int) -> RowScope? {
    var scope = scanScope(of: entity)
    guard resolver.isAsOf, let from = catalog.entities[entity].life.from, let rows = scope.rows
    else { return scope }
    guard let first = bindColumn(from, of: rows, in: &scope) else { return nil }
    let today = BoundExpression.literal(.date(resolver.today), .date)
    scope.keepRows(where: [.or([.isMissing(first), .comparison(.lessOrEqual, first, today)])])
    return scope
  }

  mutating func scanScope(of entity: Int) -> RowScope {
    if catalog.entities[entity].isSample { usesSample = true }
    var scope = RowScope(
      plan: scan(of: entity), rows: RowScope.EntityRows(entity: entity, base: 0))
    scope.shown = catalog.entities[entity].defaults.map { .model($0) }
    return scope
  }

  /// Every stored column of an entity.
  func scan(of index: Int) -> LogicalPlan {
    let entity = catalog.entities[index]
    let stored = entity.columns.filter { if case .stored = $0.source { true } else { false } }
    return .scan(
      LogicalPlan.Scan(
        table: entity.name, columns: stored.map(\.name),
        key: entity.key.flatMap { key in
          stored.firstIndex { $0.name == entity.columns[key].name }
        },
        schema: Schema(stored.map(\.field))))
  }
}

extension EntityColumn {
  /// The column as a plan or result has it.
  var field: Field { Field(name: name, type: type, label: label, display: display) }
}
