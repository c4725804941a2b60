import AnwenColumns
import AnwenPlan
import AnwenTypes

/// `floor`, `ceil` and `round` of numbers.
///
/// The result is an int, or has the operand's type; `round` is half away from zero.
struct RoundedValue: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator
  /// For `round`: the digits to keep behind the point, an int; nil for none.
  let digits: (any ValueEvaluator)?
  let type: DataType

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let digitColumn = try digits?.evaluate(input)
    var presence = column.presence
    var digits = [Int](repeating: 0, count: input.count)
    if let digitColumn, case .ints(let values) = digitColumn.storage {
      // No number has more digits than these on either side of the point.
      digits = values.map { Int(min(max($0, -400), 400)) }
      presence = Column.commonPresence(column, digitColumn)
    }
    if case .floats(let values) = column.storage {
      return try rounded(values, digits, presence)
    }
    return try rounded(column, digits, presence)
  }

  private func rounded(
    _ column: Column, _ digits: [Int], _ presence: [Bool]?
  ) throws(EngineError) -> Column {
    guard let numbers = column.decimalNumbers else { preconditionFailure("numbers") }
    var unscaled = [Int128](repeating: 0, count: numbers.count)
    for (row, number) in numbers.enumerated() where presence?[row] ?? true {
      do throws(DecimalOverflow) {
        let result = try rounded(number, digits[row])
        guard type != .int || Int64(exactly: result.unscaled) != nil else {
          throw DecimalOverflow()
        }
        unscaled[row] = result.unscaled
      } catch {
        throw .overflow(.rounding, detail: "\(number)")
      }
    }
    let storage: Column.Storage =
      type == .int ? .ints(unscaled.map { Int64(truncatingIfNeeded: $0) }) : .decimals(unscaled)
    return Column(type: type, storage: storage, presence: presence, rowCount: numbers.count)
  }

  /// The rounded number at the scale of the result.
  private func rounded(
    _ number: DecimalNumber, _ digits: Int
  ) throws(DecimalOverflow) -> DecimalNumber {
    let result: DecimalNumber
    switch function {
    case .floor: result = number.floor
    case .ceil: result = number.ceil
    default: result = try number.rounded(toDigits: digits)
    }
    return try result.rescaled(to: type == .int ? 0 : number.scale)
  }

  private func rounded(
    _ values: [Double], _ digits: [Int], _ presence: [Bool]?
  ) throws(EngineError) -> Column {
    let results = values.indices.map { rounded(values[$0], digits[$0]) }
    if type != .int {
      return Column(
        type: type, storage: .floats(results), presence: presence, rowCount: values.count)
    }
    var ints = [Int64](repeating: 0, count: values.count)
    for row in results.indices where presence?[row] ?? true {
      guard let int = Int64(exactly: results[row]) else {
        throw .overflow(.rounding, detail: "\(values[row])")
      }
      ints[row] = int
    }
    return Column(type: .int, storage: .ints(ints), presence: presence, rowCount: values.count)
  }

  private func rounded(_ value: Double, _ digits: Int) -> Double {
    switch function {
    case .floor: return value.rounded(.down)
    case .ceil: return value.rounded(.up)
    default:
      if digits == 0 { return value.rounded(.toNearestOrAwayFromZero) }
      // The power is exact up to 22 digits; a float that large has no digits to round.
      var power = 1.0
      for _ in 0..<min(digits.magnitude, 308) { power *= 10 }
      let scaled = digits > 0 ? value * power : value / power
      if !scaled.isFinite { return value }
      let rounded = scaled.rounded(.toNearestOrAwayFromZero)
      let result = digits > 0 ? rounded / power : rounded * power
      return result.isFinite ? result : value
    }
  }
}
