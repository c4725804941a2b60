import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Groups and what is computed of each.
extension Binder {
  mutating func bindSummarize(
    _ aggregates: [ItemSyntax], by keys: [ItemSyntax], in scope: inout RowScope
  ) -> Bool {
    guard hasDifferentNames(keys + aggregates) else { return false }
    var keyExpressions: [BoundExpression] = []
    var fields: [Field] = []
    let totalProblem = totalProblem(of: aggregates, in: scope)
    for key in keys {
      guard let value = bindGroupKey(key, in: &scope) else { return false }
      keyExpressions.append(value)
      fields.append(field(of: key, type: value.type.element, in: scope))
    }
    var group = OpenGroup(rows: scope, keyCount: keys.count)
    var values: [BoundExpression] = []
    for item in aggregates {
      guard let value = bindGroupItem(item, in: &group) else { return false }
      values.append(value)
      fields.append(field(of: item, type: value.type, in: scope))
    }
    let groups = GroupedRows(
      source: group.rows.plan, keys: keyExpressions, aggregates: group.functions, values: values,
      schema: Schema(toldApart(fields, of: keys + aggregates, in: scope)))
    scope = outputScope(groups.rows(of: groups.allKeys))
    scope.grouping = Grouping(groups)
    scope.grouping?.totalProblem = totalProblem
    return true
  }

  /// Whether a sum over figures of related rows is none of all of these rows.
  private mutating func totalProblem(
    of items: [ItemSyntax], in scope: RowScope
  ) -> (problem: AnalysisProblem, place: SyntaxRange)? {
    for item in items {
      guard case .aggregate(let sum) = item.expression, sum.function == .sum,
        let figure = sum.argument
      else { continue }
      let related: RelatedSyntax?
      let addsUp: Bool
      switch figure {
      case .measure(let node):
        related = node.relation
        addsUp = measureAddsUp(node)
      case .aggregate(let node):
        related = node.relation
        addsUp = figure.addsUp
      default: continue
      }
      guard let related, let entity = scope.rows?.entity else { continue }
      let label = label(of: figure, entity: entity, in: scope)
      let isShared = sharesRows(related.path, from: entity)
      if !addsUp || isShared { return (.noTotal(of: label, isShared: addsUp), figure.place) }
    }
    return nil
  }

  private mutating func measureAddsUp(_ node: MeasureSyntax) -> Bool {
    guard let owner = catalog.entityIndex(node.entity),
      let measure = catalog.entities[owner].measure(node.name)
    else { return false }
    let body = parsed(measure.body, entity: owner, slotNames: [], isGrouped: true)
    return body.readings.first?.addsUp ?? false
  }

  /// Whether a row at the end of a path may belong to several at its beginning.
  private func sharesRows(_ path: [String], from entity: Int) -> Bool {
    var entity = entity
    for name in path {
      guard let relation = catalog.entities[entity].relation(name) else { return true }
      entity = relation.source
      if catalog.entities[entity].columns[relation.column].type.isList { return true }
    }
    return false
  }

  /// An item of `summarize`: an expression over aggregates and measures.
  private mutating func bindGroupItem(
    _ item: ItemSyntax, in group: inout OpenGroup
  ) -> BoundExpression? {
    let before = self
    group.hasMetAggregate = false
    openGroup = group
    var noColumns = RowScope(plan: group.rows.plan, rows: nil)
    let value = bindExpression(item.expression, in: &noColumns)
    guard let open = openGroup, open.hasMetAggregate else {
      self = before
      report(.notAnAggregate(CanonicalText.of(item.expression)), at: item.expression.place)
      return nil
    }
    group = open
    openGroup = nil
    return value
  }

  /// An aggregate over the rows of the group that is open.
  mutating func bindGroupAggregate(_ node: AggregateSyntax) -> BoundExpression? {
    guard var group = openGroup else { return nil }
    openGroup?.hasMetAggregate = true
    guard node.relation == nil else {
      report(.relationInGroup, at: node.place)
      return nil
    }
    group.hasMetAggregate = true
    openGroup = nil
    defer { openGroup = group }
    guard let function = aggregate(node, in: &group.rows) else { return nil }
    return group.append(function)
  }

  /// A list groups by each of its elements: a column of its own, which is expanded in the end.
  private mutating func bindGroupKey(
    _ key: ItemSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let value = bindExpression(key.expression, in: &scope) else { return nil }
    guard value.type.isList else { return value }
    let copy = scope.append(value, name: columnName(of: key), label: label(of: key, in: scope))
    return .column(copy, value.type)
  }
}

extension ExpressionSyntax {
  /// Whether the values over parts of some rows add up to that over all.
  fileprivate var addsUp: Bool {
    if case .aggregate(let node) = self { [.count, .sum].contains(node.function) } else { false }
  }
}
