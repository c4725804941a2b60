import AnwenColumns
import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// Arithmetic of ints whose result is an int.
struct IntArithmetic: ValueEvaluator {
  let operation: BoundExpression.Arithmetic
  let left: any ValueEvaluator
  let right: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (leftColumn, rightColumn) = (try left.evaluate(input), try right.evaluate(input))
    guard case .ints(let left) = leftColumn.storage, case .ints(var right) = rightColumn.storage
    else { preconditionFailure("ints") }
    var presence = Column.commonPresence(leftColumn, rightColumn)
    if operation == .wholeDivide || operation == .remainder, right.contains(0) {
      let given = presence
      presence = right.indices.map { (given?[$0] ?? true) && right[$0] != 0 }
      right = right.map { $0 == 0 ? 1 : $0 }
    }
    let result = try compute(left, right, presence)
    return Column(
      type: .int, storage: .ints(result), presence: presence, rowCount: input.count)
  }

  private func compute(
    _ left: [Int64], _ right: [Int64], _ presence: [Bool]?
  ) throws(EngineError) -> [Int64] {
    switch operation {
    case .add: try checked(left, right, presence) { $0.addingReportingOverflow($1) }
    case .subtract: try checked(left, right, presence) { $0.subtractingReportingOverflow($1) }
    case .multiply: try checked(left, right, presence) { $0.multipliedReportingOverflow(by: $1) }
    case .wholeDivide: try checked(left, right, presence) { $0.dividedReportingOverflow(by: $1) }
    case .remainder:
      try checked(left, right, presence) { $0.remainderReportingOverflow(dividingBy: $1) }
    case .divide: preconditionFailure("the quotient of ints is a decimal")
    }
  }

  /// Computes all rows, and only if one overflowed looks whether it holds a value.
  @inline(__always)
  private func checked(
    _ left: [Int64], _ right: [Int64], _ presence: [Bool]?,
    _ compute: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) throws(EngineError) -> [Int64] {
    var results = [Int64](repeating: 0, count: left.count)
    var overflows = false
    for row in left.indices {
      let (result, overflow) = compute(left[row], right[row])
      results[row] = result
      overflows = overflow || overflows
    }
    if overflows {
      for row in left.indices where presence?[row] ?? true {
        if compute(left[row], right[row]).overflow {
          throw operation.overflow(left[row], right[row])
        }
      }
    }
    return results
  }
}

extension BoundExpression.Arithmetic {
  /// The error of a result that does not fit, with the operation spelled out.
  func overflow(_ left: some CustomStringConvertible, _ right: some CustomStringConvertible)
    -> EngineError
  {
    let (operation, symbol): (OverflowingOperation, String) =
      switch self {
      case .add: (.addition, "+")
      case .subtract: (.subtraction, "-")
      case .multiply: (.multiplication, "*")
      case .divide: (.division, "/")
      case .wholeDivide: (.wholeDivision, "div")
      case .remainder: (.remainder, "%")
      }
    return .overflow(operation, detail: "\(left) \(symbol) \(right)")
  }
}
