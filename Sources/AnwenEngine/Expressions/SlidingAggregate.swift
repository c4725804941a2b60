import AnwenColumns
import AnwenPlan
import AnwenTypes

/// An aggregate over the rows from some row before up to the row itself.
///
/// Complexity: O(*n*), but over floats, whose sums must not depend on what was added and taken away
/// before, O(*n* · *k* log *k*) for frames of *k* rows.
struct SlidingAggregate: WindowEvaluator {
  private let aggregate: Aggregate
  private let argument: (any ValueEvaluator)?
  /// How many rows a frame has at most; nil for all up to the row.
  private let rowCount: Int?

  init(_ aggregate: Aggregate, rowCount: Int?) throws(EngineError) {
    self.aggregate = aggregate
    self.rowCount = rowCount
    var argument: (any ValueEvaluator)?
    if let expression = aggregate.argument {
      argument = try ExpressionCompiler.value(expression)
    }
    self.argument = argument
  }

  func evaluate(_ rows: Batch, _ windows: WindowRows) throws(EngineError) -> Column {
    let starts = (0..<windows.rowCount).map { row in
      max(windows.partitionStarts[row], rowCount.map { row - $0 + 1 } ?? 0)
    }
    guard let column = try argument?.evaluate(SelectedRows(rows)) else {
      return counts(starts, presence: nil)
    }
    switch aggregate.function {
    case .min: return try least(column, column.orderCodes(), starts)
    case .max: return try least(column, column.orderCodes().map { ~$0 }, starts)
    case .sum, .avg:
      if case .floats = column.storage { return try eachAlone(column, starts) }
      return try sums(column, starts)
    case .count, .countDistinct, .median, .percentile, .stddev, .first, .last, .any, .every, .rate,
      .list:
      return counts(starts, presence: column.nonmissing)
    }
  }

  /// The rows of each frame that are there.
  private func counts(_ starts: [Int], presence: [Bool]?) -> Column {
    var (count, first) = (Int64(0), 0)
    let counts = starts.enumerated().map { row, start in
      if presence?[row] ?? true { count += 1 }
      while first < start {
        if presence?[first] ?? true { count -= 1 }
        first += 1
      }
      return count
    }
    return Column(type: .int, storage: .ints(counts), validity: nil, rowCount: starts.count)
  }

  private func sums(_ column: Column, _ starts: [Int]) throws(EngineError) -> Column {
    let presence = column.presence
    let values: [Int128]
    var scale = 0
    switch column.storage {
    case .ints(let ints): values = ints.map { Int128($0) }
    case .decimals(let decimals):
      values = decimals
      if case .decimal(let known) = column.type { scale = known }
    default: preconditionFailure("ints or decimals")
    }
    var sum = WideSum()
    var sums: [WideSum] = []
    sums.reserveCapacity(starts.count)
    var first = 0
    for (row, start) in starts.enumerated() {
      while first < start {
        if presence?[first] ?? true { sum.remove(values[first]) }
        first += 1
      }
      if presence?[row] ?? true { sum.add(values[row]) }
      sums.append(sum)
    }
    var accumulator = SumAccumulator(
      isAverage: aggregate.function == .avg, type: aggregate.type, scale: scale, sums: sums)
    return try accumulator.finish(groupCount: starts.count)
  }

  /// The row of each frame with the least code; the first among equals.
  private func least(
    _ column: Column, _ codes: [Int64], _ starts: [Int]
  ) throws(EngineError) -> Column {
    let presence = column.nonmissing
    /// Rows whose codes rise, each the least of those behind it.
    var candidates: [Int] = []
    var head = 0
    let rows = starts.enumerated().map { row, start in
      if presence?[row] ?? true {
        while candidates.count > head, codes[candidates[candidates.count - 1]] > codes[row] {
          candidates.removeLast()
        }
        candidates.append(row)
      }
      while head < candidates.count, candidates[head] < start { head += 1 }
      return head < candidates.count ? Int32(candidates[head]) : KeyInterner.none
    }
    return try limited { () throws(ColumnTooLong) in try column.takingOrMissing(rows) }
  }

  /// Each frame added up from its beginning, some thousand values at a time.
  private func eachAlone(_ column: Column, _ starts: [Int]) throws(EngineError) -> Column {
    var pieces: [Column] = []
    var accumulator = aggregate.makeAccumulator()
    var (rows, groups, groupCount) = ([Int32](), [Int32](), 0)
    for (row, start) in starts.enumerated() {
      rows += Int32(start)...Int32(row)
      groups += repeatElement(Int32(groupCount), count: row - start + 1)
      groupCount += 1
      guard rows.count >= 1 << 16 || row + 1 == starts.count else { continue }
      let values = try limited { () throws(ColumnTooLong) in try column.taking(rows) }
      try accumulator.add(values, groups: groups, groupCount: groupCount)
      pieces.append(try accumulator.finish(groupCount: groupCount))
      accumulator = aggregate.makeAccumulator()
      (rows, groups, groupCount) = ([], [], 0)
    }
    return try limited { () throws(ColumnTooLong) in
      try Column.concatenating(pieces, type: aggregate.type)
    }
  }
}
