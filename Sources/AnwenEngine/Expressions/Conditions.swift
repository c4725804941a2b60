import AnwenColumns
import AnwenPlan
import AnwenTypes

/// The complement of a condition.
struct NegatedCondition: ConditionEvaluator {
  let operand: any ConditionEvaluator

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    try operand.flags(input).map { !$0 }
  }
}

/// A bool as a condition: a missing one is false.
struct ValueCondition: ConditionEvaluator {
  let value: any ValueEvaluator

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    let column = try value.evaluate(input)
    guard case .bools(let values) = column.storage else { preconditionFailure("a bool") }
    guard let presence = column.presence else { return values }
    return values.indices.map { presence[$0] && values[$0] }
  }
}

/// Whether all, or one, of several conditions hold.
///
/// A term is tested only in the rows that the terms before it left undecided, at least where it
/// could fail in others; a term that cannot is tested in all rows while most are undecided, which
/// is faster than picking them.
struct JunctionCondition: ConditionEvaluator {
  struct Term {
    let condition: any ConditionEvaluator
    let mayFail: Bool
  }

  let terms: [Term]
  let isAnd: Bool

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    /// A row is undecided while all its terms were true for `and`, or false for `or`.
    var isUndecided = [Bool](repeating: true, count: input.count)
    var undecidedCount = input.count
    for term in terms where undecidedCount > 0 {
      let testsAll =
        undecidedCount == input.count || !term.mayFail && undecidedCount > input.count / 4
      if testsAll {
        let flags = try term.condition.flags(input)
        for row in flags.indices { isUndecided[row] = isUndecided[row] && flags[row] == isAnd }
      } else {
        let flags = try term.condition.flags(input.keeping(isUndecided))
        for (row, flag) in zip(isUndecided.selectedRows, flags) where flag != isAnd {
          isUndecided[Int(row)] = false
        }
      }
      undecidedCount = isUndecided.count { $0 }
    }
    return isAnd ? isUndecided : isUndecided.map { !$0 }
  }
}

/// Whether a value is missing, or a list empty.
struct MissingCondition: ConditionEvaluator {
  let operand: any ValueEvaluator

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    let column = try operand.evaluate(input)
    return column.nonmissing?.map { !$0 } ?? [Bool](repeating: false, count: input.count)
  }
}

/// Whether a value is one of a list of literals.
final class MembershipCondition: ConditionEvaluator {
  private let operand: any ValueEvaluator
  private var members = KeyInterner()

  init(operand: any ValueEvaluator, values: [Value], type: DataType) {
    self.operand = operand
    _ = members.numbers(addingValuesOf: Column(values.filter { !$0.isMissing }, type: type))
  }

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    members.knownNumbers(of: try operand.evaluate(input)).map { $0 != KeyInterner.none }
  }
}

/// Whether one element, or every element, of a list fulfils a condition.
struct QuantifiedCondition: ConditionEvaluator {
  let quantifier: BoundExpression.Quantifier
  let list: any ValueEvaluator
  let condition: any ConditionEvaluator

  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool] {
    let column = try list.evaluate(input)
    guard case .lists(let offsets, let elements) = column.storage else {
      preconditionFailure("a list")
    }
    // Elements of other rows are not looked at: they may lie before, behind, or in neither.
    let first = Int(offsets[0])
    let used = elements.slice(first..<Int(offsets[column.rowCount]))
    let holds = try condition.flags(
      SelectedRows(Batch(columns: [used], rowCount: used.rowCount)))
    return (0..<column.rowCount).map { row in
      let flags = holds[Int(offsets[row]) - first..<Int(offsets[row + 1]) - first]
      return quantifier == .any ? flags.contains(true) : !flags.contains(false)
    }
  }
}
