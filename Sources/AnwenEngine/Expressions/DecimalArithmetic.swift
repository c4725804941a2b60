import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Arithmetic of ints and decimals whose result is a decimal.
struct DecimalArithmetic: ValueEvaluator {
  let operation: BoundExpression.Arithmetic
  let left: any ValueEvaluator
  let right: any ValueEvaluator
  let type: DataType

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (leftColumn, rightColumn) = (try left.evaluate(input), try right.evaluate(input))
    guard let left = leftColumn.decimalNumbers, let right = rightColumn.decimalNumbers else {
      preconditionFailure("ints or decimals")
    }
    let results: DecimalResults
    switch operation {
    case .add:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.adding(right)
      }
    case .subtract:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.subtracting(right)
      }
    case .multiply:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.multiplied(by: right)
      }
    case .divide:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.divided(by: right)
      }
    case .wholeDivide:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.dividedWhole(by: right)
      }
    case .remainder:
      results = try compute(leftColumn, rightColumn, left, right) {
        (left, right) throws(DecimalOverflow) in try left.remainder(dividingBy: right)
      }
    }
    return results.column
  }

  @inline(__always)
  private func compute(
    _ leftColumn: Column, _ rightColumn: Column, _ left: [DecimalNumber],
    _ right: [DecimalNumber],
    _ operate: (DecimalNumber, DecimalNumber) throws(DecimalOverflow) -> DecimalNumber?
  ) throws(EngineError) -> DecimalResults {
    let presence = Column.commonPresence(leftColumn, rightColumn)
    var results = DecimalResults(type: type, count: left.count)
    for row in left.indices where presence?[row] ?? true {
      do throws(DecimalOverflow) {
        if let result = try operate(left[row], right[row]) { results.set(row, result) }
      } catch {
        throw operation.overflow(left[row], right[row])
      }
    }
    return results
  }
}

/// Decimals of one type as they are computed; rows that are not set stay missing.
struct DecimalResults {
  private let type: DataType
  private var unscaled: [Int128]
  private var presence: [Bool]

  init(type: DataType, count: Int) {
    self.type = type
    unscaled = [Int128](repeating: 0, count: count)
    presence = [Bool](repeating: false, count: count)
  }

  /// - Precondition: the number has the type's scale.
  mutating func set(_ row: Int, _ number: DecimalNumber) {
    assert(type == .decimal(scale: number.scale), "a result of the type's scale")
    unscaled[row] = number.unscaled
    presence[row] = true
  }

  var column: Column {
    Column(
      type: type, storage: .decimals(unscaled),
      presence: presence.contains(false) ? presence : nil, rowCount: unscaled.count)
  }
}
