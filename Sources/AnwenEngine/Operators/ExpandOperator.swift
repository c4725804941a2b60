import AnwenColumns
import AnwenPlan

/// Carries out `LogicalPlan.Expand`.
struct ExpandOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private let position: Int
  private let context: ExecutionContext
  /// The batch that is being expanded.
  private var batch: Batch?
  /// The row of `batch` and the element, −1 for an empty list's, that come next.
  private var row = 0
  private var element = 0

  init(
    _ node: LogicalPlan.Expand, input: any PhysicalOperator, _ context: ExecutionContext
  ) {
    self.input = input
    self.context = context
    position = node.column
  }

  mutating func next() throws(EngineError) -> Batch? {
    if batch == nil || row == batch?.rowCount {
      batch = try input.next()
      row = 0
      element = 0
    }
    guard let batch else { return nil }
    try context.checkInterruption()
    guard case .lists(let offsets, let elements) = batch.columns[position].storage else {
      preconditionFailure("only a list can be expanded")
    }
    let (rows, elementRows) = takeRows(of: batch, offsets)
    return try limited { () throws(ColumnTooLong) in
      var columns: [Column] = []
      for (index, column) in batch.columns.enumerated() {
        columns.append(
          index == position
            ? try elements.takingOrMissing(elementRows) : try column.taking(rows))
      }
      return Batch(columns: columns, rowCount: rows.count)
    }
  }

  /// The next rows, as many as a batch may have: those to repeat, and the element of each.
  private mutating func takeRows(
    of batch: Batch, _ offsets: [Int32]
  ) -> (rows: [Int32], elements: [Int32]) {
    var rows: [Int32] = []
    var elements: [Int32] = []
    while row < batch.rowCount, rows.count < context.batchSize {
      let start = Int(offsets[row])
      let count = Int(offsets[row + 1]) - start
      let taken = min(max(count, 1) - element, context.batchSize - rows.count)
      for index in element..<element + taken {
        rows.append(Int32(row))
        elements.append(count == 0 ? KeyInterner.none : Int32(start + index))
      }
      element += taken
      if element >= count {
        row += 1
        element = 0
      }
    }
    return (rows, elements)
  }
}
