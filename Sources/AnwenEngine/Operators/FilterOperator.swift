import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Filter`.
struct FilterOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private let predicate: any ConditionEvaluator
  private let context: ExecutionContext

  init(
    _ node: LogicalPlan.Filter, input: any PhysicalOperator, _ context: ExecutionContext
  ) throws(EngineError) {
    self.input = input
    self.context = context
    predicate = try ExpressionCompiler.condition(node.predicate)
  }

  mutating func next() throws(EngineError) -> Batch? {
    while let batch = try input.next() {
      try context.checkInterruption()
      let rows = try predicate.flags(SelectedRows(batch)).selectedRows
      if rows.isEmpty { continue }
      if rows.count == batch.rowCount { return batch }
      return try limited { () throws(ColumnTooLong) in try batch.taking(rows) }
    }
    return nil
  }
}
