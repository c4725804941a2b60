import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Window`: takes all rows, sorts their numbers by partition and order,
/// computes each function along that order, and gives the rows on as they came.
struct WindowOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private let node: LogicalPlan.Window
  private let partition: [any ValueEvaluator]
  private let order: [any ValueEvaluator]
  private let functions: [any WindowEvaluator]
  private let context: ExecutionContext
  private var result: BatchSlices?

  init(
    _ node: LogicalPlan.Window, input: any PhysicalOperator, _ context: ExecutionContext
  ) throws(EngineError) {
    self.node = node
    self.input = input
    self.context = context
    partition = try ExpressionCompiler.values(node.partition)
    order = try ExpressionCompiler.values(node.order.map(\.expression))
    var functions: [any WindowEvaluator] = []
    for function in node.functions { functions.append(try function.makeEvaluator()) }
    self.functions = functions
  }

  mutating func next() throws(EngineError) -> Batch? {
    if result == nil { result = BatchSlices(try computed(), batchSize: context.batchSize) }
    return result?.next()
  }

  private mutating func computed() throws(EngineError) -> Batch {
    let types = node.input.schema.fields.map(\.type)
    let rows = try context.allRows(of: &input, types: types, for: .windows)
    let (windows, rowOrder) = try windows(over: rows)
    var placeOfRow = [Int32](repeating: 0, count: rows.rowCount)
    for (place, row) in rowOrder.enumerated() { placeOfRow[Int(row)] = Int32(place) }
    let ordered = try limited { () throws(ColumnTooLong) in try rows.taking(rowOrder) }
    var columns = rows.columns
    for function in functions {
      try context.checkInterruption()
      let column = try function.evaluate(ordered, windows)
      columns.append(try limited { () throws(ColumnTooLong) in try column.taking(placeOfRow) })
    }
    return Batch(columns: columns, rowCount: rows.rowCount)
  }

  /// Which rows look at each other, and the rows in that order.
  private func windows(over rows: Batch) throws(EngineError) -> (WindowRows, [Int32]) {
    var ordering = RowOrdering(rowCount: rows.rowCount)
    for key in partition {
      try context.checkInterruption()
      ordering.refine(by: try key.evaluate(SelectedRows(rows)), isDescending: false)
    }
    let partitions = ordering.equalRuns
    for (key, evaluator) in zip(node.order, order) {
      try context.checkInterruption()
      let column = try evaluator.evaluate(SelectedRows(rows))
      ordering.refine(by: column, isDescending: key.isDescending)
    }
    let windows = WindowRows(
      rowCount: rows.rowCount, partitions: partitions, peers: ordering.equalRuns)
    return (windows, ordering.sortedRows)
  }
}

/// Where the partition of each row begins and ends, and where its equals begin; rows stand in the
/// order of the window.
struct WindowRows {
  let partitionStarts: [Int]
  let partitionEnds: [Int]
  let peerStarts: [Int]

  /// - Parameters:
  ///   - partitions: the partitions of more than one row.
  ///   - peers: the runs of more than one row that are equal in partition and order.
  init(rowCount: Int, partitions: [Range<Int>], peers: [Range<Int>]) {
    var starts = Array(0..<rowCount)
    var ends = Array(1..<rowCount + 1)
    for run in partitions {
      for row in run {
        starts[row] = run.lowerBound
        ends[row] = run.upperBound
      }
    }
    var peerStarts = Array(0..<rowCount)
    for run in peers {
      for row in run { peerStarts[row] = run.lowerBound }
    }
    partitionStarts = starts
    partitionEnds = ends
    self.peerStarts = peerStarts
  }

  var rowCount: Int { partitionStarts.count }
}
