import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// Binds one stage; false where it does not bind.
  mutating func bindStage(_ stage: StageSyntax, in scope: inout RowScope) -> Bool {
    switch stage.kind {
    case .filter(let condition):
      guard let predicate = bindCondition(condition, in: &scope) else { return false }
      scope.keepRows(where: [predicate])
      return true
    case .select(let items): return bindSelect(items, in: &scope)
    case .derive(let items):
      return items.allSatisfy { bindDerivedItem($0, in: &scope) }
    case .summarize(let aggregates, let keys):
      return bindSummarize(aggregates, by: keys, in: &scope)
    case .sort(let keys): return bindSort(keys, in: &scope)
    case .take(let count):
      scope.extend(
        .slice(LogicalPlan.Slice(input: scope.plan, offset: 0, count: count)))
      return true
    case .total(let keys): return bindTotal(by: keys, at: stage.place, in: &scope)
    }
  }

  /// Appends a column, whose name no other may have: a later stage could not tell them apart.
  private mutating func bindDerivedItem(_ item: ItemSyntax, in scope: inout RowScope) -> Bool {
    guard let value = bindExpression(item.expression, in: &scope) else { return false }
    let name = columnName(of: item)
    let isTaken =
      scope.column(named: name) != nil
      || scope.rows.map { catalog.entities[$0.entity].columnIndex(name) != nil } ?? false
    guard !isTaken else {
      report(.duplicateName(name), at: item.alias?.place ?? item.expression.place)
      return false
    }
    let label = label(of: item, in: scope)
    let position = scope.append(value, name: name, label: label)
    scope.columns.append(
      RowScope.NamedColumn(name: name, position: position, type: value.type, label: label))
    return true
  }

  /// Later items see the names that earlier ones gave.
  private mutating func bindSelect(_ items: [ItemSyntax], in scope: inout RowScope) -> Bool {
    guard hasDifferentNames(items) else { return false }
    var columns: [RowScope.NamedColumn] = []
    for item in items {
      guard let value = bindExpression(item.expression, in: &scope) else { return false }
      let name = columnName(of: item)
      let label = label(of: item, in: scope)
      let position: Int
      if case .column(let known, _) = value {
        position = known
      } else {
        position = scope.append(value, name: name, label: label)
      }
      let column = RowScope.NamedColumn(
        name: name, position: position, type: value.type, label: label)
      columns.append(column)
      if item.alias != nil { scope.columns.append(column) }
    }
    scope = selection(columns, of: scope)
    return true
  }

  /// The rows with some columns only; the keys of groups stay behind them, unseen, for totals.
  private func selection(_ columns: [RowScope.NamedColumn], of scope: RowScope) -> RowScope {
    let keys = scope.grouping?.keyPositions ?? []
    let expressions =
      columns.map { BoundExpression.column($0.position, $0.type) }
      + keys.map { .column($0, scope.plan.schema.fields[$0].type) }
    let fields =
      columns.map { Field(name: $0.name, type: $0.type, label: $0.label) }
      + keys.map { scope.plan.schema.fields[$0] }
    let plan = LogicalPlan.project(
      LogicalPlan.Project(input: scope.plan, expressions: expressions, schema: Schema(fields)))
    var selected = outputScope(plan)
    selected.columns.removeLast(keys.count)
    selected.grouping = scope.grouping
    selected.grouping?.keyPositions = keys.indices.map { columns.count + $0 }
    return selected
  }

  /// A scope that holds nothing but the plan's own columns.
  func outputScope(_ plan: LogicalPlan) -> RowScope {
    let columns = plan.schema.fields.enumerated().map { position, field in
      RowScope.NamedColumn(
        name: field.name, position: position, type: field.type, label: field.label)
    }
    return RowScope(plan: plan, rows: nil, columns: columns)
  }

  private mutating func hasDifferentNames(_ items: [ItemSyntax]) -> Bool {
    var seen: Set<String> = []
    for item in items {
      let name = columnName(of: item)
      guard seen.insert(name).inserted else {
        report(.duplicateName(name), at: item.alias?.place ?? item.expression.place)
        return false
      }
    }
    return true
  }

  private mutating func bindSummarize(
    _ aggregates: [ItemSyntax], by keys: [ItemSyntax], in scope: inout RowScope
  ) -> Bool {
    guard hasDifferentNames(keys + aggregates) else { return false }
    var keyExpressions: [BoundExpression] = []
    var fields: [Field] = []
    for key in keys {
      guard let value = bindGroupKey(key, in: &scope) else { return false }
      keyExpressions.append(value)
      fields.append(
        Field(
          name: columnName(of: key), type: value.type.element, label: label(of: key, in: scope)))
    }
    var functions: [Aggregate] = []
    for item in aggregates {
      guard case .aggregate(let node) = item.expression else {
        report(.notAnAggregate(CanonicalText.of(item.expression)), at: item.expression.place)
        return false
      }
      guard let aggregate = bindGroupAggregate(node, in: &scope) else { return false }
      functions.append(aggregate)
      fields.append(
        Field(name: columnName(of: item), type: aggregate.type, label: label(of: item, in: scope)))
    }
    let grouping = Grouping(
      source: scope.plan, keys: keyExpressions, aggregates: functions, schema: Schema(fields))
    scope = outputScope(grouping.rows)
    scope.grouping = grouping
    return true
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

  private mutating func bindSort(_ keys: [SortKeySyntax], in scope: inout RowScope) -> Bool {
    var bound: [LogicalPlan.Sort.Key] = []
    for key in keys {
      guard let value = bindExpression(key.expression, in: &scope) else { return false }
      bound.append(LogicalPlan.Sort.Key(value, isDescending: key.isDescending))
    }
    scope.extend(.sort(LogicalPlan.Sort(input: scope.plan, keys: bound)))
    return true
  }
}
