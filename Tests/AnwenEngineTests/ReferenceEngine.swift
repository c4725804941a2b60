import AnwenPlan
import AnwenTypes

/// Carries out plans row by row, by loops over loops.
struct ReferenceEngine {
  let tables: [TestTable]
  /// Those of the nearest correlation.
  var rowsAtHand: [[Value]] = []

  func run(_ plan: LogicalPlan) throws -> [[Value]] {
    switch plan {
    case .scan(let node):
      guard let table = tables.first(where: { $0.name == node.table }) else { return [] }
      let positions = node.columns.map { column in
        table.fields.firstIndex { $0.name == column } ?? 0
      }
      return table.rows.map { row in positions.map { row[$0] } }
    case .values(let node): return node.rows
    case .filter(let node):
      return try run(node.input).filter { try ReferenceEvaluator.isTrue(node.predicate, $0) }
    case .project(let node):
      return try run(node.input).map { row in
        try node.expressions.map { try ReferenceEvaluator.value($0, row) }
      }
    case .sort(let node): return try sort(run(node.input), node.keys, limit: node.limit)
    case .slice(let node):
      let rows = try run(node.input).dropFirst(node.offset)
      return Array(node.count.map { rows.prefix($0) } ?? rows)
    case .aggregate(let node): return try aggregate(node)
    case .lookup(let node):
      let targets = try run(node.target)
      let blank = node.target.schema.fields.map { $0.type.isList ? Value.list([]) : .missing }
      return try run(node.input).map { row in
        let key = try ReferenceEvaluator.value(node.key, row)
        let target = try targets.first { target in
          key.order(try ReferenceEvaluator.value(node.targetKey, target)) == .same
        }
        return row + (target ?? blank)
      }
    case .groupJoin(let node): return try groupJoin(node)
    case .expand(let node):
      return try run(node.input).flatMap { row -> [[Value]] in
        guard case .list(let elements) = row[node.column] else { return [] }
        return (elements.isEmpty ? [.missing] : elements).map { element in
          var row = row
          row[node.column] = element
          return row
        }
      }
    case .union(let node): return try run(node.first) + run(node.second)
    case .window(let node): return try window(node)
    case .matching(let node): return try matching(node)
    case .totals(let node): return try totals(node)
    case .join(let node): return try join(node)
    case .correlation(let node): return try correlation(node)
    case .rowsAtHand(let node):
      return rowsAtHand.enumerated().map { number, row in
        node.columns.map { row[$0] } + [.int(Int64(number))]
      }
    }
  }

  /// Insertion by insertion, so that equal rows keep their order.
  private func sort(
    _ rows: [[Value]], _ keys: [LogicalPlan.Sort.Key], limit: Int?
  ) throws -> [[Value]] {
    var sorted: [(keys: [Value], row: [Value])] = []
    for row in rows {
      let values = try keys.map { try ReferenceEvaluator.value($0.expression, row) }
      let place = sorted.firstIndex { isBefore(values, $0.keys, keys.map(\.isDescending)) }
      sorted.insert((values, row), at: place ?? sorted.count)
    }
    return sorted.prefix(limit ?? .max).map(\.row)
  }

  func isBefore(_ left: [Value], _ right: [Value], _ isDescending: [Bool]) -> Bool {
    for (index, isDescending) in isDescending.enumerated() {
      let (left, right) = (left[index], right[index])
      if left.isMissing && right.isMissing { continue }
      if left.isMissing || right.isMissing { return right.isMissing }
      let order = left.order(right)
      if order != .same { return order == (isDescending ? .after : .before) }
    }
    return false
  }

  func isSame(_ left: [Value], _ right: [Value]) -> Bool {
    zip(left, right).allSatisfy { left, right in
      left.isMissing && right.isMissing || left.order(right) == .same
    }
  }

  private func aggregate(_ node: LogicalPlan.AggregateRows) throws -> [[Value]] {
    var groups: [(keys: [Value], rows: [[Value]])] = node.keys.isEmpty ? [([], [])] : []
    for row in try run(node.input) {
      let keys = try node.keys.map { try ReferenceEvaluator.value($0, row) }
      if let group = groups.firstIndex(where: { isSame($0.keys, keys) }) {
        groups[group].rows.append(row)
      } else {
        groups.append((keys, [row]))
      }
    }
    let isDescending = node.keys.map { _ in false }
    return try groups.sorted { isBefore($0.keys, $1.keys, isDescending) }.map { group in
      group.keys + (try node.aggregates.map { try value(of: $0, group.rows) })
    }
  }

