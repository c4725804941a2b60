import AnwenColumns
import AnwenPlan
import AnwenTypes

/// The rows of a correlation's input, once it has them.
final class HeldRows {
  fileprivate(set) var rows: Batch?

  init() {}
}

/// Carries out `LogicalPlan.Correlation`: takes all input rows, then the correlated rows once, which
/// find the input's among their own sources, and gathers them by the number of the input row.
struct CorrelationOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var many: any PhysicalOperator
  private let held: HeldRows
  private let node: LogicalPlan.Correlation
  private let number: any ValueEvaluator
  private let arguments: AggregateArguments
  private let context: ExecutionContext
  private var result: BatchSlices?

  init(
    _ node: LogicalPlan.Correlation, input: any PhysicalOperator, many: any PhysicalOperator,
    _ held: HeldRows, _ context: ExecutionContext
  ) throws(EngineError) {
    self.node = node
    self.input = input
    self.many = many
    self.held = held
    self.context = context
    number = try ExpressionCompiler.value(node.number)
    arguments = try AggregateArguments(node.aggregates)
  }

  mutating func next() throws(EngineError) -> Batch? {
    if result == nil { result = BatchSlices(try computed(), batchSize: context.batchSize) }
    return result?.next()
  }

  private mutating func computed() throws(EngineError) -> Batch {
    let types = node.input.schema.fields.map(\.type)
    let rows = try context.allRows(of: &input, types: types, for: .joining)
    held.rows = rows
    var aggregation = GroupAggregation(node.aggregates)
    var memory = HeldMemory(for: .joining)
    while let batch = try many.next() {
      try context.checkInterruption()
      guard case .ints(let numbers) = try number.evaluate(SelectedRows(batch)).storage else {
        preconditionFailure("numbers of rows")
      }
      try aggregation.add(
        arguments.evaluate(batch), rows: nil, groups: numbers.map { Int32($0) },
        groupCount: rows.rowCount)
      try memory.update(aggregation.byteCount, in: context.memory)
    }
    let columns = try aggregation.finish(groupCount: rows.rowCount)
    return Batch(columns: rows.columns + columns, rowCount: rows.rowCount)
  }
}

/// Carries out `LogicalPlan.RowsAtHand`.
struct RowsAtHandOperator: PhysicalOperator {
  private let node: LogicalPlan.RowsAtHand
  private let held: HeldRows
  private let context: ExecutionContext
  /// Nil before the first call, which comes when the rows are there.
  private var slices: BatchSlices?

  init(_ node: LogicalPlan.RowsAtHand, _ held: HeldRows, _ context: ExecutionContext) {
    self.node = node
    self.held = held
    self.context = context
  }

  mutating func next() throws(EngineError) -> Batch? {
    try context.checkInterruption()
    if slices == nil { slices = BatchSlices(numberedRows(), batchSize: context.batchSize) }
    return slices?.next()
  }

  private func numberedRows() -> Batch {
    guard let rows = held.rows else { preconditionFailure("no rows at hand yet") }
    let numbers = Column(
      type: .int, storage: .ints((0..<rows.rowCount).map { Int64($0) }), presence: nil,
      rowCount: rows.rowCount)
    return Batch(
      columns: node.columns.map { rows.columns[$0] } + [numbers], rowCount: rows.rowCount)
  }
}
