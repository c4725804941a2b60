import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Lookup`: holds the target's rows by key, and looks up each input row.
struct LookupOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var target: any PhysicalOperator
  private let key: any ValueEvaluator
  private let targetKey: any ValueEvaluator
  private let targetTypes: [DataType]
  private let context: ExecutionContext
  private var index: Index?

  /// The target's rows, and where each key's row is.
  private struct Index {
    let rows: Batch
    var keys: KeyInterner
    /// The row of each key, by the key's number.
    let rowOfKey: [Int32]
  }

  init(
    _ node: LogicalPlan.Lookup, input: any PhysicalOperator, target: any PhysicalOperator,
    _ context: ExecutionContext
  ) throws(EngineError) {
    self.input = input
    self.target = target
    self.context = context
    targetTypes = node.target.schema.fields.map(\.type)
    key = try ExpressionCompiler.value(node.key)
    targetKey = try ExpressionCompiler.value(node.targetKey)
  }

  mutating func next() throws(EngineError) -> Batch? {
    if index == nil { index = try makeIndex() }
    guard let batch = try input.next(), var index else { return nil }
    try context.checkInterruption()
    let column = try key.evaluate(SelectedRows(batch))
    // The index leaves the operator while it changes, so that it is not copied.
    self.index = nil
    let numbers = index.keys.knownNumbers(of: column)
    self.index = index
    let rows = numbers.map { $0 < 0 ? KeyInterner.none : index.rowOfKey[Int($0)] }
    return try limited { () throws(ColumnTooLong) in
      var columns = batch.columns
      for column in index.rows.columns { columns.append(try column.takingOrMissing(rows)) }
      return Batch(columns: columns, rowCount: batch.rowCount)
    }
  }

  private mutating func makeIndex() throws(EngineError) -> Index {
    let rows = try context.allRows(of: &target, types: targetTypes, for: .joining)
    var keys = KeyInterner()
    let numbers = keys.numbers(
      addingValuesOf: try targetKey.evaluate(SelectedRows(rows)))
    var rowOfKey: [Int32] = []
    rowOfKey.reserveCapacity(keys.count)
    // Numbers are given in order, so that a key's first row comes when its number is next.
    for (row, number) in numbers.enumerated() where Int(number) == rowOfKey.count {
      rowOfKey.append(Int32(row))
    }
    return Index(rows: rows, keys: keys, rowOfKey: rowOfKey)
  }
}
