import AnwenPlan

/// Makes the operators that carry out a plan.
struct PhysicalPlanner {
  private let context: ExecutionContext
  /// The input's rows of the nearest correlation whose correlated rows are planned.
  private let rowsAtHand: HeldRows?

  init(_ context: ExecutionContext, rowsAtHand: HeldRows? = nil) {
    self.context = context
    self.rowsAtHand = rowsAtHand
  }

  func plan(_ plan: LogicalPlan) throws(EngineError) -> any PhysicalOperator {
    guard let meter = context.meter else { return try operation(of: plan) }
    let place = meter.addNode()
    let inner = try meter.measure(place) { () throws(EngineError) in try operation(of: plan) }
    return MeteredOperator(inner, meter, place: place)
  }

  /// The operator of a node over those of its inputs, which are made in the inputs' order.
  private func operation(
    of plan: LogicalPlan
  ) throws(EngineError) -> any PhysicalOperator {
    switch plan {
    case .scan(let node): return ScanOperator(node, context)
    case .values(let node): return ValuesOperator(node, context)
    case .filter(let node):
      return try FilterOperator(node, input: self.plan(node.input), context)
    case .project(let node): return try ProjectOperator(node, input: self.plan(node.input))
    case .sort(let node): return try SortOperator(node, input: self.plan(node.input), context)
    case .slice(let node): return try SliceOperator(node, input: self.plan(node.input), context)
    case .aggregate(let node):
      return try AggregateOperator(node, input: self.plan(node.input), context)
    case .lookup(let node):
      return try LookupOperator(
        node, input: self.plan(node.input), target: self.plan(node.target), context)
    case .groupJoin(let node):
      return try GroupJoinOperator(
        node, input: self.plan(node.input), many: self.plan(node.many), context)
    case .expand(let node): return try ExpandOperator(node, input: self.plan(node.input), context)
    case .union(let node):
      return try UnionOperator(first: self.plan(node.first), second: self.plan(node.second))
    case .window(let node): return try WindowOperator(node, input: self.plan(node.input), context)
    case .matching(let node):
      return try MatchingOperator(
        node, input: self.plan(node.input), other: self.plan(node.other), context)
    case .totals(let node):
      var levels: [any PhysicalOperator] = []
      for level in node.levels { levels.append(try self.plan(level.rows)) }
      return TotalsOperator(node, input: try self.plan(node.input), levels: levels, context)
    case .join(let node):
      return try JoinOperator(
        node, left: self.plan(node.left), right: self.plan(node.right), context)
    case .correlation(let node):
      let held = HeldRows()
      let input = try self.plan(node.input)
      let many = try PhysicalPlanner(context, rowsAtHand: held).plan(node.many)
      return try CorrelationOperator(node, input: input, many: many, held, context)
    case .rowsAtHand(let node):
      guard let rowsAtHand else { preconditionFailure("rows at hand outside a correlation") }
      return RowsAtHandOperator(node, rowsAtHand, context)
    }
  }
}
