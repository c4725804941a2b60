import AnwenColumns
import AnwenTypes

/// Why a running query has to stop.
package enum Interruption: Hashable, Sendable {
  case cancelled
  case timedOut
}

/// What all operators of one run share.
struct ExecutionContext {
  let source: any TableSource
  /// The most rows of a batch that an operator hands on; at least 1.
  let batchSize: Int
  let interruption: @Sendable () -> Interruption?
  /// Counts rows and time, where somebody wants to know.
  let meter: ExecutionMeter?
  let memory: MemoryAccount

  /// Stops the run if it has to stop; called once per batch.
  func checkInterruption() throws(EngineError) {
    switch interruption() {
    case nil: return
    case .cancelled: throw .cancelled
    case .timedOut: throw .timedOut
    }
  }

  /// All rows of an operator, which its caller holds.
  func allRows(
    of input: inout any PhysicalOperator, types: [DataType], for holder: MemoryHolder
  ) throws(EngineError) -> Batch {
    var batches: [Batch] = []
    var pieces = 0
    while let batch = try input.next() {
      try checkInterruption()
      pieces += try memory.hold(batch, for: holder)
      batches.append(batch)
    }
    if batches.count == 1 { return batches[0] }
    let rows = try limited { () throws(ColumnTooLong) in
      try Batch.concatenating(batches, types: types)
    }
    try memory.hold(rows, for: holder)
    memory.release(pieces)
    return rows
  }
}

/// The result of a kernel, with its error as the engine's.
func limited<T>(_ body: () throws(ColumnTooLong) -> T) throws(EngineError) -> T {
  do throws(ColumnTooLong) {
    return try body()
  } catch {
    throw .columnTooLong
  }
}

/// Hands out the rows of one large batch in batches of the usual size.
struct BatchSlices {
  private let rows: Batch
  private let batchSize: Int
  private var position = 0

  init(_ rows: Batch, batchSize: Int) {
    self.rows = rows
    self.batchSize = batchSize
  }

  mutating func next() -> Batch? {
    if position == rows.rowCount { return nil }
    let end = min(rows.rowCount - position, batchSize) + position
    defer { position = end }
    return rows.slice(position..<end)
  }
}
