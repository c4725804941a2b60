import AnwenColumns
import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// Keeps all values that are there, for aggregates that need them together: lists, medians,
/// percentiles, standard deviations, and sums and averages of floats.
struct CollectingAccumulator: Accumulator {
  private let function: Aggregate.Function
  private let part: DecimalNumber?
  private let argumentType: DataType
  private let type: DataType
  private var values: [Column] = []
  private var groups: [Int32] = []
  private(set) var byteCount = 0

  init(
    function: Aggregate.Function, part: DecimalNumber? = nil, argumentType: DataType,
    type: DataType
  ) {
    self.function = function
    self.part = part
    self.argumentType = argumentType
    self.type = type
  }

  mutating func add(
    _ column: Column?, groups newGroups: [Int32], groupCount: Int
  ) throws(EngineError) {
    guard let column else { preconditionFailure("values of something") }
    defer { byteCount += values.last.map { $0.byteCount + $0.rowCount * 4 } ?? 0 }
    guard let present = column.nonmissing else {
      values.append(column)
      groups += newGroups
      return
    }
    let rows = present.selectedRows
    values.append(try limited { () throws(ColumnTooLong) in try column.taking(rows) })
    groups += rows.map { newGroups[Int($0)] }
  }

  mutating func finish(groupCount: Int) throws(EngineError) -> Column {
    let (rows, offsets) = rowsByGroup(groupCount: groupCount)
    let column = try limited { () throws(ColumnTooLong) in
      try Column.concatenating(values, type: argumentType).taking(rows)
    }
    if function == .list {
      return Column(
        type: type, storage: .lists(offsets: offsets, elements: column), validity: nil,
        rowCount: groupCount)
    }
    if case .floats(let floats) = column.storage { return try aggregates(of: floats, offsets) }
    guard let numbers = column.decimalNumbers else { preconditionFailure("numbers") }
    return function == .stddev
      ? try deviations(of: numbers, offsets) : try percentiles(of: numbers, offsets)
  }

  /// The rows group by group, in their order within each, and where each group's begin.
  private func rowsByGroup(groupCount: Int) -> (rows: [Int32], offsets: [Int32]) {
    var offsets = [Int32](repeating: 0, count: groupCount + 1)
    for group in groups { offsets[Int(group) + 1] += 1 }
    for group in 0..<groupCount { offsets[group + 1] += offsets[group] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: groups.count)
    for (row, group) in groups.enumerated() {
      rows[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    return (rows, offsets)
  }
}

// MARK: - Numbers

extension CollectingAccumulator {
  private func aggregates(
    of floats: [Double], _ offsets: [Int32]
  ) throws(EngineError) -> Column {
    var results = [Double?](repeating: nil, count: offsets.count - 1)
    for group in results.indices {
      // In one order, whatever order the rows had: the sum's rounding depends on it.
      let sorted = floats[Int(offsets[group])..<Int(offsets[group + 1])].sorted()
      // A sum over nothing is 0, another aggregate is missing.
      results[group] =
        sorted.isEmpty
        ? function == .sum ? 0 : nil : CollectedValues.aggregate(function, part: part, of: sorted)
    }
    return try column(of: results)
  }

  private func deviations(
    of numbers: [DecimalNumber], _ offsets: [Int32]
  ) throws(EngineError) -> Column {
    try column(
      of: (0..<offsets.count - 1).map { group in
        CollectedValues.deviation(
          of: numbers[Int(offsets[group])..<Int(offsets[group + 1])].sorted())
      })
  }

  private func column(of results: [Double?]) throws(EngineError) -> Column {
    guard results.allSatisfy({ $0?.isFinite ?? true }) else {
      throw .overflow(operation, detail: nil)
    }
    return Column(
      type: type, storage: .floats(results.map { $0 ?? 0 }), presence: results.map { $0 != nil },
      rowCount: results.count)
  }

  /// Medians and percentiles of ints and decimals.
  private func percentiles(
    of numbers: [DecimalNumber], _ offsets: [Int32]
  ) throws(EngineError) -> Column {
    var results = DecimalResults(type: type, count: offsets.count - 1)
    for group in 0..<offsets.count - 1 {
      let sorted = numbers[Int(offsets[group])..<Int(offsets[group + 1])].sorted()
      if sorted.isEmpty { continue }
      do throws(DecimalOverflow) {
        let part = part ?? CollectedValues.half
        results.set(group, try CollectedValues.percentile(part, of: sorted))
      } catch {
        throw .overflow(operation, detail: nil)
      }
    }
    return results.column
  }

  private var operation: OverflowingOperation {
    switch function {
    case .sum: .sum
    case .avg: .average
    case .stddev: .deviation
    case .percentile: .percentile
    default: .median
    }
  }
}
