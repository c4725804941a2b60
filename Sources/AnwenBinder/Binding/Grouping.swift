import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// How the rows of a scope came out of groups: what is needed to compute them again for other
/// groups of the same rows, or over an earlier period.
///
/// A total is not the sum of what is shown: a rate or a number of different values cannot be added,
/// and a row that a list put into two groups counts once. So it is an aggregation of its own, over
/// the rows behind the groups that are shown.
struct Grouping {
  let groups: GroupedRows
  /// The query up to the groups, to be bound again over an earlier period.
  var prefix: QuerySyntax?
  /// Where the keys stand in the scope's plan.
  var keyPositions: [Int]
  /// The combinations of keys that have a row though nothing occurs; nil where none have.
  var filling: Filling?
  var comparison: Comparison?
  var pivot: Pivot?
  /// The stages behind the one that made the rows, in their order.
  var laterStages: [StageSyntax] = []
  /// Which groups were shown where a pivot put them into columns; empty where all were.
  var shownBefore: [GroupedRows.Shown] = []
  /// The keys of each level of totals, by their places, the grand total's first; empty where none
  /// are wanted.
  var levels: [[Int]] = []
  /// Why totals would be wrong, and the figure of which; nil where they are not.
  var totalProblem: (problem: AnalysisProblem, place: SyntaxRange)?

  init(_ groups: GroupedRows) {
    self.groups = groups
    keyPositions = groups.allKeys
  }

  /// The places of the keys that tell rows apart.
  var rowKeys: [Int] { groups.allKeys.filter { $0 != pivot?.key } }

  /// The groups before their values became columns.
  var beforePivot: Grouping {
    var grouping = self
    grouping.pivot = nil
    grouping.laterStages = pivot?.stages ?? laterStages
    grouping.shownBefore = []
    return grouping
  }

  /// Whether no later stage drops groups, so that all source rows count.
  var showsAll: Bool {
    comparison == nil && laterStages.allSatisfy { !$0.dropsRows }
  }

  /// What says which groups a scope of these rows shows; nothing where it shows all.
  func shown(in scope: RowScope, always: Bool = false) -> [GroupedRows.Shown] {
    if showsAll, !always { return shownBefore }
    let positions = rowKeys.map { keyPositions[$0] }
    return shownBefore
      + [GroupedRows.Shown(plan: scope.plan, keys: rowKeys, positions: positions)]
  }
}

extension StageSyntax {
  /// Whether a row behind the stage is computed from one row before it, so that a total row passes
  /// through it like any other.
  var isRowWise: Bool {
    switch kind {
    case .derive, .select, .rename, .drop: true
    case .filter, .sort, .take, .skip, .distinct, .top, .expand, .join, .combine, .assertion,
      .summarize, .total, .pivot, .compare, .fill, .require, .write:
      false
    }
  }

  /// Whether rows may be lost.
  var dropsRows: Bool {
    switch kind {
    // Rows that come several times are others as well.
    case .filter, .take, .skip, .distinct, .top, .expand, .join, .combine, .summarize, .pivot,
      .compare, .fill, .require:
      true
    case .derive, .select, .rename, .drop, .sort, .assertion, .total, .write: false
    }
  }
}
