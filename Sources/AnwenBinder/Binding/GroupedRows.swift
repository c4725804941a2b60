import AnwenDiagnostics
import AnwenPlan
import AnwenTypes

/// Rows in groups: what is needed to compute them for any of their keys.
struct GroupedRows {
  /// The rows that were grouped, before a list key was expanded.
  let source: LogicalPlan
  /// Over `source`; a list where the rows were grouped by each of its elements.
  let keys: [BoundExpression]
  let aggregates: [Aggregate]
  /// What is shown of each group, over the keys and the aggregates behind them.
  let values: [BoundExpression]
  /// The keys, a list's as its element, then the values.
  let schema: Schema

  /// Rows that say which groups count.
  struct Shown {
    let plan: LogicalPlan
    /// Places of keys, and where the plan has them.
    let keys: [Int]
    let positions: [Int]
  }

  var allKeys: [Int] { Array(keys.indices) }

  var keyFields: [Field] { Array(schema.fields[..<keys.count]) }

  /// The columns behind the keys.
  var valueFields: [Field] { Array(schema.fields[keys.count...]) }

  /// Whether each value is just the aggregate in its place.
  private var showsAggregates: Bool {
    values
      == aggregates.enumerated().map { index, aggregate in
        .column(keys.count + index, aggregate.type)
      }
  }

  /// The aggregates as columns; where a value is computed of several they are not shown.
  private var aggregateFields: [Field] {
    if showsAggregates { return valueFields }
    return aggregates.enumerated().map { index, aggregate in
      let name = "aggregate\(index + 1)"
      return Field(
        name: name, type: aggregate.type, label: LocalizedText(english: name, chinese: name))
    }
  }

  /// What stands for a value where there is nothing: 0 for counts and sums.
  func zero(ofValue index: Int) -> Value? {
    guard case .column(let position, let type) = values[index], position >= keys.count else {
      return nil
    }
    let counts: [Aggregate.Function] = [.count, .countDistinct, .sum]
    return counts.contains(aggregates[position - keys.count].function) ? type.zero : nil
  }

  /// Whether the values of two groups give that of both; those of rates, means and numbers of
  /// different values do not.
  func addsUp(value index: Int) -> Bool {
    guard case .column(let position, _) = values[index], position >= keys.count else { return true }
    let others: [Aggregate.Function] = [
      .rate, .avg, .median, .percentile, .stddev, .countDistinct,
    ]
    return !others.contains(aggregates[position - keys.count].function)
  }

  /// One row for each combination of some of the keys, the other keys missing.
  ///
  /// - Parameter shown: only the source rows of the groups in all of these count.
  func rows(of level: [Int], shown: [Shown] = []) -> LogicalPlan {
    var input = source
    var keys = keys
    for index in level {
      guard case .column(let position, .list(let element)) = keys[index] else { continue }
      input = .expand(LogicalPlan.Expand(input: input, column: position))
      keys[index] = .column(position, element)
    }
    for groups in shown {
      let fields = groups.plan.schema.fields
      input = .matching(
        LogicalPlan.Matching(
          input: input, other: groups.plan, keys: groups.keys.map { keys[$0] },
          otherKeys: groups.positions.map { .column($0, fields[$0].type) }))
    }
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: input, keys: level.map { keys[$0] }, aggregates: aggregates,
        schema: Schema(level.map { schema.fields[$0] } + aggregateFields)))
    if level == allKeys, showsAggregates { return grouped }
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

extension [Int] {
  func removing(_ number: Int) -> [Int] { filter { $0 != number } }
}

extension DataType {
  /// The number 0 as a value of the type.
  fileprivate var zero: Value? {
    switch self {
    case .int: .int(0)
    case .decimal(let scale): .decimal(DecimalNumber(unscaled: 0, scale: scale))
    case .float: .float(0)
    case .bool, .text, .date, .period, .reference, .enumeration, .list: nil
    }
  }
}
