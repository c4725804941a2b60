import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Total rows, which are computed when all stages are known: over the groups shown in the end.
extension Binder {
  /// Notes which levels of totals are wanted.
  mutating func bindTotal(
    by names: [NameSyntax], at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard let grouping = scope.grouping else {
      report(AnalysisProblem.needsGroups(.total), at: place)
      return false
    }
    if let (problem, place) = grouping.totalProblem {
      report(problem, at: place)
      return false
    }
    var levels: [[Int]] = [[]]
    for name in names {
      guard let index = keyIndex(name, of: grouping, in: scope) else { return false }
      let outer = levels.last ?? []
      if !outer.contains(index) { levels.append((outer + [index]).sorted()) }
    }
    // With all keys a subtotal would repeat its row.
    guard names.isEmpty || levels.count <= grouping.rowKeys.count else {
      report(AnalysisProblem.subtotalOfRows, at: names[0].place)
      return false
    }
    scope.grouping?.levels = levels
    return true
  }

  /// The place of a key among those of the groups.
  mutating func keyIndex(
    _ name: NameSyntax, of grouping: Grouping, in scope: RowScope
  ) -> Int? {
    let key = name.path.joined(separator: ".")
    let position = scope.column(named: key)?.position
    if let index = grouping.keyPositions.firstIndex(where: { $0 == position }) { return index }
    let known = grouping.rowKeys.map { grouping.groups.keyFields[$0].name }
    report(AnalysisProblem.notAKey(key, keys: known), at: name.place)
    return nil
  }

  /// The visible columns of the scope, with the totals that were asked for.
  mutating func withTotals(_ scope: inout RowScope) -> LogicalPlan? {
    guard let grouping = scope.grouping, !grouping.levels.isEmpty else {
      return withShownColumns(&scope)
    }
    // A key that is not shown still tells where a total row stands.
    let places = grouping.levels.last ?? []
    if grouping.pivot != nil { scope.shown = scope.columns.map { .made($0) } }
    let input = visible(&scope, and: places)
    var levels: [LogicalPlan.Totals.Level] = []
    let shown = grouping.shown(in: scope)
    for level in grouping.levels {
      guard var total = groupRows(grouping, level: level, shown: shown) else { return nil }
      let keys = level.map { scope.shown.count + (places.firstIndex(of: $0) ?? 0) }
      levels.append(LogicalPlan.Totals.Level(rows: visible(&total, and: places), keys: keys))
    }
    let totals = LogicalPlan.totals(
      LogicalPlan.Totals(input: input, levels: levels, mark: totalMark(of: grouping)))
    if places.isEmpty { return totals }
    let kept = Array(scope.shown.indices) + [totals.schema.fields.count - 1]
    return projected(totals, to: kept)
  }

  /// The columns that the query shows, and some of the keys of its groups.
  private mutating func visible(_ scope: inout RowScope, and keys: [Int]) -> LogicalPlan {
    withShownColumns(&scope, and: keys.compactMap { scope.grouping?.keyPositions[$0] })
  }

  private func projected(_ plan: LogicalPlan, to positions: [Int]) -> LogicalPlan {
    let fields = positions.map { plan.schema.fields[$0] }
    return .project(
      LogicalPlan.Project(
        input: plan, expressions: zip(positions, fields).map { .column($0, $1.type) },
        schema: Schema(fields)))
  }

  private func totalMark(of grouping: Grouping) -> Field {
    let cases = zip(grouping.levels, [[]] + grouping.levels).map {
      level, outer -> EnumerationType.Case in
      guard let key = level.first(where: { !outer.contains($0) }) else {
        return EnumerationType.Case(
          name: "grand", label: LocalizedText(english: "total", chinese: "合计"))
      }
      return EnumerationType.Case(
        name: grouping.groups.keyFields[key].name,
        label: LocalizedText(english: "subtotal", chinese: "小计"))
    }
    return Field.totalMark(cases)
  }
}
