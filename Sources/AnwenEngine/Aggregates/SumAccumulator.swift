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
  private var sums: [WideSum] = []

  var byteCount: Int { sums.count * MemoryLayout<WideSum>.stride }

  init(isAverage: Bool, type: DataType) {
    self.isAverage = isAverage
    self.type = type
  }

  /// Sums that are known, of values at a scale.
  init(isAverage: Bool, type: DataType, scale: Int, sums: [WideSum]) {
    self.isAverage = isAverage
    self.type = type
    self.scale = scale
    self.sums = sums
  }

  mutating func add(_ values: Column?, groups: [Int32], groupCount: Int) {
    sums.grow(to: groupCount, with: WideSum())
    guard let values else { preconditionFailure("a sum of something") }
    let presence = values.presence
    switch values.storage {
    case .ints(let ints):
      for (row, group) in groups.enumerated() where presence?[row] ?? true {
        sums[Int(group)].add(Int128(ints[row]))
      }
    case .decimals(let decimals):
      if case .decimal(let scale) = values.type { self.scale = scale }
      for (row, group) in groups.enumerated() where presence?[row] ?? true {
        sums[Int(group)].add(decimals[row])
      }
    default: preconditionFailure("ints or decimals")
    }
  }

  mutating func finish(groupCount: Int) throws(EngineError) -> Column {
    sums.grow(to: groupCount, with: WideSum())
    if sums.contains(where: { $0.carry != 0 }) { throw overflow }
    if isAverage { return try averages() }
    if type == .int {
      var ints: [Int64] = []
      for sum in sums {
        guard let int = Int64(exactly: sum.low) else { throw overflow }
        ints.append(int)
      }
      return Column(type: type, storage: .ints(ints), validity: nil, rowCount: groupCount)
    }
    let limit = DecimalNumber.maximumUnscaled
    if sums.contains(where: { $0.low > limit || $0.low < -limit }) { throw overflow }
    return Column(
      type: type, storage: .decimals(sums.map(\.low)), validity: nil, rowCount: groupCount)
  }

  private var overflow: EngineError {
    .overflow(isAverage ? .average : .sum, detail: nil)
  }

  private func averages() throws(EngineError) -> Column {
    var results = DecimalResults(type: type, count: sums.count)
    for (group, sum) in sums.enumerated() {
      do throws(DecimalOverflow) {
        let total = DecimalNumber(unscaled: sum.low, scale: scale)
        if let average = try total.divided(by: DecimalNumber(sum.count)) {
          results.set(group, average)
        }
      } catch {
        throw overflow
      }
    }
    return results.column
  }
}
