import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Sums, or averages, ints or decimals exactly: whether the result fits does not depend on the
/// order of the rows.
struct SumAccumulator: Accumulator {
  private let isAverage: Bool
  private let type: DataType
  /// The values' scale; ints have none.
  private var scale = 0
  /// The low 128 bits of each sum.
  private var sums: [Int128] = []
  /// How often each sum left the 128 bits upwards, less how often downwards.
  private var carries: [Int] = []
  private var counts: [Int64] = []

  init(isAverage: Bool, type: DataType) {
    self.isAverage = isAverage
    self.type = type
  }

  mutating func add(_ values: Column?, groups: [Int32], groupCount: Int) {
    grow(to: groupCount)
    guard let values else { preconditionFailure("a sum of something") }
    let presence = values.presence
    switch values.storage {
    case .ints(let ints):
      for (row, group) in groups.enumerated() where presence?[row] ?? true {
        // At most 2³¹ ints of 64 bits: their sum has less than 96.
        sums[Int(group)] &+= Int128(ints[row])
        counts[Int(group)] += 1
      }
    case .decimals(let decimals):
      if case .decimal(let scale) = values.type { self.scale = scale }
      for (row, group) in groups.enumerated() where presence?[row] ?? true {
        let (sum, overflows) = sums[Int(group)].addingReportingOverflow(decimals[row])
        sums[Int(group)] = sum
        if overflows { carries[Int(group)] += decimals[row].signum() < 0 ? -1 : 1 }
        counts[Int(group)] += 1
      }
    default: preconditionFailure("ints or decimals")
    }
  }

  mutating func finish(groupCount: Int) throws(EngineError) -> Column {
    grow(to: groupCount)
    if carries.contains(where: { $0 != 0 }) { throw overflow }
    if isAverage { return try averages() }
    if type == .int {
      var ints: [Int64] = []
      for sum in sums {
        guard let int = Int64(exactly: sum) else { throw overflow }
        ints.append(int)
      }
      return Column(type: type, storage: .ints(ints), validity: nil, rowCount: groupCount)
    }
    let limit = DecimalNumber.maximumUnscaled
    if sums.contains(where: { $0 > limit || $0 < -limit }) { throw overflow }
    return Column(type: type, storage: .decimals(sums), validity: nil, rowCount: groupCount)
  }

  private mutating func grow(to groupCount: Int) {
    sums.grow(to: groupCount, with: 0)
    carries.grow(to: groupCount, with: 0)
    counts.grow(to: groupCount, with: 0)
  }

  private var overflow: EngineError {
    .overflow(isAverage ? .average : .sum, detail: nil)
  }

  private func averages() throws(EngineError) -> Column {
    var results = DecimalResults(type: type, count: sums.count)
    for (group, sum) in sums.enumerated() {
      do throws(DecimalOverflow) {
        let sum = DecimalNumber(unscaled: sum, scale: scale)
        if let average = try sum.divided(by: DecimalNumber(counts[group])) {
          results.set(group, average)
        }
      } catch {
        throw overflow
      }
    }
    return results.column
  }
}
