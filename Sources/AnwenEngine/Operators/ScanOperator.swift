import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Scan`: gives a table's rows on in batches of the usual size.
struct ScanOperator: PhysicalOperator {
  private let node: LogicalPlan.Scan
  private let context: ExecutionContext
  /// The table's batches that are still to come, the next one last; nil before the first call.
  private var waiting: [Batch]?
  private var slices: BatchSlices?

  init(_ node: LogicalPlan.Scan, _ context: ExecutionContext) {
    self.node = node
    self.context = context
  }

  mutating func next() throws(EngineError) -> Batch? {
    try context.checkInterruption()
    if waiting == nil { waiting = try table() }
    while true {
      if let batch = slices?.next() { return batch }
      guard let batch = waiting?.popLast() else { return nil }
      slices = BatchSlices(batch, batchSize: context.batchSize)
    }
  }

  private func table() throws(EngineError) -> [Batch] {
    do throws(TableSourceError) {
      return try context.source.batches(ofTable: node.table, columns: node.columns).reversed()
    } catch {
      throw .source(error.problem)
    }
  }
}
