import AnwenTypes

/// Computes several aggregates over the rows of one relation in one pass over them.
///
///     group-join #k = #m: count() (group-join #k = #m: count() (…) over t) over filter p t
///       →   group-join #k = #m: count(), count(where p) (…) over t
///
/// Between the two may stand filters, and projections, which then hand the new columns on. What
/// both sides ask of the related rows stays a filter below them. Two joins meet only where neither
/// their related rows nor what stands between can fail: else it would show which came first.
package struct GroupJoinFusion: OptimizerPass {
  package let name = "group-join-fusion"

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    plan.rewrittenBottomUp { node in
      guard case .groupJoin(let outer) = node else { return node }
      return fused(outer, below: outer.input, key: outer.key) ?? node
    }
  }

  /// The join put together with one below a plan, and what stands between; nil where there is
  /// none.
  ///
  /// - Parameters:
  ///   - plan: `outer`'s input, or what stands below it.
  ///   - key: `outer`'s key over `plan`.
  private func fused(
    _ outer: LogicalPlan.GroupJoin, below plan: LogicalPlan, key: BoundExpression
  ) -> LogicalPlan? {
    if case .groupJoin(let inner) = plan { return fused(outer, inner, key: key) }
    if plan.nodeMayFail { return nil }
    switch plan {
    case .filter(let node):
      guard let input = fused(outer, below: node.input, key: key) else { return nil }
      return .filter(LogicalPlan.Filter(input: input, predicate: node.predicate))
    case .project(let node):
      let keyBelow = key.replacingColumns { position, _ in node.expressions[position] }
      guard let input = fused(outer, below: node.input, key: keyBelow) else { return nil }
      let new = outer.fields.enumerated().map { index, field in
        BoundExpression.column(node.input.schema.fields.count + index, field.type)
      }
      return .project(
        LogicalPlan.Project(
          input: input, expressions: node.expressions + new,
          schema: Schema(node.schema.fields + outer.fields)))
    case .scan, .values, .sort, .slice, .aggregate, .lookup, .expand, .groupJoin, .union, .window,
      .matching, .totals, .join, .correlation, .rowsAtHand:
      return nil
    }
  }

  private func fused(
    _ outer: LogicalPlan.GroupJoin, _ inner: LogicalPlan.GroupJoin, key: BoundExpression
  ) -> LogicalPlan? {
    guard key == inner.key, outer.manyKey == inner.manyKey, !key.mayFail, !outer.manyKey.mayFail,
      let first = RelatedRows(inner.many), let second = RelatedRows(outer.many),
      let rows = first.rows.extended(to: second.rows)
    else { return nil }
    let shared = first.conditions.filter { second.conditions.contains($0) }
    func narrowed(_ aggregates: [Aggregate], _ conditions: [BoundExpression]) -> [Aggregate] {
      let own = conditions.filter { !shared.contains($0) }
      return aggregates.map { $0.narrowed(to: own) }
    }
    let aggregates =
      narrowed(inner.aggregates, first.conditions)
      + narrowed(outer.aggregates, second.conditions)
    return .groupJoin(
      LogicalPlan.GroupJoin(
        input: inner.input, many: rows.filtered(by: shared), key: key, manyKey: inner.manyKey,
        aggregates: aggregates, fields: inner.fields + outer.fields))
  }
}

/// The rows of a relation as a plan that drops none, and what is asked of them.
private struct RelatedRows {
  let rows: LogicalPlan
  /// Over `rows`.
  let conditions: [BoundExpression]

  /// Nil where the plan can fail, so that its parts have to stay where they are.
  init?(_ plan: LogicalPlan) {
    if plan.mayFail { return nil }
    (rows, conditions) = Self.lifted(plan)
  }

  /// Filters move up through nodes that only append columns.
  private static func lifted(
    _ plan: LogicalPlan
  ) -> (rows: LogicalPlan, conditions: [BoundExpression]) {
    if case .filter(let node) = plan {
      let (rows, conditions) = lifted(node.input)
      return (rows, conditions + node.predicate.terms)
    }
    guard let input = plan.extendedInput else { return (plan, []) }
    let (rows, conditions) = lifted(input)
    var inputs = plan.inputs
    inputs[0] = rows
    return (plan.replacingInputs(inputs), conditions)
  }
}

extension LogicalPlan {
  /// The input of a node that hands its rows and columns on as they are and appends columns.
  fileprivate var extendedInput: LogicalPlan? {
    switch self {
    case .lookup(let node): return node.input
    case .groupJoin(let node): return node.input
    case .project(let node):
      let width = node.input.schema.fields.count
      guard node.expressions.count >= width else { return nil }
      for position in 0..<width {
        guard case .column(position, _) = node.expressions[position] else { return nil }
      }
      return node.input
    // A window appends columns too, but they depend on which rows there are.
    case .scan, .values, .filter, .sort, .slice, .aggregate, .expand, .union, .window, .matching,
      .totals, .join, .correlation, .rowsAtHand:
      return nil
    }
  }

  /// This plan or the other, where one of them is the other with columns appended.
  fileprivate func extended(to other: LogicalPlan) -> LogicalPlan? {
    if isExtended(by: other) { return other }
    return other.isExtended(by: self) ? self : nil
  }

  private func isExtended(by other: LogicalPlan) -> Bool {
    var rows: LogicalPlan? = other
    while let plan = rows {
      if plan == self { return true }
      rows = plan.extendedInput
    }
    return false
  }

  fileprivate func filtered(by conditions: [BoundExpression]) -> LogicalPlan {
    guard let first = conditions.first else { return self }
    let predicate = conditions.count == 1 ? first : .and(conditions)
    return .filter(LogicalPlan.Filter(input: self, predicate: predicate))
  }
}

extension BoundExpression {
  fileprivate var terms: [BoundExpression] {
    if case .and(let terms) = self { terms } else { [self] }
  }
}

extension Aggregate {
  /// The same aggregate of the rows that fulfil the conditions as well.
  fileprivate func narrowed(to conditions: [BoundExpression]) -> Aggregate {
    if conditions.isEmpty { return self }
    let terms = conditions + (filter.map { [$0] } ?? [])
    return replacingFilter(terms.count == 1 ? terms[0] : .and(terms))
  }
}
