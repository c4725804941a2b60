package import AnwenColumns
package import AnwenPlan

/// Carries out plans over tables in memory.
///
/// The result depends on the plan and the tables only, not on the size of batches.
package struct Engine: Sendable {
  /// As many rows as an operator handles at a time where nobody asks for another number.
  package static let defaultBatchSize = 2048

  private let source: any TableSource
  private let batchSize: Int
  private let maxRows: Int?
  private let maxMemory: Int?
  private let interruption: @Sendable () -> Interruption?

  /// - Parameters:
  ///   - batchSize: rows that an operator handles at a time, at least 1.
  ///   - maxRows: a result with more rows is an error; nil where there is no limit.
  ///   - maxMemory: the bytes that the rows that a run holds may take; nil where there is no limit.
  ///   - interruption: is asked once per batch whether the run has to stop, from the thread that
  ///     runs it.
  package init(
    source: any TableSource, batchSize: Int = Engine.defaultBatchSize, maxRows: Int? = nil,
    maxMemory: Int? = nil, interruption: @escaping @Sendable () -> Interruption? = { nil }
  ) {
    precondition(batchSize > 0, "a batch has rows")
    self.source = source
    self.batchSize = batchSize
    self.maxRows = maxRows
    self.maxMemory = maxMemory
    self.interruption = interruption
  }

  /// The rows that a plan means.
  ///
  /// - Parameter meter: counts what each operator does.
  package func run(
    _ plan: LogicalPlan, meter: ExecutionMeter? = nil
  ) throws(EngineError) -> ResultTable {
    let context = ExecutionContext(
      source: source, batchSize: batchSize, interruption: interruption, meter: meter,
      memory: MemoryAccount(limit: maxMemory))
    var root = try PhysicalPlanner(context).plan(plan)
    var batches: [Batch] = []
    var rowCount = 0
    while let batch = try root.next() {
      try context.checkInterruption()
      rowCount += batch.rowCount
      if let maxRows, rowCount > maxRows { throw .tooManyRows(limit: maxRows) }
      try context.memory.hold(batch, for: .result)
      batches.append(batch)
    }
    return ResultTable(schema: plan.schema, batches: batches)
  }
}
