import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// A plan of more steps, one over the other, is refused: walks over it are recursive.
  private static let planDepthLimit = 1_100

  mutating func bindQuery(_ syntax: QuerySyntax) -> BoundQuery? {
    if let asOf = syntax.asOf, !shiftToday(to: asOf) { return nil }
    guard var scope = bindSource(syntax.source) else { return nil }
    var isShaped = false
    for stage in syntax.stages {
      guard bindStage(stage, in: &scope) else { return nil }
      switch stage.kind {
      case .select, .summarize: isShaped = true
      case .filter, .derive, .sort, .take, .total: break
      }
      scope.note(stage)
    }
    guard !hasProblems,
      let plan = isShaped ? withTotals(scope) : withDefaultColumns(&scope)
    else { return nil }
    if plan.isDeeper(than: Binder.planDepthLimit) {
      report(SyntaxProblem.tooDeep, at: syntax.place)
    }
    guard !hasProblems else { return nil }
    return BoundQuery(
      plan: plan, syntax: syntax, today: resolver.today, computations: computations,
      usesSample: usesSample)
  }

  private mutating func bindSource(_ source: SourceSyntax) -> RowScope? {
    switch source {
    case .clause(let clause): bindClause(clause)
    case .periods(let source): bindPeriodSource(source)
    }
  }

  /// The rows of an entity that its modifiers leave.
  mutating func bindClause(_ clause: ClauseSyntax) -> RowScope? {
    guard let entity = catalog.entityIndex(clause.entity) else { return nil }
    var scope = scanScope(of: entity)
    guard !clause.modifiers.isEmpty else { return scope }
    // One filter for all: a long chain of modifiers makes no deep plan.
    guard let conditions = bindAll(clause.modifiers, in: &scope) else { return nil }
    scope.keepRows(where: conditions)
    return scope
  }

  mutating func scanScope(of entity: Int) -> RowScope {
    if catalog.entities[entity].isSample { usesSample = true }
    return RowScope(
      plan: scan(of: entity), rows: RowScope.EntityRows(entity: entity, base: 0))
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

  /// The entity's default columns, then those that the query derived.
  private mutating func withDefaultColumns(_ scope: inout RowScope) -> LogicalPlan {
    guard let rows = scope.rows else { return scope.plan }
    let entity = catalog.entities[rows.entity]
    var expressions: [BoundExpression] = []
    var fields: [Field] = []
    for index in entity.defaults {
      let column = entity.columns[index]
      guard let value = bindColumn(index, of: rows, in: &scope) else { continue }
      expressions.append(value)
      fields.append(column.field)
    }
    for column in scope.columns {
      expressions.append(.column(column.position, column.type))
      fields.append(column.field)
    }
    return .project(
      LogicalPlan.Project(input: scope.plan, expressions: expressions, schema: Schema(fields)))
  }
}

extension EntityColumn {
  /// The column as a plan or result has it.
  var field: Field { Field(name: name, type: type, label: label, display: display) }
}
