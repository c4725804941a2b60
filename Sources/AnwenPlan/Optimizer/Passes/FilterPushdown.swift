import AnwenTypes

/// Moves conditions towards the scans, so that the nodes between see fewer rows.
///
///     filter #c > 1 (project #a as c (…))   →   project #a as c (filter #a > 1 (…))
///     filter p (sort k (…))                 →   sort k (filter p (…))
///     filter p (lookup t (…))               →   lookup t (filter p (…)), p reading the input only
///     filter p (group-join t (…))           →   group-join t (filter p (…)), likewise
///     filter p (expand c (…))               →   expand c (filter p (…)), p not reading c
///     filter p (matching k (…))             →   matching k (filter p (…))
///     filter p (aggregate by k (…))         →   aggregate by k (filter p (…)), p reading keys only
///     filter p (window per k (…))           →   window per k (filter p (…)), p reading k only
///     filter p (union (…, …))               →   union (filter p (…), filter p (…))
///     filter p (filter q (…))               →   filter q and p (…)
///     group-join t: count(where p) (…)     →   group-join (filter p t): count() (…)
///     filter p (correlate t (…))            →   correlate t (filter p (…)), p reading the input only
///     filter p and q and r (inner join c (s, t))
///                                           →   inner join c and r (filter p s, filter q t),
///                                               p reading s only, q reading t only
///     filter p (semi join c and q (s, t))   →   semi join c (filter p s, filter q t), likewise
///
/// A slice is never passed: it counts rows; nor are totals, which no condition sees. A node with an
/// expression that can fail is not passed either, since the rows that fail might be those that the
/// filter drops; and the terms of a condition keep their order as far as one of them can fail.
package struct FilterPushdown: OptimizerPass {
  package let name = "filter-pushdown"

  /// A condition that would grow larger than this by taking in a projection's expressions stays
  /// above it, so that conditions do not double at each of many projections.
  private static let maximumNodeCount = 200

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    push([], into: plan)
  }

  /// The plan that keeps the rows of `plan` for which all terms are true.
  private func push(_ terms: [BoundExpression], into plan: LogicalPlan) -> LogicalPlan {
    if case .filter(let node) = plan {
      return push(Self.terms(of: node.predicate) + terms, into: node.input)
    }
    if case .join(let node) = plan { return push(terms, intoJoin: node) }
    let (below, above) = Self.split(terms, at: plan)
    let (plan, aggregated) = Self.withoutSharedFilters(plan)
    var inputs = plan.inputs
    for index in inputs.indices {
      // The first input is the one whose rows a node hands on; a union hands on both.
      inputs[index] = push(index == 0 || plan.isUnion ? below : aggregated, into: inputs[index])
    }
    return Self.filtered(inputs.isEmpty ? plan : plan.replacingInputs(inputs), by: above)
  }

  private static func filtered(
    _ plan: LogicalPlan, by terms: [BoundExpression]
  ) -> LogicalPlan {
    terms.isEmpty
      ? plan : .filter(LogicalPlan.Filter(input: plan, predicate: .all(terms)))
  }

  /// A join takes in what is asked of its pairs, and gives each side what is asked of that alone.
  private func push(
    _ terms: [BoundExpression], intoJoin node: LogicalPlan.Join
  ) -> LogicalPlan {
    let split = JoinFilters(terms.flatMap(\.conjuncts), above: node)
    let join = LogicalPlan.Join(
      node.kind, left: push(split.left, into: node.left),
      right: push(split.right, into: node.right),
      condition: .all(split.pairs))
    return Self.filtered(.join(join), by: split.above)
  }

  private static func terms(of predicate: BoundExpression) -> [BoundExpression] {
    if case .and(let terms) = predicate { terms } else { [predicate] }
  }

  /// The terms that may be tested on the node's input, as they read there, and the rest.
  private static func split(
    _ terms: [BoundExpression], at plan: LogicalPlan
  ) -> (below: [BoundExpression], above: [BoundExpression]) {
    if plan.inputs.isEmpty || plan.nodeMayFail { return ([], terms) }
    var below: [BoundExpression] = []
    var above: [BoundExpression] = []
    var aboveMayFail = false
    for term in terms {
      let keepsOrder = above.isEmpty || !aboveMayFail && !term.mayFail
      if keepsOrder, let moved = moved(term, below: plan) {
        below.append(moved)
      } else {
        above.append(term)
        aboveMayFail = aboveMayFail || term.mayFail
      }
    }
    return (below, above)
  }

  /// The term over the first input of a node, or nil if it cannot be tested there.
  private static func moved(
    _ term: BoundExpression, below plan: LogicalPlan
  ) -> BoundExpression? {
    switch plan {
    case .scan, .values, .slice, .totals, .join, .rowsAtHand: return nil
    case .filter, .union, .matching: return term
    case .sort(let node): return node.limit == nil ? term : nil
    case .project(let node): return substituted(term, by: node.expressions)
    case .lookup(let node): return reads(term, before: node.input.schema.fields.count)
    case .groupJoin(let node): return reads(term, before: node.input.schema.fields.count)
    case .correlation(let node): return reads(term, before: node.input.schema.fields.count)
    case .expand(let node): return term.columns.contains(node.column) ? nil : term
    case .window(let node):
      // All rows with one value of these columns go or stay together.
      let keys = node.partition.flatMap(\.plainColumns)
      return term.columns.allSatisfy(keys.contains) && !term.columns.isEmpty ? term : nil
    case .aggregate(let node):
      // Without keys there is a row even where no input row is left.
      if node.keys.isEmpty || reads(term, before: node.keys.count) == nil { return nil }
      return substituted(term, by: node.keys)
    }
  }

  /// A group join without the conditions that all its aggregates make, and these conditions, which
  /// are about the related rows; any other node as it is.
  private static func withoutSharedFilters(
    _ plan: LogicalPlan
  ) -> (plan: LogicalPlan, terms: [BoundExpression]) {
    guard case .groupJoin(let node) = plan else { return (plan, []) }
    let filters = node.aggregates.map { $0.filter.map(terms) ?? [] }
    let shared = (filters.first ?? []).filter { term in
      filters.allSatisfy { $0.contains(term) }
    }
    // Behind a condition that can fail no other may come to see more rows.
    if shared.isEmpty || filters.contains(where: { $0.contains(where: \.mayFail) }) {
      return (plan, [])
    }
    let aggregates = zip(node.aggregates, filters).map { aggregate, filter in
      let own = filter.filter { !shared.contains($0) }
      return aggregate.replacingFilter(
        own.isEmpty ? nil : own.count == 1 ? own[0] : .and(own))
    }
    let groupJoin = LogicalPlan.GroupJoin(
      input: node.input, many: node.many, key: node.key, manyKey: node.manyKey,
      aggregates: aggregates, fields: node.fields)
    return (.groupJoin(groupJoin), shared)
  }

  private static func reads(_ term: BoundExpression, before limit: Int) -> BoundExpression? {
    term.columns.allSatisfy { $0 < limit } ? term : nil
  }

  private static func substituted(
    _ term: BoundExpression, by expressions: [BoundExpression]
  ) -> BoundExpression? {
    var count = term.nodeCount(upTo: maximumNodeCount)
    term.forEachColumn { position in
      if count < maximumNodeCount {
        count += expressions[position].nodeCount(upTo: maximumNodeCount) - 1
      }
    }
    // Moving through plain columns does not make a condition larger, however large it is.
    let isRenaming = term.columns.allSatisfy { position in
      if case .column = expressions[position] { true } else { false }
    }
    guard isRenaming || count < maximumNodeCount else { return nil }
    return term.replacingColumns { position, _ in expressions[position] }
  }
}

extension BoundExpression {
  /// The column that it is, if it is nothing else.
  fileprivate var plainColumns: [Int] {
    if case .column(let position, _) = self { [position] } else { [] }
  }
}

extension LogicalPlan {
  fileprivate var isUnion: Bool { if case .union = self { true } else { false } }
}
