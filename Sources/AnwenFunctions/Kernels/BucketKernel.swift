import AnwenColumns
import AnwenTypes

/// The rank of the range in which a number lies; missing where it lies in none.
struct BucketKernel: FunctionKernel {
  private let type: DataType
  private let ranges: [(low: DecimalNumber?, high: DecimalNumber?)]

  /// - Parameter call: its further arguments are literals, the lower and the upper end of each
  ///   range, missing where it is open; the ranges ascend.
  init(_ call: FunctionCall) {
    type = call.type
    let ends = call.arguments.dropFirst().map { bound -> DecimalNumber? in
      switch bound.literal {
      case .int(let value): DecimalNumber(value)
      case .decimal(let value): value
      case .missing: nil
      default: preconditionFailure("the ends of a bucket are literals")
      }
    }
    ranges = stride(from: 0, to: ends.count, by: 2).map { (ends[$0], ends[$0 + 1]) }
  }

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let column = arguments[0]
    switch column.storage {
    case .ints(let values):
      let ranges = ranges.map { ($0.low?.unscaled(above: 0), $0.high?.unscaled(below: 0)) }
      return place(values.lazy.map { Int128($0) }, of: column, in: ranges)
    case .decimals(let values):
      guard case .decimal(let scale) = column.type else { preconditionFailure("a decimal") }
      let ranges = ranges.map { ($0.low?.unscaled(above: scale), $0.high?.unscaled(below: scale)) }
      return place(values, of: column, in: ranges)
    case .floats(let values):
      return place(values, of: column, in: ranges.map { ($0.low?.double, $0.high?.double) })
    default: preconditionFailure("a number")
    }
  }

  private func place<Values: Collection>(
    _ values: Values, of column: Column, in ranges: [(low: Values.Element?, high: Values.Element?)]
  ) -> Column where Values.Element: Comparable {
    let presence = column.presence
    var isPlaced = [Bool](repeating: false, count: column.rowCount)
    var ranks = [UInt8](repeating: 0, count: column.rowCount)
    for (row, value) in values.enumerated() where presence?[row] ?? true {
      // The first range that does not end before the value is the only one that may hold it.
      let found = ranges.firstIndex { $0.high.map { value <= $0 } ?? true }
      guard let found, ranges[found].low.map({ $0 <= value }) ?? true else { continue }
      ranks[row] = UInt8(found)
      isPlaced[row] = true
    }
    return Column(
      type: type, storage: .ranks(ranks), presence: isPlaced, rowCount: column.rowCount)
  }
}

extension DecimalNumber {
  /// The least whole number of units of a scale that is not below this number.
  fileprivate func unscaled(above newScale: Int) -> Int128 {
    0 &- negated.unscaled(below: newScale)
  }

  /// The greatest whole number of units of a scale that is not above this number; what no decimal
  /// reaches counts as the largest value of its sign.
  fileprivate func unscaled(below newScale: Int) -> Int128 {
    if newScale < scale {
      let power = Self.powerOfTen(scale - newScale)
      let (whole, rest) = unscaled.quotientAndRemainder(dividingBy: power)
      return rest < 0 ? whole - 1 : whole
    }
    let (product, overflows) = unscaled.multipliedReportingOverflow(
      by: Self.powerOfTen(newScale - scale))
    if overflows { return unscaled < 0 ? -Int128.max : Int128.max }
    return product
  }
}
