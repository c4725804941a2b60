import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Join`: holds the right rows by what has to be equal, and tests the rest
/// of the condition on each pair that is found so; without a key on each two rows.
struct JoinOperator: PhysicalOperator {
  private var left: any PhysicalOperator
  private var right: any PhysicalOperator
  private let node: LogicalPlan.Join
  private let keys: JoinKeys
  private let rest: (any ConditionEvaluator)?
  private let context: ExecutionContext
  private var index: JoinIndex?
  private var batch: LeftBatch?
  private var result: BatchSlices?
  private var resultByteCount = 0
  /// The most pairs that are tested at a time, unless one left row has more.
  private let pieceRowCount: Int

  /// The most pairs of narrow rows; of wide ones so many that they have no more cells.
  private static let pieceLimits = (rows: 1 << 16, cells: 1 << 19)

  /// A batch of left rows, of which some have been joined.
  private struct LeftBatch {
    let rows: Batch
    /// The right rows that have each row's keys; nil where all have.
    let candidates: [[Int32]]?
    var next = 0
  }

  init(
    _ node: LogicalPlan.Join, left: any PhysicalOperator, right: any PhysicalOperator,
    _ context: ExecutionContext
  ) throws(EngineError) {
    self.node = node
    self.left = left
    self.right = right
    self.context = context
    let columnCount = node.left.schema.fields.count + node.right.schema.fields.count
    pieceRowCount = max(
      1, min(Self.pieceLimits.rows, Self.pieceLimits.cells / max(1, columnCount)))
    let terms = node.terms
    keys = try JoinKeys(terms)
    let untested = keys.tested(of: terms, leftCount: node.left.schema.fields.count)
    rest = untested.isEmpty ? nil : try ExpressionCompiler.condition(.all(untested))
  }

  mutating func next() throws(EngineError) -> Batch? {
    if index == nil { index = try makeIndex() }
    while true {
      if let batch = result?.next() { return batch }
      result = nil
      context.memory.release(resultByteCount)
      resultByteCount = 0
      if batch == nil, try !takeBatch() { return nil }
      try context.checkInterruption()
      guard let piece = try joinedPiece() else { continue }
      resultByteCount = try context.memory.hold(piece, for: .joining)
      result = BatchSlices(piece, batchSize: context.batchSize)
    }
  }

  private mutating func makeIndex() throws(EngineError) -> JoinIndex {
    let rows = try context.allRows(
      of: &right, types: node.right.schema.fields.map(\.type), for: .joining)
    let index = try JoinIndex(rows, keys)
    try context.memory.hold(index.byteCount, for: .joining)
    return index
  }

  private mutating func takeBatch() throws(EngineError) -> Bool {
    guard let rows = try left.next() else { return false }
    // The index leaves the operator while it changes, so that it is not copied.
    var index = self.index
    self.index = nil
    let candidates = try index?.candidates(of: rows, keys)
    self.index = index
    batch = LeftBatch(rows: rows, candidates: candidates ?? nil)
    return true
  }

  /// The rows that come of the next left rows of the batch, as many as make a piece.
  private mutating func joinedPiece() throws(EngineError) -> Batch? {
    guard var batch, let right = index?.rows else { return nil }
    let first = batch.next
    var leftRows: [Int32] = []
    var rightRows: [Int32] = []
    while batch.next < batch.rows.rowCount {
      let count = batch.candidates?[batch.next].count ?? right.rowCount
      if batch.next > first, leftRows.count + count > pieceRowCount { break }
      leftRows += repeatElement(Int32(batch.next), count: count)
      if let candidates = batch.candidates {
        rightRows += candidates[batch.next]
      } else {
        rightRows += 0..<Int32(count)
      }
      batch.next += 1
    }
    self.batch = batch.next == batch.rows.rowCount ? nil : batch
    var pairs = Pairs(left: leftRows, right: rightRows)
    if let rest, !leftRows.isEmpty {
      let rows = try pairs.rows(batch.rows, right)
      pairs = pairs.keeping(try rest.flags(SelectedRows(rows)))
    }
    return try rows(of: pairs, among: first..<batch.next, of: batch.rows, right)
  }

  private func rows(
    of pairs: Pairs, among leftRows: Range<Int>, of left: Batch, _ right: Batch
  ) throws(EngineError) -> Batch {
    switch node.kind {
    case .inner: return try pairs.rows(left, right)
    case .left: return try pairs.including(leftRows).rows(left, right)
    case .semi, .anti:
      let met = Set(pairs.left)
      let kept = leftRows.map { Int32($0) }.filter { met.contains($0) == (node.kind == .semi) }
      return try limited { () throws(ColumnTooLong) in try left.taking(kept) }
    }
  }
}

/// Pairs of rows, by the left ones in order.
private struct Pairs {
  let left: [Int32]
  /// `KeyInterner.none` beside a left row that meets none.
  let right: [Int32]

  func keeping(_ flags: [Bool]) -> Pairs {
    let kept = flags.selectedRows
    return Pairs(left: kept.map { left[Int($0)] }, right: kept.map { right[Int($0)] })
  }

  /// The pairs, and each of some left rows that is in none of them.
  func including(_ rows: Range<Int>) -> Pairs {
    var (allLeft, allRight): ([Int32], [Int32]) = ([], [])
    var place = 0
    for row in rows {
      let first = place
      while place < left.count, left[place] == row { place += 1 }
      let met = first == place ? [KeyInterner.none] : Array(right[first..<place])
      allLeft += repeatElement(Int32(row), count: met.count)
      allRight += met
    }
    return Pairs(left: allLeft, right: allRight)
  }

  func rows(_ leftRows: Batch, _ rightRows: Batch) throws(EngineError) -> Batch {
    try limited { () throws(ColumnTooLong) in
      var columns: [Column] = []
      for column in leftRows.columns { columns.append(try column.taking(left)) }
      for column in rightRows.columns { columns.append(try column.takingOrMissing(right)) }
      return Batch(columns: columns, rowCount: left.count)
    }
  }
}
