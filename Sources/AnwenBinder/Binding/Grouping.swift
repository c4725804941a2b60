import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// How the rows of a scope came out of groups: what is needed to compute them again for other
/// groups of the same rows.
///
/// A total is not the sum of what is shown: a rate or a number of different values cannot be added,
/// and a row that a list put into two groups counts once. So it is an aggregation of its own, over
/// the rows behind the groups that are shown.
struct Grouping {
  /// The rows that were grouped, before a list key was expanded.
  let source: LogicalPlan
  /// Over `source`; a list where the rows were grouped by each of its elements.
  let keys: [BoundExpression]
  let aggregates: [Aggregate]
  /// What is shown of each group, over the keys and the aggregates behind them.
  let values: [BoundExpression]
  /// The keys, a list's as its element, then the values.
  let schema: Schema
  /// Where the keys stand in the scope's plan.
  var keyPositions: [Int]
  /// The stages behind the one that grouped, in their order.
  var laterStages: [StageSyntax] = []
  /// The keys of each level of totals, by their places, the grand total's first; empty where none
  /// are wanted.
  var levels: [[Int]] = []

  init(
    source: LogicalPlan, keys: [BoundExpression], aggregates: [Aggregate],
    values: [BoundExpression], schema: Schema
  ) {
    self.source = source
    self.keys = keys
    self.aggregates = aggregates
    self.values = values
    self.schema = schema
    keyPositions = Array(keys.indices)
  }

  /// Whether each value is just the aggregate in its place.
  private var showsAggregates: Bool {
    values
      == aggregates.enumerated().map { index, aggregate in
        .column(keys.count + index, aggregate.type)
      }
  }

  /// The aggregates as columns; where a value is computed of several they are not shown.
  private var aggregateFields: [Field] {
    if showsAggregates { return Array(schema.fields.dropFirst(keys.count)) }
    return aggregates.enumerated().map { index, aggregate in
      let name = "aggregate\(index + 1)"
      return Field(
        name: name, type: aggregate.type, label: LocalizedText(english: name, chinese: name))
    }
  }

  /// Whether no later stage drops groups, so that all source rows count.
  var showsAll: Bool { laterStages.allSatisfy { !$0.dropsRows } }

  /// One row for each combination of the keys.
  var rows: LogicalPlan { rows(of: Array(keys.indices), shown: nil) }

  /// One row for each combination of some of the keys, the other keys missing.
  ///
  /// - Parameter shown: rows with the keys at given positions, of which those that belong to a
  ///   level sum up their source rows; nil where all source rows count.
  func rows(of level: [Int], shown: (plan: LogicalPlan, keyPositions: [Int])?) -> LogicalPlan {
    var input = source
    var keys = keys
    for index in level {
      guard case .column(let position, .list(let element)) = keys[index] else { continue }
      input = .expand(LogicalPlan.Expand(input: input, column: position))
      keys[index] = .column(position, element)
    }
    if let shown {
      let fields = shown.plan.schema.fields
      input = .matching(
        LogicalPlan.Matching(
          input: input, other: shown.plan, keys: keys,
          otherKeys: shown.keyPositions.map { .column($0, fields[$0].type) }))
    }
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: input, keys: level.map { keys[$0] }, aggregates: aggregates,
        schema: Schema(level.map { schema.fields[$0] } + aggregateFields)))
    if level.count == keys.count, showsAggregates { return grouped }
    let expressions = schema.fields.enumerated().map { index, field -> BoundExpression in
      if index >= keys.count {
        return values[index - keys.count].remappingColumns { $0 - keys.count + level.count }
      }
      guard let place = level.firstIndex(of: index) else { return .literal(.missing, field.type) }
      return .column(place, field.type)
    }
    return .project(
      LogicalPlan.Project(input: grouped, expressions: expressions, schema: schema))
  }
}

extension StageSyntax {
  /// Whether a row behind the stage is computed from one row before it, so that a total row passes
  /// through it like any other.
  var isRowWise: Bool {
    switch kind {
    case .derive, .select, .rename, .drop: true
    case .filter, .sort, .take, .skip, .distinct, .top, .combine, .assertion, .summarize,
      .total, .write:
      false
    }
  }

  /// Whether rows may be lost.
  var dropsRows: Bool {
    switch kind {
    case .filter, .take, .skip, .distinct, .top, .combine, .summarize: true
    case .derive, .select, .rename, .drop, .sort, .assertion, .total, .write: false
    }
  }
}
