import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Counts rows, or the values that are there.
struct CountAccumulator: Accumulator {
  private var counts: [Int64] = []

  var byteCount: Int { counts.count * 8 }

  mutating func add(_ values: Column?, groups: [Int32], groupCount: Int) {
    counts.grow(to: groupCount, with: 0)
    if let present = values?.nonmissing {
      for (row, group) in groups.enumerated() where present[row] { counts[Int(group)] += 1 }
    } else {
      for group in groups { counts[Int(group)] += 1 }
    }
  }

  mutating func finish(groupCount: Int) -> Column {
    counts.grow(to: groupCount, with: 0)
    return Column(type: .int, storage: .ints(counts), validity: nil, rowCount: groupCount)
  }
}

/// Counts the different values that are there.
struct DistinctAccumulator: Accumulator {
  private var counts = CountAccumulator()
  private var values = KeyInterner()
  /// The pairs of a group and a value's number that came.
  private var seen: Set<UInt64> = []

  var byteCount: Int { counts.byteCount + values.byteCount + seen.count * 16 }

  mutating func add(_ column: Column?, groups: [Int32], groupCount: Int) {
    guard let column else { preconditionFailure("distinct values of something") }
    let numbers = values.numbers(addingValuesOf: column)
    var newGroups: [Int32] = []
    for (row, group) in groups.enumerated() where numbers[row] != KeyInterner.none {
      let pair = UInt64(UInt32(group)) << 32 | UInt64(UInt32(numbers[row]))
      if seen.insert(pair).inserted { newGroups.append(group) }
    }
    counts.add(nil, groups: newGroups, groupCount: groupCount)
  }

  mutating func finish(groupCount: Int) -> Column { counts.finish(groupCount: groupCount) }
}

/// Whether a condition holds for one row or for every row, or for what part of the rows.
struct FlagAccumulator: Accumulator {
  private let function: Aggregate.Function
  private let type: DataType
  private var rowCounts: [Int64] = []
  private var trueCounts: [Int64] = []

  var byteCount: Int { rowCounts.count * 16 }

  init(function: Aggregate.Function, type: DataType) {
    self.function = function
    self.type = type
  }

  mutating func add(_ values: Column?, groups: [Int32], groupCount: Int) {
    guard let values, case .bools(let flags) = values.storage else {
      preconditionFailure("a bool")
    }
    rowCounts.grow(to: groupCount, with: 0)
    trueCounts.grow(to: groupCount, with: 0)
    let presence = values.presence
    for (row, group) in groups.enumerated() {
      rowCounts[Int(group)] += 1
      // A missing bool is false.
      if flags[row], presence?[row] ?? true { trueCounts[Int(group)] += 1 }
    }
  }

  mutating func finish(groupCount: Int) throws(EngineError) -> Column {
    rowCounts.grow(to: groupCount, with: 0)
    trueCounts.grow(to: groupCount, with: 0)
    switch function {
    case .any: return bools((0..<groupCount).map { trueCounts[$0] > 0 })
    case .every: return bools((0..<groupCount).map { trueCounts[$0] == rowCounts[$0] })
    default: return try rates(groupCount: groupCount)
    }
  }

  private func bools(_ flags: [Bool]) -> Column {
    Column(type: .bool, storage: .bools(flags), validity: nil, rowCount: flags.count)
  }

  private func rates(groupCount: Int) throws(EngineError) -> Column {
    var results = DecimalResults(type: type, count: groupCount)
    for group in 0..<groupCount {
      let (part, whole) = (DecimalNumber(trueCounts[group]), DecimalNumber(rowCounts[group]))
      do throws(DecimalOverflow) {
        if let rate = try part.divided(by: whole) { results.set(group, rate) }
      } catch {
        throw .overflow(.division, detail: "\(part) / \(whole)")
      }
    }
    return results.column
  }
}
