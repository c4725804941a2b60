package import AnwenTypes

/// What a query computes: the waist between the language and the engines.
///
/// Plans are values. No node looks up a name: expressions refer to columns by position, and a
/// scan carries the names of its table and columns as opaque physical identifiers. Each node
/// knows its schema, so that asking for it does not walk the plan.
package indirect enum LogicalPlan: Hashable, Sendable {
  case scan(Scan)
  case values(Values)
  case filter(Filter)
  case project(Project)
  case sort(Sort)
  case slice(Slice)
  case aggregate(AggregateRows)
  case lookup(Lookup)
  case groupJoin(GroupJoin)
  case expand(Expand)
  case union(Union)
  case window(Window)
  case matching(Matching)
  case totals(Totals)
  case join(Join)
  case correlation(Correlation)
  case rowsAtHand(RowsAtHand)

  package var schema: Schema {
    switch self {
    case .scan(let node): node.schema
    case .values(let node): node.schema
    case .filter(let node): node.schema
    case .project(let node): node.schema
    case .sort(let node): node.schema
    case .slice(let node): node.schema
    case .aggregate(let node): node.schema
    case .lookup(let node): node.schema
    case .groupJoin(let node): node.schema
    case .expand(let node): node.schema
    case .union(let node): node.schema
    case .window(let node): node.schema
    case .matching(let node): node.schema
    case .totals(let node): node.schema
    case .join(let node): node.schema
    case .correlation(let node): node.schema
    case .rowsAtHand(let node): node.schema
    }
  }
}

extension LogicalPlan {
  /// The plans that this one reads: the input first, then the other side of a join or union.
  package var inputs: [LogicalPlan] {
    switch self {
    case .scan, .values, .rowsAtHand: []
    case .filter(let node): [node.input]
    case .project(let node): [node.input]
    case .sort(let node): [node.input]
    case .slice(let node): [node.input]
    case .aggregate(let node): [node.input]
    case .lookup(let node): [node.input, node.target]
    case .groupJoin(let node): [node.input, node.many]
    case .expand(let node): [node.input]
    case .union(let node): [node.first, node.second]
    case .window(let node): [node.input]
    case .matching(let node): [node.input, node.other]
    case .totals(let node): [node.input] + node.levels.map(\.rows)
    case .join(let node): [node.left, node.right]
    case .correlation(let node): [node.input, node.many]
    }
  }

  /// This node over other inputs, in the order of ``inputs``.
  ///
  /// - Precondition: there are as many, with the same schemas.
  func replacingInputs(_ inputs: [LogicalPlan]) -> LogicalPlan {
    precondition(inputs.count == self.inputs.count, "a node keeps the number of its inputs")
    switch self {
    case .scan, .values, .rowsAtHand: return self
    case .filter(let node):
      return .filter(Filter(input: inputs[0], predicate: node.predicate))
    case .project(let node):
      return .project(
        Project(input: inputs[0], expressions: node.expressions, schema: node.schema))
    case .sort(let node):
      return .sort(Sort(input: inputs[0], keys: node.keys, limit: node.limit))
    case .slice(let node):
      return .slice(Slice(input: inputs[0], offset: node.offset, count: node.count))
    case .aggregate(let node):
      return .aggregate(
        AggregateRows(
          input: inputs[0], keys: node.keys, aggregates: node.aggregates, schema: node.schema))
    case .lookup(let node):
      return .lookup(
        Lookup(input: inputs[0], target: inputs[1], key: node.key, targetKey: node.targetKey))
    case .groupJoin(let node):
      return .groupJoin(
        GroupJoin(
          input: inputs[0], many: inputs[1], key: node.key, manyKey: node.manyKey,
          aggregates: node.aggregates, fields: node.fields))
    case .expand(let node): return .expand(Expand(input: inputs[0], column: node.column))
    case .union: return .union(Union(first: inputs[0], second: inputs[1]))
    case .window(let node):
      return .window(
        Window(
          input: inputs[0], partition: node.partition, order: node.order,
          functions: node.functions, fields: node.fields))
    case .matching(let node):
      return .matching(
        Matching(
          input: inputs[0], other: inputs[1], keys: node.keys, otherKeys: node.otherKeys,
          isNegated: node.isNegated))
    case .totals(let node):
      let levels = zip(node.levels, inputs.dropFirst()).map {
        Totals.Level(rows: $1, keys: $0.keys)
      }
      return .totals(Totals(input: inputs[0], levels: levels, mark: node.mark))
    case .join(let node):
      return .join(
        Join(node.kind, left: inputs[0], right: inputs[1], condition: node.condition))
    case .correlation(let node):
      return .correlation(
        Correlation(
          input: inputs[0], many: inputs[1], number: node.number, aggregates: node.aggregates,
          fields: node.fields))
    }
  }
}
