import AnwenColumns
import AnwenTypes

/// Functions of numbers.
extension ScalarFunction {
  static let numberFunctions = [abs, floor, ceil, round, bucket]

  package static let abs = ScalarFunction(
    "abs", "绝对值", help: "the number without its sign", examples: [("abs(-2.5)", "2.5")],
    Signature([.number], gives: .first), mayFail: { arguments, _ in arguments[0] == .int },
    .columns { (arguments, _) throws(FunctionError) in try arguments[0].magnitudes })

  package static let floor = ScalarFunction(
    "floor", "向下取整", help: "the largest whole number that is not above it",
    examples: [("floor(-1.5)", "-2")], wholeNumber, mayFail: roundingMayFail,
    .kernel(KernelMaker { RoundingKernel(rounding: .down, type: $0.type) }))

  package static let ceil = ScalarFunction(
    "ceil", "向上取整", help: "the smallest whole number that is not below it",
    examples: [("ceil(-1.5)", "-1")], wholeNumber, mayFail: roundingMayFail,
    .kernel(KernelMaker { RoundingKernel(rounding: .up, type: $0.type) }))

  package static let round = ScalarFunction(
    "round", "四舍五入",
    help: "the nearest whole number, half away from zero; with a second argument, the nearest with "
      + "so many digits behind the point, or of tens and hundreds where it is negative",
    examples: [("round(-2.5)", "-3"), ("round(2.345, 2)", "2.35"), ("round(1250, -2)", "1300")],
    Signature(
      [.number, .int], optional: 1,
      gives: .of { $0.count == 1 ? wholeType($0[0].type) : $0[0].type }),
    mayFail: roundingMayFail,
    .kernel(KernelMaker { RoundingKernel(rounding: .toNearestOrAwayFromZero, type: $0.type) }))

  /// A value of an enumeration that has one for each range; the ends of the ranges are its further
  /// arguments.
  package static let bucket = ScalarFunction(
    "bucket", "分档",
    help: "the first of several ranges in which the number lies, with both ends; missing where it "
      + "lies in none",
    examples: [("bucket(12, 1..7, 8..30, 31..)", "8..30")],
    Signature(
      [.number], counts: 3...Signature.mostArguments,
      gives: .chosen { arguments, result in
        guard case .enumeration(let buckets) = result else { return false }
        return arguments.count == 1 + 2 * buckets.cases.count
      }),
    .kernel(KernelMaker { BucketKernel($0) }))

  private static let wholeNumber = Signature([.number], gives: .of { wholeType($0[0].type) })

  /// The whole numbers of a decimal are ints; those of a float may be larger.
  private static func wholeType(_ type: DataType) -> DataType {
    if case .decimal = type { .int } else { type }
  }

  /// A decimal of 38 digits may round up to 39, and a large number does not fit in an int; an int
  /// rounds to tens only.
  @Sendable private static func roundingMayFail(
    _ arguments: [DataType], _: DataType
  ) -> Bool {
    arguments[0] != .float
  }
}

extension Column {
  /// Its numbers without their signs.
  fileprivate var magnitudes: Column {
    get throws(FunctionError) {
      switch storage {
      case .ints(let values):
        let presence = presence
        var results = [Int64](repeating: 0, count: values.count)
        for row in values.indices where presence?[row] ?? true {
          guard values[row] != .min else {
            throw .overflow(.absoluteValue, detail: "abs \(values[row])")
          }
          results[row] = Swift.abs(values[row])
        }
        return replacingStorage(.ints(results), type: type)
      case .decimals(let values):
        return replacingStorage(.decimals(values.map { $0 < 0 ? 0 &- $0 : $0 }), type: type)
      case .floats(let values):
        return replacingStorage(.floats(values.map { $0.magnitude }), type: type)
      default: preconditionFailure("a number")
      }
    }
  }
}
