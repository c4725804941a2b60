import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Project`.
struct ProjectOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var expressions: [any ValueEvaluator] = []

  init(_ node: LogicalPlan.Project, input: any PhysicalOperator) throws(EngineError) {
    self.input = input
    for expression in node.expressions {
      expressions.append(try ExpressionCompiler.value(expression))
    }
  }

  mutating func next() throws(EngineError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    var columns: [Column] = []
    columns.reserveCapacity(expressions.count)
    for expression in expressions {
      columns.append(try expression.evaluate(SelectedRows(batch)))
    }
    return Batch(columns: columns, rowCount: batch.rowCount)
  }
}