  private func groupJoin(_ node: LogicalPlan.GroupJoin) throws -> [[Value]] {
    let many = try run(node.many)
    let manyKeys = try many.map { elements(try ReferenceEvaluator.value(node.manyKey, $0)) }
    // An aggregate that fails does so whether its row of `many` meets an input row or not.
    for aggregate in node.aggregates {
      for row in many where try takesPart(row, aggregate) {
        _ = try aggregate.argument.map { try ReferenceEvaluator.value($0, row) }
      }
    }
    return try run(node.input).map { row in
      let keys = elements(try ReferenceEvaluator.value(node.key, row))
      let met = many.indices.filter { index in
        keys.contains { key in manyKeys[index].contains { key.order($0) == .same } }
      }
      return row + (try node.aggregates.map { try value(of: $0, met.map { many[$0] }) })
    }
  }

  func elements(_ key: Value) -> [Value] {
    if case .list(let elements) = key { elements } else { [key] }
  }

  func takesPart(_ row: [Value], _ aggregate: Aggregate) throws -> Bool {
    try aggregate.filter.map { try ReferenceEvaluator.isTrue($0, row) } ?? true
  }

  func value(of aggregate: Aggregate, _ rows: [[Value]]) throws -> Value {
    let rows = try rows.filter { try takesPart($0, aggregate) }
    guard let argument = aggregate.argument else { return .int(Int64(rows.count)) }
    let all = try rows.map { try ReferenceEvaluator.value(argument, $0) }
    let values = all.filter { !$0.isMissing }
    let sorted = values.sorted { $0.order($1) == .before }
    let blank: Value = aggregate.type.isList ? .list([]) : .missing
    let trueCount = all.count { $0 == .bool(true) }
    switch aggregate.function {
    case .count: return .int(Int64(values.count))
    case .countDistinct:
      let different = sorted.indices.filter {
        $0 == 0 || sorted[$0].order(sorted[$0 - 1]) != .same
      }
      return .int(Int64(different.count))
    case .sum: return try sum(sorted, aggregate.type)
    case .avg: return try mean(sorted, argument.type)
    case .min: return values.first { $0.order(sorted[0]) == .same } ?? blank
    case .max: return values.first { $0.order(sorted[sorted.count - 1]) == .same } ?? blank
    case .median:
      let middle = sorted.count / 2
      return try mean(
        sorted.isEmpty
          ? [] : sorted.count % 2 == 1 ? [sorted[middle]] : Array(sorted[middle - 1...middle]),
        argument.type)
    case .percentile:
      return try percentile(sorted, aggregate.part ?? DecimalNumber(0), argument.type)
    case .stddev: return deviation(values)
    case .first: return all.first ?? blank
    case .last: return all.last ?? blank
    case .any: return .bool(trueCount > 0)
    case .every: return .bool(trueCount == all.count)
    case .rate: return try mean(all.map { .int($0 == .bool(true) ? 1 : 0) }, .int)
    case .list: return .list(values)
    }
  }

  /// Between two values by the mean of both, each counted as often as it is near.
  private func percentile(
    _ sorted: [Value], _ part: DecimalNumber, _ type: DataType
  ) throws -> Value {
    if sorted.isEmpty { return .missing }
    let unit = DecimalNumber.powerOfTen(part.scale)
    let place = Int128(sorted.count - 1) * part.unscaled
    let (index, rest) = (Int(place / unit), Int64(place % unit))
    let (low, high) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
    let copies =
      Array(repeating: low, count: Int(unit) - Int(rest)) + Array(repeating: high, count: Int(rest))
    guard type == .int else { return try mean(copies, type) }
    // Their sum may be no int.
    let exact = copies.map { (value) -> Value in
      if case .int(let int) = value { .decimal(DecimalNumber(int)) } else { value }
    }
    return try mean(exact, .decimal(scale: 0))
  }

  /// From the distances of all pairs: half the mean of their squares is the variance.
  private func deviation(_ values: [Value]) -> Value {
    if values.count < 2 { return .missing }
    let numbers = values.map { (value) -> Double in
      switch value {
      case .int(let int): Double(int)
      case .decimal(let decimal): decimal.double
      case .float(let float): float
      default: 0
      }
    }
    var squares = 0.0
    for (index, one) in numbers.enumerated() {
      for other in numbers[..<index] { squares += (one - other) * (one - other) }
    }
    return .float((squares / Double(numbers.count * (numbers.count - 1))).squareRoot())
  }

  private func sum(_ values: [Value], _ type: DataType) throws -> Value {
    if type == .int {
      let ints = values.map { (value) -> Int128 in
        if case .int(let int) = value { Int128(int) } else { 0 }
      }
      return try ReferenceEvaluator.int(ints.reduce(0, +))
    }
    var sum: Value =
      switch type {
      case .float: .float(0)
      default: .decimal(DecimalNumber(0))
      }
    for value in values {
      sum = try ReferenceEvaluator.value(
        .arithmetic(.add, .literal(sum, type), .literal(value, type), type), [])
    }
    return sum
  }

  private func mean(_ values: [Value], _ type: DataType) throws -> Value {
    if values.isEmpty { return .missing }
    return try ReferenceEvaluator.value(
      .arithmetic(
        .divide, .literal(try sum(values, type), type),
        .literal(.int(Int64(values.count)), .int), type), [])
  }
}
