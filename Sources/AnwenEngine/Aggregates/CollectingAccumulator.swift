import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Keeps all values that are there, for aggregates that need them together: lists, medians, and
/// sums and averages of floats.
struct CollectingAccumulator: Accumulator {
  private let function: Aggregate.Function
  private let argumentType: DataType
  private let type: DataType
  private var values: [Column] = []
  private var groups: [Int32] = []
  private(set) var byteCount = 0

  init(function: Aggregate.Function, argumentType: DataType, type: DataType) {
    self.function = function
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
    return try medians(of: column, offsets)
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

// MARK: - Floats

extension CollectingAccumulator {
  private func aggregates(
    of floats: [Double], _ offsets: [Int32]
  ) throws(EngineError) -> Column {
    var results = [Double](repeating: 0, count: offsets.count - 1)
    for group in results.indices {
      // In one order, whatever order the rows had: the sum's rounding depends on it.
      let sorted = floats[Int(offsets[group])..<Int(offsets[group + 1])].sorted()
      if sorted.isEmpty { continue }
      let result =
        switch function {
        case .sum: Self.sum(of: sorted)
        case .avg: Self.sum(of: sorted) / Double(sorted.count)
        default: Self.median(of: sorted)
        }
      guard result.isFinite else {
        throw .overflow(function == .sum ? .sum : .average, detail: nil)
      }
      results[group] = result
    }
    // A sum over nothing is 0, another aggregate is missing.
    let presence =
      function == .sum ? nil : results.indices.map { offsets[$0] < offsets[$0 + 1] }
    return Column(
      type: type, storage: .floats(results), presence: presence, rowCount: results.count)
  }

  /// The sum by Neumaier's method, which keeps what rounding takes from each step.
  private static func sum(of values: [Double]) -> Double {
    var sum = 0.0
    var compensation = 0.0
    for value in values {
      let next = sum + value
      compensation +=
        sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + compensation
  }

  private static func median(of sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    let mean = (sorted[middle - 1] + sorted[middle]) / 2
    return mean.isFinite ? mean : sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}

// MARK: - Medians of ints and decimals

extension CollectingAccumulator {
  private func medians(of column: Column, _ offsets: [Int32]) throws(EngineError) -> Column {
    guard let numbers = column.decimalNumbers else { preconditionFailure("numbers") }
    var results = DecimalResults(type: type, count: offsets.count - 1)
    for group in 0..<offsets.count - 1 {
      let sorted = numbers[Int(offsets[group])..<Int(offsets[group + 1])].sorted()
      if sorted.isEmpty { continue }
      do throws(DecimalOverflow) {
        let middle = sorted.count / 2
        let isOdd = sorted.count % 2 == 1
        let sum = isOdd ? sorted[middle] : try sorted[middle - 1].adding(sorted[middle])
        if let median = try sum.divided(by: DecimalNumber(isOdd ? 1 : 2)) {
          results.set(group, median)
        }
      } catch {
        throw .overflow(.median, detail: nil)
      }
    }
    return results.column
  }
}
