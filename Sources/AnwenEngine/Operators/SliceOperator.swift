import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Slice`.
///
/// It stops pulling when it has its rows, unless a later row could make the input fail: whether
/// that shows must not depend on how many rows happen to come in one batch.
struct SliceOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private let context: ExecutionContext
  private let mustPullAll: Bool
  private var rowsToSkip: Int
  /// How many rows are still to be given on; nil for all.
  private var rowsToGive: Int?

  init(
    _ node: LogicalPlan.Slice, input: any PhysicalOperator, _ context: ExecutionContext
  ) {
    self.input = input
    self.context = context
    mustPullAll = node.input.mayFail
    rowsToSkip = node.offset
    rowsToGive = node.count
  }

  mutating func next() throws(EngineError) -> Batch? {
    while mustPullAll || rowsToGive != 0 {
      guard let batch = try input.next() else { return nil }
      try context.checkInterruption()
      let start = min(rowsToSkip, batch.rowCount)
      let count = min(rowsToGive ?? .max, batch.rowCount - start)
      rowsToSkip -= start
      if let left = rowsToGive { rowsToGive = left - count }
      if count > 0 { return batch.slice(start..<start + count) }
    }
    return nil
  }
}
