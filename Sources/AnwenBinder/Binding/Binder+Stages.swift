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
    case .write(let file):
      if queryDepth > 1 { report(ScriptProblem.innerWrite, at: file.place) }
      return queryDepth == 1
    case .take(let count):
      scope.extend(
        .slice(LogicalPlan.Slice(input: scope.plan, offset: 0, count: count.value)))
      return true
    case .total(let keys): return bindTotal(by: keys, at: stage.place, in: &scope)
    case .skip(let count):
      scope.extend(
        .slice(LogicalPlan.Slice(input: scope.plan, offset: count.value, count: nil)))
      return true
    case .distinct(let columns): return bindDistinct(by: columns, in: &scope)
    case .top(let top): return bindTop(top, at: stage.place, in: &scope)
    case .rename(let renamings): return bindRename(renamings, in: &scope)
    case .drop(let names): return bindDrop(names, at: stage.place, in: &scope)
    case .expand(let name): return bindExpand(name, in: &scope)
    case .join(let join): return bindJoin(join, at: stage.place, in: &scope)
    case .combine(let operation, let query):
      return bindCombination(operation, query, at: stage.place, in: &scope)
    case .assertion(let assertion):
      return bindAssertion(assertion, at: stage.place, in: &scope)
    case .pivot(let pivot): return bindPivot(pivot, at: stage.place, in: &scope)
    case .compare(let compare): return bindCompare(compare, at: stage.place, in: &scope)
    case .require(let require): return bindRequire(require, at: stage.place, in: &scope)
    case .fill(let fill): return bindFill(fill, at: stage.place, in: &scope)
    }
  }

  /// Appends a column, whose name no other may have: a later stage could not tell them apart.
  private mutating func bindDerivedItem(_ item: ItemSyntax, in scope: inout RowScope) -> Bool {
    if let index = hiddenColumn(item, in: scope) {
      scope.shown.append(.model(index))
      return true
    }
    guard let value = bindExpression(item.expression, in: &scope) else { return false }
    let name = columnName(of: item)
    guard !isTaken(name, in: scope) else {
      report(.duplicateName(name), at: item.alias?.place ?? item.expression.place)
      return false
    }
    let field = field(of: item, type: value.type, in: scope)
    let position = scope.append(value, name: name, label: field.label)
    let column = RowScope.NamedColumn(field, position: position)
    scope.columns.append(column)
    scope.shown.append(.made(column))
    return true
  }

  /// A column that the rows have and that is not shown: derived under its own name it is.
  private func hiddenColumn(_ item: ItemSyntax, in scope: RowScope) -> Int? {
    guard item.alias == nil, case .name(let name) = item.expression, name.path.count == 1,
      let rows = scope.rows, let index = catalog.entities[rows.entity].columnIndex(name.path[0])
    else { return nil }
    let isShown = scope.shown.contains { shown in
      switch shown {
      case .model(let known): known == index
      case .made(let column): column.field.name == name.path[0]
      }
    }
    return isShown ? nil : index
  }

  /// Later items see the names that earlier ones gave.
  private mutating func bindSelect(_ items: [ItemSyntax], in scope: inout RowScope) -> Bool {
    guard hasDifferentNames(items) else { return false }
    var columns: [RowScope.NamedColumn] = []
    for item in items {
      guard let value = bindExpression(item.expression, in: &scope) else { return false }
      let field = field(of: item, type: value.type, in: scope)
      let column = RowScope.NamedColumn(field, position: scope.position(of: value, field))
      columns.append(column)
      if item.alias != nil { scope.columns.append(column) }
    }
    let fields = toldApart(columns.map(\.field), of: items, in: scope)
    columns = zip(columns, fields).map { RowScope.NamedColumn($1, position: $0.position) }
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
      columns.map(\.field)
      + keys.map { scope.plan.schema.fields[$0] }
    let plan = LogicalPlan.project(
      LogicalPlan.Project(input: scope.plan, expressions: expressions, schema: Schema(fields)))
    var selected = outputScope(plan)
    selected.columns.removeLast(keys.count)
    selected.shown.removeLast(keys.count)
    selected.grouping = scope.grouping
    selected.grouping?.keyPositions = keys.indices.map { columns.count + $0 }
    return selected
  }

  /// A scope that holds nothing but the plan's own columns.
  func outputScope(_ plan: LogicalPlan) -> RowScope {
    let columns = plan.schema.fields.enumerated().map { position, field in
      RowScope.NamedColumn(field, position: position)
    }
    return RowScope(plan: plan, rows: nil, columns: columns)
  }

  mutating func hasDifferentNames(_ items: [ItemSyntax]) -> Bool {
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

  private mutating func bindSort(_ keys: [SortKeySyntax], in scope: inout RowScope) -> Bool {
    guard let order = bindSortKeys(keys, in: &scope) else { return false }
    scope.extend(.sort(LogicalPlan.Sort(input: scope.plan, keys: order)))
    return true
  }
}
