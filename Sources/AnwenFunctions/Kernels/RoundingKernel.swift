import AnwenColumns
import AnwenTypes

/// `floor`, `ceil` and `round` of numbers.
///
/// The result is an int, or has the argument's type, as that of a float has; `round` is half away
/// from zero.
struct RoundingKernel: FunctionKernel {
  let rounding: FloatingPointRoundingRule
  let type: DataType

  /// - Parameter arguments: The numbers, and perhaps the digits to keep behind the point, ints.
  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let column = arguments[0]
    var presence = column.presence
    var digits = [Int](repeating: 0, count: rowCount)
    if arguments.count > 1, case .ints(let values) = arguments[1].storage {
      // No number has more digits than these on either side of the point.
      digits = values.map { Int(min(max($0, -400), 400)) }
      presence = Column.commonPresence(column, arguments[1])
    }
    if case .floats(let values) = column.storage {
      let results = values.indices.map { rounded(values[$0], digits[$0]) }
      return Column(
        type: type, storage: .floats(results), presence: presence, rowCount: rowCount)
    }
    return try rounded(column, digits, presence)
  }

  private func rounded(
    _ column: Column, _ digits: [Int], _ presence: [Bool]?
  ) throws(FunctionError) -> Column {
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
    switch rounding {
    case .down: result = number.floor
    case .up: result = number.ceil
    default: result = try number.rounded(toDigits: digits)
    }
    return try result.rescaled(to: type == .int ? 0 : number.scale)
  }

  private func rounded(_ value: Double, _ digits: Int) -> Double {
    switch rounding {
    case .down, .up: return value.rounded(rounding)
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
