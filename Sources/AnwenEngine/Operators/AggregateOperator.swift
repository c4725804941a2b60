import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.AggregateRows` by hashing the keys; the groups are sorted at the end.
struct AggregateOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private let node: LogicalPlan.AggregateRows
  private let keys: [any ValueEvaluator]
  private let arguments: AggregateArguments
  private let context: ExecutionContext
  private var result: BatchSlices?

  init(
    _ node: LogicalPlan.AggregateRows, input: any PhysicalOperator, _ context: ExecutionContext
  ) throws(EngineError) {
    self.node = node
    self.input = input
    self.context = context
    keys = try ExpressionCompiler.values(node.keys)
    arguments = try AggregateArguments(node.aggregates)
  }

  mutating func next() throws(EngineError) -> Batch? {
    if result == nil {
      let groups = keys.isEmpty ? try aggregateAll() : try aggregateGroups()
      result = BatchSlices(groups, batchSize: context.batchSize)
    }
    return result?.next()
  }

  /// One row, also of no input.
  private mutating func aggregateAll() throws(EngineError) -> Batch {
    var aggregation = GroupAggregation(node.aggregates)
    var held = HeldMemory(for: .grouping)
    while let batch = try input.next() {
      try context.checkInterruption()
      try aggregation.add(
        arguments.evaluate(batch), rows: nil,
        groups: [Int32](repeating: 0, count: batch.rowCount), groupCount: 1)
      try held.update(aggregation.byteCount, in: context.memory)
    }
    return Batch(columns: try aggregation.finish(groupCount: 1), rowCount: 1)
  }

  private mutating func aggregateGroups() throws(EngineError) -> Batch {
    var aggregation = GroupAggregation(node.aggregates)
    var grouper = RowGrouper(keyCount: keys.count)
    /// For each key, its values in the first row of each group, batch by batch.
    var keyPieces = [[Column]](repeating: [], count: keys.count)
    var held = HeldMemory(for: .grouping)
    var keyByteCount = 0
    while let batch = try input.next() {
      try context.checkInterruption()
      var columns: [Column] = []
      for key in keys { columns.append(try key.evaluate(SelectedRows(batch))) }
      let (groups, newRows) = grouper.groups(of: columns)
      if !newRows.isEmpty {
        for (index, column) in columns.enumerated() {
          let values = try limited { () throws(ColumnTooLong) in try column.taking(newRows) }
          keyByteCount += values.byteCount
          keyPieces[index].append(values)
        }
      }
      try aggregation.add(
        arguments.evaluate(batch), rows: nil, groups: groups, groupCount: grouper.groupCount)
      try held.update(
        grouper.byteCount + keyByteCount + aggregation.byteCount, in: context.memory)
    }
    var keyColumns: [Column] = []
    for (pieces, key) in zip(keyPieces, node.keys) {
      keyColumns.append(
        try limited { () throws(ColumnTooLong) in
          try Column.concatenating(pieces, type: key.type)
        })
    }
    let aggregates = try aggregation.finish(groupCount: grouper.groupCount)
    return try inKeyOrder(keyColumns, aggregates, groupCount: grouper.groupCount)
  }

  private func inKeyOrder(
    _ keys: [Column], _ aggregates: [Column], groupCount: Int
  ) throws(EngineError) -> Batch {
    var ordering = RowOrdering(rowCount: groupCount)
    for key in keys { ordering.refine(by: key, isDescending: false) }
    let groups = Batch(columns: keys + aggregates, rowCount: groupCount)
    return try limited { () throws(ColumnTooLong) in try groups.taking(ordering.sortedRows) }
  }
}
