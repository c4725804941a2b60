import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Sort`: takes all rows, sorts their numbers, and gives them on.
struct SortOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var keys: [(value: any ValueEvaluator, isDescending: Bool)] = []
  private let types: [DataType]
  private let context: ExecutionContext
  private var sorted: BatchSlices?

  init(
    _ node: LogicalPlan.Sort, input: any PhysicalOperator, _ context: ExecutionContext
  ) throws(EngineError) {
    self.input = input
    self.context = context
    types = node.schema.fields.map(\.type)
    for key in node.keys {
      keys.append((try ExpressionCompiler.value(key.expression), key.isDescending))
    }
  }

  mutating func next() throws(EngineError) -> Batch? {
    if sorted == nil { sorted = BatchSlices(try sort(), batchSize: context.batchSize) }
    return sorted?.next()
  }

  private mutating func sort() throws(EngineError) -> Batch {
    let rows = try context.allRows(of: &input, types: types)
    var ordering = RowOrdering(rowCount: rows.rowCount)
    for key in keys {
      try context.checkInterruption()
      let column = try key.value.evaluate(SelectedRows(rows))
      ordering.refine(by: column, isDescending: key.isDescending)
    }
    return try limited { () throws(ColumnTooLong) in try rows.taking(ordering.sortedRows) }
  }
}
