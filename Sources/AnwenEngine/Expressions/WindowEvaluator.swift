import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Computes one function of a window.
protocol WindowEvaluator {
  /// The function's value in each row.
  ///
  /// - Parameter rows: in the order of the window.
  func evaluate(_ rows: Batch, _ windows: WindowRows) throws(EngineError) -> Column
}

extension WindowFunction {
  func makeEvaluator() throws(EngineError) -> any WindowEvaluator {
    switch self {
    case .rowNumber, .rank, .denseRank: return PlaceNumber(function: self)
    case .neighbour(let value, let rowCount):
      return NeighbourValue(value: try ExpressionCompiler.value(value), rowCount: rowCount)
    case .aggregate(let aggregate, .all): return PartitionAggregate(aggregate)
    case .aggregate(let aggregate, .running):
      return try SlidingAggregate(aggregate, rowCount: nil)
    case .aggregate(let aggregate, .moving(let rowCount)):
      return try SlidingAggregate(aggregate, rowCount: rowCount)
    }
  }
}

/// The row's number in its partition, counted in one of three ways.
private struct PlaceNumber: WindowEvaluator {
  let function: WindowFunction

  func evaluate(_ rows: Batch, _ windows: WindowRows) throws(EngineError) -> Column {
    var numbers: [Int64] = []
    numbers.reserveCapacity(windows.rowCount)
    var denseRank: Int64 = 0
    for row in 0..<windows.rowCount {
      let (start, peer) = (windows.partitionStarts[row], windows.peerStarts[row])
      if row == start { denseRank = 0 }
      if row == peer { denseRank += 1 }
      switch function {
      case .rank: numbers.append(Int64(peer - start + 1))
      case .denseRank: numbers.append(denseRank)
      case .rowNumber, .neighbour, .aggregate: numbers.append(Int64(row - start + 1))
      }
    }
    return Column(
      type: .int, storage: .ints(numbers), validity: nil, rowCount: windows.rowCount)
  }
}

/// The value of a row further on or before.
private struct NeighbourValue: WindowEvaluator {
  let value: any ValueEvaluator
  let rowCount: Int

  func evaluate(_ rows: Batch, _ windows: WindowRows) throws(EngineError) -> Column {
    let column = try value.evaluate(SelectedRows(rows))
    let places = (0..<windows.rowCount).map { row in
      let (place, overflows) = row.addingReportingOverflow(rowCount)
      let isInside =
        !overflows && place >= windows.partitionStarts[row] && place < windows.partitionEnds[row]
      return isInside ? Int32(place) : KeyInterner.none
    }
    return try limited { () throws(ColumnTooLong) in try column.takingOrMissing(places) }
  }
}

/// An aggregate over all rows of the partition.
private struct PartitionAggregate: WindowEvaluator {
  private let aggregate: Aggregate

  init(_ aggregate: Aggregate) { self.aggregate = aggregate }

  func evaluate(_ rows: Batch, _ windows: WindowRows) throws(EngineError) -> Column {
    var groups: [Int32] = []
    groups.reserveCapacity(windows.rowCount)
    var group: Int32 = -1
    for row in 0..<windows.rowCount {
      if row == windows.partitionStarts[row] { group += 1 }
      groups.append(group)
    }
    let arguments = try AggregateArguments([aggregate])
    var aggregation = GroupAggregation([aggregate])
    try aggregation.add(
      arguments.evaluate(rows), rows: nil, groups: groups, groupCount: Int(group) + 1)
    let column = try aggregation.finish(groupCount: Int(group) + 1)[0]
    return try limited { () throws(ColumnTooLong) in try column.taking(groups) }
  }
}
