import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Sort`: takes all rows, sorts their numbers, and gives them on.
///
/// Where only the first rows are wanted, it keeps no more than these and as many more as come
/// before it sorts again, so that memory is that of the limit and not that of the input.
struct SortOperator: PhysicalOperator {
  /// Rows are sorted when so many more than the limit have come.
  private static let minimumPieceRowCount = 1 << 14

  private var input: any PhysicalOperator
  private var keys: [(value: any ValueEvaluator, isDescending: Bool)] = []
  private let limit: Int?
  private let types: [DataType]
  private let context: ExecutionContext
  private var sorted: BatchSlices?

  init(
    _ node: LogicalPlan.Sort, input: any PhysicalOperator, _ context: ExecutionContext
  ) throws(EngineError) {
    self.input = input
    self.context = context
    limit = node.limit
    types = node.schema.fields.map(\.type)
    for key in node.keys {
      keys.append((try ExpressionCompiler.value(key.expression), key.isDescending))
    }
  }

  mutating func next() throws(EngineError) -> Batch? {
    if sorted == nil {
      let rows: Batch
      if let limit { rows = try firstRows(limit) } else { rows = try allRows() }
      sorted = BatchSlices(rows, batchSize: context.batchSize)
    }
    return sorted?.next()
  }

  private mutating func allRows() throws(EngineError) -> Batch {
    try sort(context.allRows(of: &input, types: types, for: .sorting))
  }

  private mutating func firstRows(_ limit: Int) throws(EngineError) -> Batch {
    let pieceRowCount = limit.addingReportingOverflow(max(limit, Self.minimumPieceRowCount))
    var pieces: [Batch] = []
    var rowCount = 0
    var held = 0
    while let batch = try input.next() {
      try context.checkInterruption()
      pieces.append(batch)
      rowCount += batch.rowCount
      held += try context.memory.hold(batch, for: .sorting)
      if pieceRowCount.overflow || rowCount < pieceRowCount.partialValue { continue }
      // What was kept stands first, so that equal rows keep the input's order.
      pieces = [try sort(joined(pieces), limit: limit)]
      rowCount = pieces[0].rowCount
      context.memory.release(held)
      held = try context.memory.hold(pieces[0], for: .sorting)
    }
    return try sort(joined(pieces), limit: limit)
  }

  private func joined(_ pieces: [Batch]) throws(EngineError) -> Batch {
    try limited { () throws(ColumnTooLong) in try Batch.concatenating(pieces, types: types) }
  }

  private func sort(_ rows: Batch, limit: Int? = nil) throws(EngineError) -> Batch {
    var ordering = RowOrdering(rowCount: rows.rowCount)
    for key in keys {
      try context.checkInterruption()
      let column = try key.value.evaluate(SelectedRows(rows))
      ordering.refine(by: column, isDescending: key.isDescending)
    }
    let first = Array(ordering.sortedRows.prefix(limit ?? .max))
    return try limited { () throws(ColumnTooLong) in try rows.taking(first) }
  }
}
