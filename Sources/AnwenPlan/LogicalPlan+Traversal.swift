extension LogicalPlan {
  /// The same node with each of its own expressions replaced by `transform` of it.
  ///
  /// Expressions over the other side of a join are replaced like the others.
  ///
  /// - Precondition: `transform` keeps types.
  func replacingExpressions(
    _ transform: (BoundExpression) -> BoundExpression
  ) -> LogicalPlan {
    switch self {
    case .scan, .values, .slice, .expand, .union, .totals, .rowsAtHand: return self
    case .filter(let node):
      return .filter(Filter(input: node.input, predicate: transform(node.predicate)))
    case .project(let node):
      return .project(
        Project(
          input: node.input, expressions: node.expressions.map(transform), schema: node.schema))
    case .sort(let node):
      let keys = node.keys.map {
        Sort.Key(transform($0.expression), isDescending: $0.isDescending)
      }
      return .sort(Sort(input: node.input, keys: keys, limit: node.limit))
    case .aggregate(let node):
      return .aggregate(
        AggregateRows(
          input: node.input, keys: node.keys.map(transform),
          aggregates: node.aggregates.map { $0.replacingExpressions(transform) },
          schema: node.schema))
    case .lookup(let node):
      return .lookup(
        Lookup(
          input: node.input, target: node.target, key: transform(node.key),
          targetKey: transform(node.targetKey)))
    case .groupJoin(let node):
      return .groupJoin(
        GroupJoin(
          input: node.input, many: node.many, key: transform(node.key),
          manyKey: transform(node.manyKey),
          aggregates: node.aggregates.map { $0.replacingExpressions(transform) },
          fields: node.fields))
    case .window(let node):
      let order = node.order.map {
        Sort.Key(transform($0.expression), isDescending: $0.isDescending)
      }
      return .window(
        Window(
          input: node.input, partition: node.partition.map(transform), order: order,
          functions: node.functions.map { $0.replacingExpressions(transform) },
          fields: node.fields))
    case .matching(let node):
      return .matching(
        Matching(
          input: node.input, other: node.other, keys: node.keys.map(transform),
          otherKeys: node.otherKeys.map(transform), isNegated: node.isNegated))
    case .join(let node):
      return .join(
        Join(
          node.kind, left: node.left, right: node.right, condition: transform(node.condition)))
    case .correlation(let node):
      return .correlation(
        Correlation(
          input: node.input, many: node.many, number: transform(node.number),
          aggregates: node.aggregates.map { $0.replacingExpressions(transform) },
          fields: node.fields))
    }
  }

  /// Replaces each node by `transform` of it, its inputs first.
  func rewrittenBottomUp(_ transform: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    let inputs = inputs
    if inputs.isEmpty { return transform(self) }
    return transform(replacingInputs(inputs.map { $0.rewrittenBottomUp(transform) }))
  }
}

extension Aggregate {
  /// The same aggregate of other expressions.
  func replacingExpressions(
    _ transform: (BoundExpression) -> BoundExpression
  ) -> Aggregate {
    Aggregate(
      function, argument.map(transform), part: part, filter: filter.map(transform), type: type)
  }

  /// The positions of the input that are read.
  package var columns: Set<Int> {
    (argument?.columns ?? []).union(filter?.columns ?? [])
  }
}
