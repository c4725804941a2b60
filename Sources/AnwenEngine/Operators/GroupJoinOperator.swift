import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.GroupJoin`.
///
/// Where the input's key is no list, the rows of `many` are aggregated by key once, and each input
/// row looks its key's aggregates up. Where it is one, the rows of `many` are held by key, and
/// aggregated for each different list of a batch.
struct GroupJoinOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var many: any PhysicalOperator
  private let node: LogicalPlan.GroupJoin
  private let key: any ValueEvaluator
  private let manyKey: any ValueEvaluator
  private let arguments: AggregateArguments
  private let context: ExecutionContext
  private var groups: GroupsByKey?
  private var rows: RowsByKey?

  init(
    _ node: LogicalPlan.GroupJoin, input: any PhysicalOperator, many: any PhysicalOperator,
    _ context: ExecutionContext
  ) throws(EngineError) {
    self.node = node
    self.input = input
    self.many = many
    self.context = context
    key = try ExpressionCompiler.value(node.key)
    manyKey = try ExpressionCompiler.value(node.manyKey)
    arguments = try AggregateArguments(node.aggregates)
  }

  mutating func next() throws(EngineError) -> Batch? {
    if groups == nil, rows == nil {
      if node.key.type.isList { rows = try gatherRows() } else { groups = try gatherGroups() }
    }
    guard let batch = try input.next() else { return nil }
    try context.checkInterruption()
    let keyColumn = try key.evaluate(SelectedRows(batch))
    let context = context
    var columns = batch.columns
    if let aggregates = try groups?.aggregates(for: keyColumn) { columns += aggregates }
    if let aggregates = try rows?.aggregates(for: keyColumn, context) { columns += aggregates }
    return Batch(columns: columns, rowCount: batch.rowCount)
  }

  private mutating func gatherGroups() throws(EngineError) -> GroupsByKey {
    var keys = KeyInterner()
    var aggregation = GroupAggregation(node.aggregates)
    var held = HeldMemory(for: .joining)
    while let batch = try many.next() {
      try context.checkInterruption()
      let column = try manyKey.evaluate(SelectedRows(batch))
      let (rows, groups) = Self.keysOfRows(column, &keys)
      try aggregation.add(
        arguments.evaluate(batch), rows: rows, groups: groups, groupCount: keys.count)
      try held.update(keys.byteCount + aggregation.byteCount, in: context.memory)
    }
    // One more group without rows, for input rows that meet none.
    let columns = try aggregation.finish(groupCount: keys.count + 1)
    return GroupsByKey(keys: keys, aggregates: columns)
  }

  private mutating func gatherRows() throws(EngineError) -> RowsByKey {
    let batch = try context.allRows(
      of: &many, types: node.many.schema.fields.map(\.type), for: .joining)
    var keys = KeyInterner()
    let column = try manyKey.evaluate(SelectedRows(batch))
    let (rows, groups) = Self.keysOfRows(column, &keys)
    var rowsOfKey = [[Int32]](repeating: [], count: keys.count)
    for (row, key) in zip(rows, groups) { rowsOfKey[Int(key)].append(row) }
    return RowsByKey(
      keys: keys, rowsOfKey: rowsOfKey, arguments: try arguments.evaluate(batch),
      aggregates: node.aggregates)
  }

  /// Each row with the number of each of its keys: none for a missing key, several for a list, but
  /// no number twice for a row.
  private static func keysOfRows(
    _ column: Column, _ keys: inout KeyInterner
  ) -> (rows: [Int32], keys: [Int32]) {
    var rows: [Int32] = []
    var numbers: [Int32] = []
    guard case .lists(let offsets, let elements) = column.storage else {
      for (row, number) in keys.numbers(addingValuesOf: column).enumerated()
      where number != KeyInterner.none {
        rows.append(Int32(row))
        numbers.append(number)
      }
      return (rows, numbers)
    }
    let elementNumbers = keys.numbers(addingValuesOf: elements)
    for row in 0..<column.rowCount {
      let all = elementNumbers[Int(offsets[row])..<Int(offsets[row + 1])]
      for number in Set(all).sorted() where number != KeyInterner.none {
        rows.append(Int32(row))
        numbers.append(number)
      }
    }
    return (rows, numbers)
  }
}

/// The aggregates of the rows of each key.
private struct GroupsByKey {
  var keys: KeyInterner
  /// One row for each key, by its number, and one more for none.
  let aggregates: [Column]

  mutating func aggregates(for column: Column) throws(EngineError) -> [Column] {
    let none = Int32(keys.count)
    let rows = keys.knownNumbers(of: column).map { $0 == KeyInterner.none ? none : $0 }
    return try limited { () throws(ColumnTooLong) in
      var taken: [Column] = []
      for column in aggregates { taken.append(try column.taking(rows)) }
      return taken
    }
  }
}

/// The rows of each key, to be aggregated for lists of keys.
private struct RowsByKey {
  var keys: KeyInterner
  let rowsOfKey: [[Int32]]
  let arguments: [AggregateArguments.Evaluated]
  let aggregates: [Aggregate]

  /// The most rows that are added to accumulators at a time.
  private static let pieceRowCount = 1 << 16

  mutating func aggregates(
    for column: Column, _ context: ExecutionContext
  ) throws(EngineError) -> [Column] {
    guard case .lists(let offsets, let elements) = column.storage else {
      preconditionFailure("a list of keys")
    }
    let elementKeys = keys.knownNumbers(of: elements)
    var lists: [[Int32]: Int32] = [:]
    var aggregation = GroupAggregation(aggregates)
    var rows: [Int32] = []
    var groups: [Int32] = []
    let groupOfRow = try (0..<column.rowCount).map { (row) throws(EngineError) -> Int32 in
      let list = Self.differentKeys(elementKeys[Int(offsets[row])..<Int(offsets[row + 1])])
      if let group = lists[list] { return group }
      let group = Int32(lists.count)
      lists[list] = group
      for met in meetingRows(of: list) {
        rows.append(met)
        groups.append(group)
        if rows.count == Self.pieceRowCount {
          try context.checkInterruption()
          try aggregation.add(
            arguments, rows: rows, groups: groups, groupCount: lists.count)
          rows.removeAll(keepingCapacity: true)
          groups.removeAll(keepingCapacity: true)
        }
      }
      return group
    }
    try aggregation.add(arguments, rows: rows, groups: groups, groupCount: lists.count)
    let columns = try aggregation.finish(groupCount: lists.count)
    return try limited { () throws(ColumnTooLong) in
      var taken: [Column] = []
      for column in columns { taken.append(try column.taking(groupOfRow)) }
      return taken
    }
  }

  private static func differentKeys(_ keys: ArraySlice<Int32>) -> [Int32] {
    Set(keys).filter { $0 != KeyInterner.none }.sorted()
  }

  /// The rows that have one of the keys, each once, in their order.
  private func meetingRows(of keys: [Int32]) -> [Int32] {
    if keys.count == 1 { return rowsOfKey[Int(keys[0])] }
    return Set(keys.flatMap { rowsOfKey[Int($0)] }).sorted()
  }
}
