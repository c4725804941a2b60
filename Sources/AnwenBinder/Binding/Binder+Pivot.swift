import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// More columns are refused.
  private static let pivotLimit = 1_000

  mutating func bindPivot(
    _ pivot: PivotSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard var grouping = groups(of: scope, for: .pivot, at: place) else { return false }
    let name = pivot.key.path.joined(separator: ".")
    let position = scope.column(named: name)?.position
    guard let key = grouping.keyPositions.firstIndex(where: { $0 == position }) else {
      let known = grouping.groups.keyFields.map(\.name)
      report(AnalysisProblem.notAKey(name, keys: known), at: pivot.key.place)
      return false
    }
    guard scope.columns.count > grouping.groups.keys.count else {
      report(AnalysisProblem.nothingInCells, at: place)
      return false
    }
    guard let columns = columns(of: pivot, key: key, in: &scope, grouping) else { return false }
    let isSaid = pivot.values != nil
    // Only the values that are columns count in the totals.
    let shown = grouping.shown(in: scope, always: isSaid)
    var names: Set<String> = ["total"]
    names.formUnion(grouping.rowKeys.removing(key).map { grouping.groups.schema.fields[$0].name })
    for column in columns where !names.insert(column.name).inserted {
      report(.duplicateName(column.name), at: pivot.key.place)
      return false
    }
    grouping.pivot = Pivot(
      key: key, columns: columns, isSaid: isSaid, stages: grouping.laterStages)
    grouping.laterStages = []
    grouping.shownBefore = shown
    let cells = scope
    guard let pivoted = pivotRows(grouping, level: nil, shown: [], cells: cells) else {
      return false
    }
    scope = pivoted
    return true
  }

  /// Behind columns that only the data tells no stage may ask for one.
  mutating func mayFollow(_ stage: StageSyntax, in scope: RowScope) -> Bool {
    guard let pivot = scope.grouping?.pivot, !pivot.isSaid else { return true }
    switch stage.kind {
    case .sort, .take, .total, .write: return true
    case .filter, .select, .derive, .summarize, .skip, .top, .distinct, .rename, .drop, .expand,
      .join, .combine, .assertion, .pivot, .compare, .fill, .require:
      report(AnalysisProblem.behindPivot, at: stage.place)
      return false
    }
  }

  /// The columns that the query or the data says.
  private mutating func columns(
    of pivot: PivotSyntax, key: Int, in scope: inout RowScope, _ grouping: Grouping
  ) -> [PivotColumn]? {
    let type = grouping.groups.schema.fields[key].type
    let column = BoundExpression.column(grouping.keyPositions[key], type)
    guard let said = pivot.values else {
      let field = grouping.groups.schema.fields[key]
      pivotQuestion = .aggregate(
        LogicalPlan.AggregateRows(
          input: scope.plan, keys: [column], aggregates: [], schema: Schema([field])))
      guard let columns = pivotColumns else { return [] }
      guard columns.count <= Self.pivotLimit else {
        report(
          AnalysisProblem.tooManyColumns(columns.count, limit: Self.pivotLimit),
          at: pivot.key.place)
        return nil
      }
      return columns
    }
    var columns: [PivotColumn] = []
    for syntax in said {
      guard let bound = bindExpression(syntax, expecting: type, in: &scope) else { return nil }
      guard case .literal(let value, let found) = bound, found == type else {
        report(
          .typeMismatch(
            operation: "pivot", left: words(for: type),
            right: words(for: bound.type)), at: syntax.place)
        return nil
      }
      columns.append(PivotColumn(value, type: type))
    }
    scope.keepRows(where: [.isIn(column, values: columns.map(\.value))])
    return columns
  }

  /// The rows of a level whose cells are columns.
  ///
  /// - Parameter cells: the groups that are shown, where they are known.
  mutating func pivotRows(
    _ grouping: Grouping, level: [Int]?, shown: [GroupedRows.Shown], cells: RowScope? = nil
  ) -> RowScope? {
    guard let pivot = grouping.pivot else { return nil }
    let groups = grouping.beforePivot
    let cellLevel = level.map { ($0 + [pivot.key]).sorted() }
    let all = level == nil ? grouping.shownBefore : shown
    guard let cells = cells ?? groupRows(groups, level: cellLevel, shown: all),
      let totals = groupRows(groups, level: level ?? grouping.rowKeys, shown: all)
    else { return nil }
    var scope = outputScope(pivot.rows(cells, totals, of: grouping))
    scope.grouping = grouping
    scope.grouping?.keyPositions = groups.groups.allKeys.map { index in
      grouping.rowKeys.firstIndex(of: index) ?? -1
    }
    scope.isOfTotals = level != nil
    guard level == nil else {
      for stage in grouping.laterStages where stage.isRowWise {
        guard bindStage(stage, in: &scope) else { return nil }
      }
      return scope
    }
    // The totals of the rows have names, and are shown where totals are wanted.
    let measureCount =
      (scope.columns.count - grouping.rowKeys.count) / (pivot.columns.count + 1)
    scope.shown.removeLast(measureCount)
    return scope
  }
}
