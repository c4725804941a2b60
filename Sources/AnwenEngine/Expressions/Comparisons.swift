import AnwenColumns
import AnwenPlan
import AnwenTypes

/// A comparison of two values.
struct ComparisonCondition: ConditionEvaluator {
  let comparison: BoundExpression.Comparison
  let left: any ValueEvaluator
  let right: any ValueEvaluator

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    let (left, right) = (try left.evaluate(input), try right.evaluate(input))
    return try limited { () throws(ColumnTooLong) in
      switch comparison {
      case .equal: try ColumnComparison.flags(.equal, left, right)
      case .notEqual: try ColumnComparison.flags(.equal, left, right).map { !$0 }
      case .less: try ColumnComparison.flags(.less, left, right)
      case .lessOrEqual: try ColumnComparison.flags(.lessOrEqual, left, right)
      case .greater: try ColumnComparison.flags(.less, right, left)
      case .greaterOrEqual: try ColumnComparison.flags(.lessOrEqual, right, left)
      }
    }
  }
}

/// A comparison of a text with a literal one, made once for each text of the dictionary.
struct TextComparisonCondition: ConditionEvaluator {
  private let operand: any ValueEvaluator
  private let comparison: BoundExpression.Comparison
  private let literal: TextValue
  private let cache = DictionaryCache<[Bool]>()

  init(
    operand: any ValueEvaluator, _ comparison: BoundExpression.Comparison, _ literal: TextValue
  ) {
    self.operand = operand
    self.comparison = comparison
    self.literal = literal
  }

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    let column = try operand.evaluate(input)
    guard case .codes(let codes, let dictionary) = column.storage else {
      preconditionFailure("a text")
    }
    let holds = cache.result(for: dictionary) { dictionary in
      dictionary.texts.map { comparison.holds(for: ValueOrder($0, literal)) }
    }
    guard let presence = column.presence else { return codes.map { holds[Int($0)] } }
    let flagOfMissing = comparison == .notEqual
    return codes.indices.map { presence[$0] ? holds[Int(codes[$0])] : flagOfMissing }
  }
}
