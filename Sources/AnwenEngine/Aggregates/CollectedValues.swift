import AnwenPlan
import AnwenTypes

/// What is computed of all numbers of a group together, whatever order they came in.
enum CollectedValues {
  /// An aggregate of floats in ascending order, of which there is one at least; nil where it is
  /// missing.
  static func aggregate(
    _ function: Aggregate.Function, part: DecimalNumber?, of sorted: [Double]
  ) -> Double? {
    switch function {
    case .sum: sum(of: sorted)
    case .avg: sum(of: sorted) / Double(sorted.count)
    case .stddev: deviation(of: sorted)
    default: percentile(part ?? half, of: sorted)
    }
  }

  /// The part of a percentile that is the median.
  static let half = DecimalNumber(unscaled: 5, scale: 1)

  /// Where a percentile lies: the place of the value below, and how far it is to the next one.
  private static func place(
    _ part: DecimalNumber, among count: Int
  ) -> (index: Int, rest: DecimalNumber) {
    let unit = DecimalNumber.powerOfTen(part.scale)
    let (index, rest) = (Int128(count - 1) * part.unscaled).quotientAndRemainder(dividingBy: unit)
    return (Int(index), DecimalNumber(unscaled: rest, scale: part.scale))
  }

  /// A percentile of exact numbers of one scale in ascending order.
  static func percentile(
    _ part: DecimalNumber, of sorted: [DecimalNumber]
  ) throws(DecimalOverflow) -> DecimalNumber {
    let (index, rest) = place(part, among: sorted.count)
    let next = min(index + 1, sorted.count - 1)
    return try DecimalNumber.between(sorted[index], sorted[next], part: rest)
  }

  private static func percentile(_ part: DecimalNumber, of sorted: [Double]) -> Double {
    let (index, rest) = place(part, among: sorted.count)
    let (low, high) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
    // Of two ends that are equal nothing may be lost, and their difference may not fit.
    return low == high ? low : low * (1 - rest.double) + high * rest.double
  }

  /// The sum by Neumaier's method, which keeps what rounding takes from each step.
  private static func sum(of values: some Sequence<Double>) -> Double {
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

  /// The standard deviation of a sample, from the distances to the mean; nil for a single value.
  private static func deviation(of sorted: [Double]) -> Double? {
    if sorted.count < 2 { return nil }
    let mean = sum(of: sorted) / Double(sorted.count)
    let squares = sum(of: sorted.lazy.map { ($0 - mean) * ($0 - mean) })
    return (squares / Double(sorted.count - 1)).squareRoot()
  }

  /// The standard deviation of exact numbers of one scale in ascending order. Only their distances
  /// to the least are made floats, which loses nothing of large numbers that lie close together.
  static func deviation(of sorted: [DecimalNumber]) -> Double? {
    guard let least = sorted.first else { return nil }
    let distances = sorted.map { number in
      Double(UInt128(bitPattern: number.unscaled &- least.unscaled))
    }
    return deviation(of: distances).map { $0 / Double(DecimalNumber.powerOfTen(least.scale)) }
  }
}
