/// Moves slices towards the scans, so that fewer rows are computed, and sorts no further than
/// the rows that are wanted.
///
///     slice n (sort k (…))          →   sort k first n (…)
///     slice n after m (sort k (…))  →   slice n after m (sort k first m + n (…))
///     slice n (project e (…))       →   project e (slice n (…))
///     slice n (lookup t (…))        →   lookup t (slice n (…))
///     slice n (group-join t (…))    →   group-join t (slice n (…))
///     slice n (correlate t (…))     →   correlate t (slice n (…))
///
/// A window is not passed, since it looks at all rows. A node that can fail is not passed either:
/// the rows that fail might be those that the slice drops.
package struct SlicePushdown: OptimizerPass {
  package let name = "slice-pushdown"

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    guard case .slice(let node) = plan else {
      return plan.replacingInputs(plan.inputs.map(rewrite))
    }
    return push(node, into: node.input)
  }

  /// The rows of `plan` that the slice keeps.
  private func push(_ slice: LogicalPlan.Slice, into plan: LogicalPlan) -> LogicalPlan {
    switch plan {
    case .sort(let node): return limited(node, by: slice)
    case .project, .lookup, .groupJoin, .correlation:
      if plan.nodeMayFail { break }
      var inputs = plan.inputs
      inputs[0] = push(slice, into: inputs[0])
      for index in inputs.indices.dropFirst() { inputs[index] = rewrite(inputs[index]) }
      return plan.replacingInputs(inputs)
    case .scan, .values, .filter, .slice, .aggregate, .expand, .union, .window, .matching, .totals,
      .join, .rowsAtHand:
      break
    }
    return .slice(
      LogicalPlan.Slice(input: rewrite(plan), offset: slice.offset, count: slice.count))
  }

  private func limited(
    _ sort: LogicalPlan.Sort, by slice: LogicalPlan.Slice
  ) -> LogicalPlan {
    let (end, overflow) = slice.offset.addingReportingOverflow(slice.count ?? .max)
    let limit = slice.count == nil || overflow ? sort.limit : min(end, sort.limit ?? end)
    let limited = LogicalPlan.sort(
      LogicalPlan.Sort(input: rewrite(sort.input), keys: sort.keys, limit: limit))
    let sliced = LogicalPlan.Slice(input: limited, offset: slice.offset, count: slice.count)
    return slice.offset == 0 && limit == slice.count ? limited : .slice(sliced)
  }
}
