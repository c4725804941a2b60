import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Arithmetic of numbers of which at least one is a float.
///
/// A result that is not finite is an overflow; a division by zero is missing.
struct FloatArithmetic: ValueEvaluator {
  let operation: BoundExpression.Arithmetic
  let left: any ValueEvaluator
  let right: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (leftColumn, rightColumn) = (try left.evaluate(input), try right.evaluate(input))
    let (left, right) = (leftColumn.doubles, rightColumn.doubles)
    var presence = Column.commonPresence(leftColumn, rightColumn)
    switch operation {
    case .add, .subtract, .multiply: break
    case .divide, .wholeDivide, .remainder:
      if right.contains(0) {
        let given = presence
        presence = right.indices.map { (given?[$0] ?? true) && right[$0] != 0 }
      }
    }
    let results = compute(left, right)
    for row in results.indices where presence?[row] ?? true {
      if !results[row].isFinite { throw operation.overflow(left[row], right[row]) }
    }
    return Column(
      type: .float, storage: .floats(results), presence: presence, rowCount: input.count)
  }

  private func compute(_ left: [Double], _ right: [Double]) -> [Double] {
    switch operation {
    case .add: left.indices.map { left[$0] + right[$0] }
    case .subtract: left.indices.map { left[$0] - right[$0] }
    case .multiply: left.indices.map { left[$0] * right[$0] }
    case .divide: left.indices.map { left[$0] / right[$0] }
    case .wholeDivide: left.indices.map { (left[$0] / right[$0]).rounded(.towardZero) }
    case .remainder:
      left.indices.map { left[$0].truncatingRemainder(dividingBy: right[$0]) }
    }
  }
}
