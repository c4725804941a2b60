import AnwenTypes

/// Looks for no doubles where a key shows that there are none.
///
///     aggregate …: count distinct(#k) (…)     →   aggregate …: count(#k) (…)
///     filter #n <= 1 (window per #k: row number as #n (…))
///                                             →   filter 1 <= 1 (project …, 1 as #n (…))
///
/// where no two input rows have one `#k`: it is the key of the table that is scanned, or the one
/// key of an aggregation.
package struct DistinctElimination: OptimizerPass {
  package let name = "distinct-elimination"

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    plan.rewrittenBottomUp { node in
      switch node {
      case .aggregate(let aggregate): Self.counting(aggregate)
      case .groupJoin(let groupJoin): Self.counting(groupJoin)
      case .window(let window): Self.numbered(window).map { .project($0) } ?? node
      case .filter(let filter): Self.filtering(filter)
      case .scan, .values, .project, .sort, .slice, .lookup, .expand, .union, .matching, .totals,
        .join,
        .correlation, .rowsAtHand:
        node
      }
    }
  }

  private static func counting(_ node: LogicalPlan.AggregateRows) -> LogicalPlan {
    .aggregate(
      LogicalPlan.AggregateRows(
        input: node.input, keys: node.keys,
        aggregates: node.aggregates.map { $0.counting(unique: node.input.uniqueColumns) },
        schema: node.schema))
  }

  private static func counting(_ node: LogicalPlan.GroupJoin) -> LogicalPlan {
    .groupJoin(
      LogicalPlan.GroupJoin(
        input: node.input, many: node.many, key: node.key, manyKey: node.manyKey,
        aggregates: node.aggregates.map { $0.counting(unique: node.many.uniqueColumns) },
        fields: node.fields))
  }

  /// The window as a projection, where each partition is one row and only places are asked for.
  private static func numbered(_ node: LogicalPlan.Window) -> LogicalPlan.Project? {
    let isPlaces = node.functions.allSatisfy { function in
      switch function {
      case .rowNumber, .rank, .denseRank: true
      case .neighbour, .aggregate: false
      }
    }
    let unique = node.input.uniqueColumns
    let isSingle = node.partition.contains { $0.plainColumn.map(unique.contains) ?? false }
    guard isPlaces, isSingle, !node.partition.contains(where: \.mayFail),
      !node.order.contains(where: { $0.expression.mayFail })
    else { return nil }
    let passed = node.input.schema.fields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    return LogicalPlan.Project(
      input: node.input,
      expressions: passed + node.functions.map { _ in .literal(.int(1), .int) },
      schema: node.schema)
  }

  /// Literals of the projection below stand in the condition as they are, to be folded.
  private static func filtering(_ node: LogicalPlan.Filter) -> LogicalPlan {
    guard case .project(let project) = node.input else { return .filter(node) }
    let predicate = node.predicate.replacingColumns { position, type in
      if case .literal = project.expressions[position] {
        project.expressions[position]
      } else {
        .column(position, type)
      }
    }
    return .filter(LogicalPlan.Filter(input: node.input, predicate: predicate))
  }
}

extension LogicalPlan {
  /// The columns that hold no value in two rows; one row may have none.
  fileprivate var uniqueColumns: Set<Int> {
    switch self {
    case .scan(let node): node.key.map { [$0] } ?? []
    case .filter(let node): node.input.uniqueColumns
    case .sort(let node): node.input.uniqueColumns
    case .slice(let node): node.input.uniqueColumns
    case .lookup(let node): node.input.uniqueColumns
    case .groupJoin(let node): node.input.uniqueColumns
    case .window(let node): node.input.uniqueColumns
    case .matching(let node): node.input.uniqueColumns
    case .project(let node): Self.unique(in: node)
    case .aggregate(let node): node.keys.count == 1 ? [0] : []
    case .correlation(let node): node.input.uniqueColumns
    case .join(let node): node.kind.givesRightRows ? [] : node.left.uniqueColumns
    case .values, .expand, .union, .totals, .rowsAtHand: []
    }
  }

  private static func unique(in node: Project) -> Set<Int> {
    let unique = node.input.uniqueColumns
    return Set(
      node.expressions.indices.filter { position in
        node.expressions[position].plainColumn.map(unique.contains) ?? false
      })
  }
}

extension BoundExpression {
  /// The position, where it is nothing but a column.
  fileprivate var plainColumn: Int? {
    if case .column(let position, _) = self { position } else { nil }
  }
}

extension Aggregate {
  /// Values that are different anyway need only be counted.
  fileprivate func counting(unique: Set<Int>) -> Aggregate {
    guard function == .countDistinct, let column = argument?.plainColumn, unique.contains(column)
    else { return self }
    return Aggregate(.count, argument, filter: filter, type: type)
  }
}
