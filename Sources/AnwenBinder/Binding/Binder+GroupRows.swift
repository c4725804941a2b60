import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Rows of groups, computed again for the levels of totals or behind another stage.
extension Binder {
  /// The rows that the stages so far make of groups: those that are shown, or those of a level of
  /// totals, which pass only the stages that look at one row.
  ///
  /// - Parameters:
  ///   - level: places of keys; nil for the rows that are shown.
  ///   - shown: only the source rows of these groups count.
  mutating func groupRows(
    _ grouping: Grouping, level: [Int]?, shown: [GroupedRows.Shown] = []
  ) -> RowScope? {
    if grouping.pivot != nil { return pivotRows(grouping, level: level, shown: shown) }
    var rows = grouping.groups.rows(of: level ?? grouping.groups.allKeys, shown: shown)
    if level == nil, let filling = grouping.filling {
      rows = filling.filled(rows, of: grouping.groups)
    }
    var scope = outputScope(rows)
    if let comparison = grouping.comparison {
      guard
        let compared = compared(
          rows, with: comparison, of: grouping, level: level, shown: shown)
      else { return nil }
      scope = compared
    }
    scope.isOfTotals = level != nil
    scope.grouping = grouping
    scope.grouping?.keyPositions = grouping.groups.allKeys
    for stage in grouping.laterStages where level == nil || stage.isRowWise {
      guard bindStage(stage, in: &scope) else { return nil }
    }
    return scope
  }

  /// The groups of a scope, where a stage computes them again.
  mutating func groups(
    of scope: RowScope, for stage: Keyword, at place: SyntaxRange
  ) -> Grouping? {
    guard let grouping = scope.grouping else {
      report(AnalysisProblem.needsGroups(stage), at: place)
      return nil
    }
    guard grouping.pivot == nil else {
      report(AnalysisProblem.behindPivot, at: place)
      return nil
    }
    return grouping
  }
}
