import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Values`.
struct ValuesOperator: PhysicalOperator {
  private let node: LogicalPlan.Values
  private let context: ExecutionContext
  /// Nil before the first call.
  private var slices: BatchSlices?

  init(_ node: LogicalPlan.Values, _ context: ExecutionContext) {
    self.node = node
    self.context = context
  }

  mutating func next() throws(EngineError) -> Batch? {
    try context.checkInterruption()
    if slices == nil { slices = BatchSlices(batch(), batchSize: context.batchSize) }
    return slices?.next()
  }

  private func batch() -> Batch {
    let columns = node.schema.fields.indices.map { column(at: $0) }
    return Batch(columns: columns, rowCount: node.rows.count)
  }

  private func column(at position: Int) -> Column {
    var builder = ColumnBuilder(type: node.schema.fields[position].type)
    for row in node.rows {
      do {
        try builder.append(row[position])
      } catch {
        preconditionFailure("a value of another type than its field's")
      }
    }
    return builder.build()
  }
}
