import AnwenPlan
import AnwenTypes

extension RandomPlans {
  /// Some random nodes over a table; `others` are tables for joins.
  mutating func plan(over table: TestTable, others: [TestTable], nodeCount: Int) -> LogicalPlan {
    // The same rows, as the query itself could say them.
    var plan =
      chance(15)
      ? .values(LogicalPlan.Values(rows: table.rows, schema: table.scan.schema)) : table.scan
    for _ in 0..<nodeCount { plan = node(over: plan, others) }
    return plan
  }

  private mutating func node(over input: LogicalPlan, _ others: [TestTable]) -> LogicalPlan {
    let types = input.schema.fields.map(\.type)
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1:
      return .filter(
        LogicalPlan.Filter(input: input, predicate: expression(.bool, over: types, depth: 2)))
    case 2: return project(input, types)
    case 3:
      let keys = (0..<pick([1, 2, 3])).map { _ in
        LogicalPlan.Sort.Key(
          expression(pick(Self.types), over: types, depth: 1), isDescending: chance(50))
      }
      return .sort(
        LogicalPlan.Sort(input: input, keys: keys, limit: pick([nil, nil, 0, 1, 5, 64])))
    case 4:
      return .slice(
        LogicalPlan.Slice(
          input: input, offset: pick([0, 0, 2, 60]), count: pick([nil, 0, 1, 10, 64])))
    case 5: return aggregate(input, types)
    case 6: return lookup(input, types, pick(others))
    case 7: return groupJoin(input, types, pick(others))
    case 8, 9: return window(input, types)
    case 10: return union(input, types)
    case 11: return matching(input, types, pick(others))
    case 12: return totals(input, types)
    case 13: return join(input, types, pick(others))
    case 14: return correlation(input, types, pick(others))
    default:
      guard let list = types.firstIndex(where: \.isList) else { return input }
      return .expand(LogicalPlan.Expand(input: input, column: list))
    }
  }

  func fields(_ types: [DataType], _ prefix: String) -> [Field] {
    types.enumerated().map { index, type in
      Field(name: "\(prefix)\(index)", type: type, label: .init(english: prefix, chinese: prefix))
    }
  }

  private mutating func project(_ input: LogicalPlan, _ types: [DataType]) -> LogicalPlan {
    var expressions = types.indices.filter { _ in chance(60) }
      .map { BoundExpression.column($0, types[$0]) }
    expressions.append(expression(pick(Self.types), over: types, depth: 2))
    return .project(
      LogicalPlan.Project(
        input: input, expressions: expressions,
        schema: Schema(fields(expressions.map(\.type), "p"))))
  }

  private mutating func aggregate(_ input: LogicalPlan, _ types: [DataType]) -> LogicalPlan {
    let keys = (0..<pick([0, 1, 1, 2])).map { _ in
      expression(pick(Self.types), over: types, depth: chance(70) ? 0 : 1)
    }
    let aggregates = (0..<pick([1, 2, 4])).map { _ in aggregate(over: types) }
    return .aggregate(
      LogicalPlan.AggregateRows(
        input: input, keys: keys, aggregates: aggregates,
        schema: Schema(fields(keys.map(\.type) + aggregates.map(\.type), "g"))))
  }

  /// With a part of its own rows, through other columns of the same types.
  private mutating func union(_ input: LogicalPlan, _ types: [DataType]) -> LogicalPlan {
    let second = LogicalPlan.project(
      LogicalPlan.Project(
        input: .slice(LogicalPlan.Slice(input: input, offset: 1, count: pick([0, 2, 10]))),
        expressions: types.map { expression($0, over: types, depth: chance(20) ? 1 : 0) },
        schema: Schema(fields(types, "u"))))
    return .union(
      chance(50)
        ? LogicalPlan.Union(first: input, second: second)
        : LogicalPlan.Union(first: second, second: input))
  }

  private mutating func window(_ input: LogicalPlan, _ types: [DataType]) -> LogicalPlan {
    let partition = (0..<pick([0, 1, 1, 2])).map { _ in
      expression(pick(Self.types), over: types, depth: chance(80) ? 0 : 1)
    }
    let order = (0..<pick([0, 1, 2])).map { _ in
      LogicalPlan.Sort.Key(
        expression(pick(Self.types), over: types, depth: 0), isDescending: chance(50))
    }
    let functions = (0..<pick([1, 2, 3])).map { _ in windowFunction(over: types) }
    return .window(
      LogicalPlan.Window(
        input: input, partition: partition, order: order, functions: functions,
        fields: fields(functions.map(\.type), "w")))
  }

  private mutating func windowFunction(over types: [DataType]) -> WindowFunction {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .rowNumber
    case 1: return .rank
    case 2: return .denseRank
    case 3:
      return .neighbour(
        expression(pick(Self.types), over: types, depth: 1), rowCount: pick([-2, -1, 1, 3]))
    case 4: return .aggregate(aggregate(over: types), .all)
    default:
      let frame: WindowFunction.Frame =
        chance(50) ? .running : .moving(rowCount: pick([1, 2, 3, 10]))
      var aggregate = aggregate(over: types)
      while !aggregate.function.slides || aggregate.filter != nil {
        aggregate = self.aggregate(over: types)
      }
      return .aggregate(aggregate, frame)
    }
  }

  private mutating func lookup(
    _ input: LogicalPlan, _ types: [DataType], _ target: TestTable
  ) -> LogicalPlan {
    .lookup(
      LogicalPlan.Lookup(
        input: input, target: target.scan, key: expression(.int, over: types, depth: 1),
        targetKey: .column(0, .int)))
  }

  private mutating func groupJoin(
    _ input: LogicalPlan, _ types: [DataType], _ many: TestTable
  ) -> LogicalPlan {
    let element: DataType = pick([.int, .text])
    let manyTypes = many.fields.map(\.type)
    let key = expression(chance(50) ? element : .list(element), over: types, depth: 1)
    let manyKey = expression(chance(50) ? element : .list(element), over: manyTypes, depth: 0)
    let aggregates = (0..<pick([0, 1, 3])).map { _ in aggregate(over: manyTypes) }
    return .groupJoin(
      LogicalPlan.GroupJoin(
        input: input, many: many.scan, key: key, manyKey: manyKey, aggregates: aggregates,
        fields: fields(aggregates.map(\.type), "j")))
  }

  private mutating func matching(
    _ input: LogicalPlan, _ types: [DataType], _ other: TestTable
  ) -> LogicalPlan {
    let otherTypes = other.fields.map(\.type)
    let otherKeys = (0..<pick([0, 1, 1, 2])).map { _ in
      expression(pick(Self.types), over: otherTypes, depth: 0)
    }
    let keys = otherKeys.map { otherKey in
      let isSpread = chance(40) && [.int, .text].contains(otherKey.type)
      return expression(
        isSpread ? .list(otherKey.type) : otherKey.type, over: types, depth: chance(70) ? 0 : 1)
    }
    return .matching(
      LogicalPlan.Matching(
        input: input, other: other.scan, keys: keys, otherKeys: otherKeys,
        isNegated: chance(40)))
  }

  /// Each level has the first row of each combination of its keys.
  private mutating func totals(_ input: LogicalPlan, _ types: [DataType]) -> LogicalPlan {
    let keys = types.indices.shuffled(using: &random).prefix(pick([0, 1, 2]))
    let levels = (0...keys.count).map { count in
      let keys = Array(keys.prefix(count))
      let others = types.indices.filter { !keys.contains($0) }
      let columns = keys + others
      let grouped = LogicalPlan.aggregate(
        LogicalPlan.AggregateRows(
          input: input, keys: keys.map { .column($0, types[$0]) },
          aggregates: others.map { Aggregate(.first, .column($0, types[$0]), type: types[$0]) },
          schema: Schema(fields(columns.map { types[$0] }, "t"))))
      let order = types.indices.map { position in columns.firstIndex(of: position) ?? 0 }
      let rows = LogicalPlan.project(
        LogicalPlan.Project(
          input: grouped, expressions: types.indices.map { .column(order[$0], types[$0]) },
          schema: Schema(fields(types, "t"))))
      return LogicalPlan.Totals.Level(rows: rows, keys: keys)
    }
    let cases = levels.indices.map { level in
      EnumerationType.Case(name: "l\(level)", label: .init(english: "l", chinese: "l"))
    }
    let mark = Field(
      name: "mark", type: .enumeration(EnumerationType(name: "mark", cases: cases)),
      label: .init(english: "mark", chinese: "mark"))
    return .totals(LogicalPlan.Totals(input: input, levels: levels, mark: mark))
  }

  mutating func aggregate(over types: [DataType]) -> Aggregate {
    let filter = chance(30) ? expression(.bool, over: types, depth: 1) : nil
    // The rounding of a deviation depends on its method.
    let functions = Aggregate.Function.allCases.filter { $0 != .stddev }
    let function = pick(functions)
    // The rounding of a float sum depends on its method, where its terms are not exact.
    let number: DataType = pick([.int, .decimal(scale: 2), .float])
    let numbers = expression(number, over: types, depth: number == .float ? 0 : 1)
    let any = expression(pick(Self.types), over: types, depth: 1)
    let bool = expression(.bool, over: types, depth: 1)
    switch function {
    case .count: return Aggregate(.count, chance(50) ? any : nil, filter: filter, type: .int)
    case .countDistinct: return Aggregate(function, any, filter: filter, type: .int)
    case .sum: return Aggregate(function, numbers, filter: filter, type: number)
    case .avg, .median, .percentile, .stddev:
      // Quarters of floats that are quarters are exact.
      let parts = [0, 25, 50, 75, 100] + (number == .float ? [] : [10, 33, 99])
      let part = DecimalNumber(unscaled: Int128(pick(parts)), scale: 2)
      return Aggregate(
        function, numbers, part: function == .percentile ? part : nil, filter: filter,
        type: number == .float ? .float : .decimal(scale: 6))
    case .min, .max, .first, .last: return Aggregate(function, any, filter: filter, type: any.type)
    case .any, .every: return Aggregate(function, bool, filter: filter, type: .bool)
    case .rate: return Aggregate(function, bool, filter: filter, type: .decimal(scale: 6))
    case .list: return Aggregate(function, any, filter: filter, type: .list(any.type))
    }
  }
}
