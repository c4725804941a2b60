import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Named measures of the model: expressions over aggregates of an entity's rows.
extension Binder {
  /// The rows over which the aggregates of a measure run, where they are no group.
  struct MeasuredRows {
    let relation: RelatedSyntax
    let place: SyntaxRange
    /// Whether the relation was read from the model.
    let isInModel: Bool
  }

  /// What a query says of the rows that a measure takes in.
  struct MeasureFilter {
    let condition: ExpressionSyntax
    let isInModel: Bool
  }

  mutating func bindMeasure(
    _ node: MeasureSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    openGroup?.hasMetAggregate = true
    guard let owner = catalog.entityIndex(node.entity),
      let measure = catalog.entities[owner].measure(node.name)
    else { return nil }
    if let relation = node.relation {
      guard openGroup == nil else {
        report(.relationInGroup, at: node.place)
        return nil
      }
      noteFigure(of: relation)
      let outer = measuredRows
      defer { measuredRows = outer }
      measuredRows = MeasuredRows(
        relation: relation, place: node.place, isInModel: isInModel)
      return bindBody(of: measure, owner: owner, in: &scope)
    }
    guard openGroup != nil || measuredRows != nil else {
      report(.measureOfOneRow(node.name), at: node.place)
      return nil
    }
    let outer = measureFilter
    defer { measureFilter = outer }
    if let filter = node.filter {
      let both = outer.map { ExpressionSyntax.and([$0.condition, filter]) }
      measureFilter = MeasureFilter(condition: both ?? filter, isInModel: isInModel)
    }
    return bindBody(of: measure, owner: owner, in: &scope)
  }

  private mutating func bindBody(
    of measure: NamedMeasure, owner: Int, in scope: inout RowScope
  ) -> BoundExpression? {
    let name = catalog.entities[owner].name + "." + measure.name
    return bindBody(
      measure.body, named: name, entity: owner, slotNames: [], isGrouped: true, in: &scope
    ) { binder, syntax, scope in
      let value = binder.bindExpression(syntax, in: &scope)
      if value == nil, !binder.hasProblems { binder.report(.notAMeasure, at: syntax.place) }
      return value
    }
  }

  /// An aggregate of a measure over the rows of a relation.
  mutating func bindMeasuredAggregate(
    _ node: AggregateSyntax, over rows: MeasuredRows, in scope: inout RowScope
  ) -> BoundExpression? {
    let outer = (measuredRows, isInModel)
    defer { (measuredRows, isInModel) = outer }
    (measuredRows, isInModel) = (nil, rows.isInModel)
    return joinAggregate(rows.relation, in: &scope, at: rows.place) { binder, many in
      binder.isInModel = outer.1
      return binder.aggregate(node, in: &many)
    }
  }

  /// The condition that a query adds to each aggregate of a measure.
  mutating func bindMeasureFilter(in scope: inout RowScope) -> BoundExpression? {
    guard let filter = measureFilter else { return nil }
    let outer = (measureFilter, isInModel)
    defer { (measureFilter, isInModel) = outer }
    (measureFilter, isInModel) = (nil, filter.isInModel)
    return bindCondition(filter.condition, in: &scope)
  }

  /// Binds a measure as `summarize` would, to see whether it can be.
  mutating func checkMeasure(_ measure: NamedMeasure, of owner: Int) {
    openGroup = OpenGroup(rows: scanScope(of: owner), keyCount: 0)
    var noColumns = scanScope(of: owner).withoutRows
    _ = bindBody(of: measure, owner: owner, in: &noColumns)
    guard let group = openGroup, !hasProblems, !group.hasMetAggregate else { return }
    isInModel = true
    report(.notAMeasure, at: measure.body.place)
  }
}
