import AnwenTypes

/// Leaves out the columns that nothing above reads, so that a scan lists what is needed only.
///
///     project #a (project #a, #b + #c as d (scan t: a, b, c))   →   project #a (project #a (scan t: a))
///     aggregate count (lookup t (…))                            →   aggregate count (…)
///
/// An expression that can fail is computed also where nothing reads it.
package struct ProjectionPruning: OptimizerPass {
  package let name = "projection-pruning"

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    prune(plan, to: Set(plan.schema.fields.indices)).plan
  }

  /// A plan with some of the columns of another.
  private struct Pruned {
    let plan: LogicalPlan
    /// The positions that the columns had, in order; all that were asked for are among them.
    let kept: [Int]

    /// An expression over the unpruned plan, as it reads over this one.
    func remap(_ expression: BoundExpression) -> BoundExpression {
      let positions = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
      return expression.remappingColumns { positions[$0] ?? $0 }
    }

    func remap(_ aggregates: [Aggregate]) -> [Aggregate] {
      aggregates.map { $0.replacingExpressions(remap) }
    }
  }

  private func prune(_ plan: LogicalPlan, to needed: Set<Int>) -> Pruned {
    switch plan {
    case .scan(let node): pruneScan(node, to: needed)
    case .values(let node): pruneValues(node, to: needed)
    case .filter(let node):
      pruneUnary(plan, node.input, to: needed.union(node.predicate.columns))
    case .sort(let node):
      pruneUnary(
        plan, node.input,
        to: node.keys.reduce(into: needed) { $0.formUnion($1.expression.columns) })
    case .slice(let node): pruneUnary(plan, node.input, to: needed)
    case .project(let node): pruneProject(node, to: needed)
    case .aggregate(let node): pruneAggregate(node, to: needed)
    case .lookup(let node): pruneLookup(node, to: needed)
    case .groupJoin(let node): pruneGroupJoin(node, to: needed)
    case .expand(let node): pruneExpand(node, to: needed)
    case .union(let node): pruneUnion(node, to: needed)
    case .window(let node): pruneWindow(node, to: needed)
    case .matching(let node): pruneMatching(node, to: needed)
    case .totals(let node): pruneTotals(node)
    case .join(let node): pruneJoin(node, to: needed)
    case .correlation(let node): pruneCorrelation(node, to: needed)
    case .rowsAtHand(let node): pruneRowsAtHand(node, to: needed)
    }
  }

  /// Keeps at least one column: not every engine has rows without columns.
  private func pruneScan(_ node: LogicalPlan.Scan, to needed: Set<Int>) -> Pruned {
    let kept = needed.isEmpty ? Array(node.columns.indices.prefix(1)) : needed.sorted()
    let scan = LogicalPlan.Scan(
      table: node.table, columns: kept.map { node.columns[$0] },
      key: node.key.flatMap { kept.firstIndex(of: $0) },
      schema: Schema(kept.map { node.schema.fields[$0] }))
    return Pruned(plan: .scan(scan), kept: kept)
  }

  /// Keeps at least one column, if there is one, like a scan.
  private func pruneValues(_ node: LogicalPlan.Values, to needed: Set<Int>) -> Pruned {
    let all = node.schema.fields.indices
    let kept = needed.isEmpty ? Array(all.prefix(1)) : needed.sorted()
    let values = LogicalPlan.Values(
      rows: node.rows.map { row in kept.map { row[$0] } },
      schema: Schema(kept.map { node.schema.fields[$0] }))
    return Pruned(plan: .values(values), kept: kept)
  }

  /// A node whose columns are its input's.
  private func pruneUnary(
    _ plan: LogicalPlan, _ input: LogicalPlan, to needed: Set<Int>
  ) -> Pruned {
    let input = prune(input, to: needed)
    // The expressions are remapped together with the input: apart, neither fits the other.
    let rewritten: LogicalPlan
    switch plan {
    case .filter(let node):
      rewritten = .filter(
        LogicalPlan.Filter(input: input.plan, predicate: input.remap(node.predicate)))
    case .sort(let node):
      let keys = node.keys.map {
        LogicalPlan.Sort.Key(input.remap($0.expression), isDescending: $0.isDescending)
      }
      rewritten = .sort(LogicalPlan.Sort(input: input.plan, keys: keys, limit: node.limit))
    default: rewritten = plan.replacingInputs([input.plan])
    }
    return Pruned(plan: rewritten, kept: input.kept)
  }

  private func pruneProject(_ node: LogicalPlan.Project, to needed: Set<Int>) -> Pruned {
    let kept = node.expressions.indices.filter {
      needed.contains($0) || node.expressions[$0].mayFail
    }
    let expressions = kept.map { node.expressions[$0] }
    let input = prune(
      node.input, to: expressions.reduce(into: []) { $0.formUnion($1.columns) })
    let project = LogicalPlan.Project(
      input: input.plan, expressions: expressions.map(input.remap),
      schema: Schema(kept.map { node.schema.fields[$0] }))
    return Pruned(plan: .project(project), kept: kept)
  }

  private func pruneAggregate(_ node: LogicalPlan.AggregateRows, to needed: Set<Int>) -> Pruned {
    let keyCount = node.keys.count
    let kept = node.aggregates.indices.filter {
      needed.contains(keyCount + $0) || node.aggregates[$0].mayFail
    }
    let aggregates = kept.map { node.aggregates[$0] }
    var columns = aggregates.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    for key in node.keys { columns.formUnion(key.columns) }
    let input = prune(node.input, to: columns)
    let positions = Array(0..<keyCount) + kept.map { keyCount + $0 }
    let aggregate = LogicalPlan.AggregateRows(
      input: input.plan, keys: node.keys.map(input.remap), aggregates: input.remap(aggregates),
      schema: Schema(positions.map { node.schema.fields[$0] }))
    return Pruned(plan: .aggregate(aggregate), kept: positions)
  }

  private func pruneLookup(_ node: LogicalPlan.Lookup, to needed: Set<Int>) -> Pruned {
    let inputCount = node.input.schema.fields.count
    let inputColumns = needed.filter { $0 < inputCount }
    let targetColumns = Set(needed.filter { $0 >= inputCount }.map { $0 - inputCount })
    if targetColumns.isEmpty, !node.key.mayFail, !node.targetKey.mayFail, !node.target.mayFail {
      return prune(node.input, to: inputColumns)
    }
    let input = prune(node.input, to: inputColumns.union(node.key.columns))
    let target = prune(node.target, to: targetColumns.union(node.targetKey.columns))
    let lookup = LogicalPlan.Lookup(
      input: input.plan, target: target.plan, key: input.remap(node.key),
      targetKey: target.remap(node.targetKey))
    return Pruned(
      plan: .lookup(lookup), kept: input.kept + target.kept.map { inputCount + $0 })
  }

  private func pruneGroupJoin(_ node: LogicalPlan.GroupJoin, to needed: Set<Int>) -> Pruned {
    let inputCount = node.input.schema.fields.count
    let inputColumns = needed.filter { $0 < inputCount }
    let kept = node.aggregates.indices.filter {
      needed.contains(inputCount + $0) || node.aggregates[$0].mayFail
    }
    if kept.isEmpty, !LogicalPlan.groupJoin(node).nodeMayFail, !node.many.mayFail {
      return prune(node.input, to: inputColumns)
    }
    let aggregates = kept.map { node.aggregates[$0] }
    let input = prune(node.input, to: inputColumns.union(node.key.columns))
    let many = prune(
      node.many, to: aggregates.reduce(into: node.manyKey.columns) { $0.formUnion($1.columns) })
    let groupJoin = LogicalPlan.GroupJoin(
      input: input.plan, many: many.plan, key: input.remap(node.key),
      manyKey: many.remap(node.manyKey), aggregates: many.remap(aggregates),
      fields: kept.map { node.fields[$0] })
    return Pruned(
      plan: .groupJoin(groupJoin), kept: input.kept + kept.map { inputCount + $0 })
  }

  private func pruneExpand(_ node: LogicalPlan.Expand, to needed: Set<Int>) -> Pruned {
    let input = prune(node.input, to: needed.union([node.column]))
    let column = input.kept.firstIndex(of: node.column) ?? node.column
    let expand = LogicalPlan.Expand(input: input.plan, column: column)
    return Pruned(plan: .expand(expand), kept: input.kept)
  }

  /// Both sides keep the same columns, at least one.
  private func pruneUnion(_ node: LogicalPlan.Union, to needed: Set<Int>) -> Pruned {
    let kept = needed.isEmpty ? Array(node.schema.fields.indices.prefix(1)) : needed.sorted()
    return Pruned(
      plan: .union(
        LogicalPlan.Union(
          first: pruneExactly(node.first, to: kept), second: pruneExactly(node.second, to: kept))),
      kept: kept)
  }

  private func pruneExactly(_ plan: LogicalPlan, to kept: [Int]) -> LogicalPlan {
    let pruned = prune(plan, to: Set(kept))
    if pruned.kept == kept { return pruned.plan }
    let fields = kept.map { plan.schema.fields[$0] }
    let expressions = zip(kept, fields).map { pruned.remap(.column($0, $1.type)) }
    return .project(
      LogicalPlan.Project(input: pruned.plan, expressions: expressions, schema: Schema(fields)))
  }

  private func pruneWindow(_ node: LogicalPlan.Window, to needed: Set<Int>) -> Pruned {
    let inputCount = node.input.schema.fields.count
    let inputColumns = needed.filter { $0 < inputCount }
    let kept = node.functions.indices.filter {
      needed.contains(inputCount + $0) || node.functions[$0].mayFail
    }
    if kept.isEmpty, !LogicalPlan.window(node).nodeMayFail {
      return prune(node.input, to: inputColumns)
    }
    let functions = kept.map { node.functions[$0] }
    var columns = functions.reduce(into: inputColumns) { $0.formUnion($1.columns) }
    for key in node.partition { columns.formUnion(key.columns) }
    for key in node.order { columns.formUnion(key.expression.columns) }
    let input = prune(node.input, to: columns)
    let window = LogicalPlan.Window(
      input: input.plan, partition: node.partition.map(input.remap),
      order: node.order.map {
        LogicalPlan.Sort.Key(input.remap($0.expression), isDescending: $0.isDescending)
      },
      functions: functions.map { $0.replacingExpressions(input.remap) },
      fields: kept.map { node.fields[$0] })
    return Pruned(
      plan: .window(window), kept: input.kept + kept.map { inputCount + $0 })
  }

  private func pruneMatching(_ node: LogicalPlan.Matching, to needed: Set<Int>) -> Pruned {
    let input = prune(
      node.input, to: node.keys.reduce(into: needed) { $0.formUnion($1.columns) })
    let other = prune(
      node.other, to: node.otherKeys.reduce(into: []) { $0.formUnion($1.columns) })
    let matching = LogicalPlan.Matching(
      input: input.plan, other: other.plan, keys: node.keys.map(input.remap),
      otherKeys: node.otherKeys.map(other.remap), isNegated: node.isNegated)
    return Pruned(plan: .matching(matching), kept: input.kept)
  }

  /// They stand at the head of a plan, and so all columns of a total row are wanted.
  private func pruneTotals(_ node: LogicalPlan.Totals) -> Pruned {
    let inputs = LogicalPlan.totals(node).inputs.map {
      prune($0, to: Set($0.schema.fields.indices)).plan
    }
    return Pruned(
      plan: LogicalPlan.totals(node).replacingInputs(inputs),
      kept: Array(node.schema.fields.indices))
  }

  private func pruneJoin(_ node: LogicalPlan.Join, to needed: Set<Int>) -> Pruned {
    let leftCount = node.left.schema.fields.count
    let columns = needed.union(node.condition.columns)
    let left = prune(node.left, to: columns.filter { $0 < leftCount })
    let right = prune(
      node.right, to: Set(columns.filter { $0 >= leftCount }.map { $0 - leftCount }))
    let keptPairs = left.kept + right.kept.map { leftCount + $0 }
    let pairs = Pruned(plan: left.plan, kept: keptPairs)
    let join = LogicalPlan.Join(
      node.kind, left: left.plan, right: right.plan, condition: pairs.remap(node.condition))
    return Pruned(plan: .join(join), kept: node.kind.givesRightRows ? keptPairs : left.kept)
  }

  /// The input keeps what the correlated rows read of it, and these then find it where it stands.
  private func pruneCorrelation(
    _ node: LogicalPlan.Correlation, to needed: Set<Int>
  ) -> Pruned {
    let inputCount = node.input.schema.fields.count
    var inputColumns = needed.filter { $0 < inputCount }
    let kept = node.aggregates.indices.filter {
      needed.contains(inputCount + $0) || node.aggregates[$0].mayFail
    }
    if kept.isEmpty, !LogicalPlan.correlation(node).nodeMayFail {
      return prune(node.input, to: inputColumns)
    }
    let aggregates = kept.map { node.aggregates[$0] }
    let many = prune(
      node.many, to: aggregates.reduce(into: node.number.columns) { $0.formUnion($1.columns) })
    for rows in many.plan.rowsAtHand { inputColumns.formUnion(rows.columns) }
    let input = prune(node.input, to: inputColumns)
    let places = Dictionary(uniqueKeysWithValues: zip(input.kept, input.kept.indices))
    let correlation = LogicalPlan.Correlation(
      input: input.plan,
      many: many.plan.replacingRowsAtHand { rows in
        LogicalPlan.RowsAtHand(
          columns: rows.columns.map { places[$0] ?? $0 }, of: input.plan.schema)
      },
      number: many.remap(node.number), aggregates: many.remap(aggregates),
      fields: kept.map { node.fields[$0] })
    return Pruned(
      plan: .correlation(correlation), kept: input.kept + kept.map { inputCount + $0 })
  }

  /// The number of the row is always kept.
  private func pruneRowsAtHand(
    _ node: LogicalPlan.RowsAtHand, to needed: Set<Int>
  ) -> Pruned {
    let kept = node.columns.indices.filter(needed.contains)
    let rows = node.keeping(kept)
    return Pruned(plan: .rowsAtHand(rows), kept: kept + [node.columns.count])
  }
}
