package import AnwenTypes

/// Computes what does not depend on a row, and drops conditions that always hold.
///
///     filter 1 + 1 = 2 and #a > 3   →   filter #a > 3
///     filter true                   →   (its input)
///     #a < missing                  →   false
///     not #a = 1                    →   #a != 1
///
/// `not #a < 1` stays: `#a >= 1` is not its complement where `#a` is missing. What cannot be
/// computed, because a result does not fit, stays for the engine to report; and an expression
/// that can fail in a row stays where it would be looked at.
package struct ConstantFolding: OptimizerPass {
  package let name = "constant-folding"

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    plan.rewrittenBottomUp { node in
      let folded = node.replacingExpressions { $0.rewrittenBottomUp(Self.fold) }
      if case .filter(let filter) = folded, filter.predicate == .literal(.bool(true), .bool) {
        return filter.input
      }
      return folded
    }
  }

  /// Folds one node whose operands are folded.
  package static func fold(_ expression: BoundExpression) -> BoundExpression {
    switch expression {
    case .literal, .column, .call, .quantified: expression
    case .not(let operand): foldNot(operand)
    case .and(let terms): foldJunction(terms, isAnd: true)
    case .or(let terms): foldJunction(terms, isAnd: false)
    case .comparison(let comparison, let left, let right):
      foldComparison(comparison, left, right)
    case .isMissing(let operand): foldIsMissing(operand)
    case .isIn(let operand, let values): foldIsIn(operand, values)
    case .arithmetic(let operation, let left, let right, let type):
      foldArithmetic(operation, left, right, type)
    case .negated(let operand): foldNegation(operand)
    case .coalesce(let terms, let type): foldCoalesce(terms, type)
    case .ifThenElse(let condition, let then, let otherwise, _):
      truth(of: condition).map { $0 ? then : otherwise } ?? expression
    case .converted(let operand, let type): foldConversion(operand, type)
    }
  }
}

// MARK: - Conditions

extension ConstantFolding {
  /// The truth of a literal where a condition is needed: missing is false.
  private static func truth(of expression: BoundExpression) -> Bool? {
    if case .literal(let value, .bool) = expression { value == .bool(true) } else { nil }
  }

  private static func condition(_ value: Bool) -> BoundExpression { .literal(.bool(value), .bool) }

  private static func foldNot(_ operand: BoundExpression) -> BoundExpression {
    if let truth = truth(of: operand) { return condition(!truth) }
    switch operand {
    case .not(let inner) where inner.isCondition: return inner
    case .comparison(.equal, let left, let right): return .comparison(.notEqual, left, right)
    case .comparison(.notEqual, let left, let right): return .comparison(.equal, left, right)
    default: return .not(operand)
    }
  }

  /// Drops the terms that change nothing, and those behind one that decides.
  private static func foldJunction(_ terms: [BoundExpression], isAnd: Bool) -> BoundExpression {
    var kept: [BoundExpression] = []
    for term in terms.flatMap({ nestedTerms(of: $0, isAnd: isAnd) }) {
      guard let truth = truth(of: term) else {
        kept.append(term)
        continue
      }
      if truth == isAnd { continue }
      // The term decides; those before it are looked at all the same if they can fail.
      if !kept.contains(where: { $0.mayFail }) { return condition(!isAnd) }
      kept.append(condition(!isAnd))
      break
    }
    if kept.isEmpty { return condition(isAnd) }
    if kept.count == 1, kept[0].isCondition { return kept[0] }
    return isAnd ? .and(kept) : .or(kept)
  }

  private static func nestedTerms(of term: BoundExpression, isAnd: Bool) -> [BoundExpression] {
    switch term {
    case .and(let terms) where isAnd: terms
    case .or(let terms) where !isAnd: terms
    default: [term]
    }
  }

  private static func foldComparison(
    _ comparison: BoundExpression.Comparison, _ left: BoundExpression, _ right: BoundExpression
  ) -> BoundExpression {
    if isMissingLiteral(left) && !right.mayFail || isMissingLiteral(right) && !left.mayFail {
      return condition(comparison == .notEqual)
    }
    guard case .literal(let leftValue, _) = left, case .literal(let rightValue, _) = right,
      let order = leftValue.order(rightValue)
    else { return .comparison(comparison, left, right) }
    return condition(comparison.holds(for: order))
  }

  private static func foldIsMissing(_ operand: BoundExpression) -> BoundExpression {
    if case .literal(let value, _) = operand { return condition(value.isMissing) }
    return operand.isCondition && !operand.mayFail ? condition(false) : .isMissing(operand)
  }

  private static func foldIsIn(
    _ operand: BoundExpression, _ values: [Value]
  ) -> BoundExpression {
    if case .literal(let value, _) = operand {
      return condition(!value.isMissing && values.contains { value.order($0) == .same })
    }
    return values.isEmpty && !operand.mayFail
      ? condition(false) : .isIn(operand, values: values)
  }
}

// MARK: - Values

extension ConstantFolding {
  private static func isMissingLiteral(_ expression: BoundExpression) -> Bool {
    if case .literal(.missing, _) = expression { true } else { false }
  }

  private static func foldArithmetic(
    _ operation: BoundExpression.Arithmetic, _ left: BoundExpression, _ right: BoundExpression,
    _ type: DataType
  ) -> BoundExpression {
    if isMissingLiteral(left) && !right.mayFail || isMissingLiteral(right) && !left.mayFail {
      return .literal(.missing, type)
    }
    guard case .literal(let leftValue, _) = left, case .literal(let rightValue, _) = right,
      let result = ConstantArithmetic.result(of: operation, leftValue, rightValue)
    else { return .arithmetic(operation, left, right, type) }
    return .literal(result, type)
  }

  private static func foldNegation(_ operand: BoundExpression) -> BoundExpression {
    guard case .literal(let value, let type) = operand,
      let result = ConstantArithmetic.negation(of: value)
    else { return .negated(operand) }
    return .literal(result, type)
  }

  private static func foldCoalesce(
    _ terms: [BoundExpression], _ type: DataType
  ) -> BoundExpression {
    var kept: [BoundExpression] = []
    for term in terms {
      if case .literal(let value, _) = term, value.isMissing { continue }
      kept.append(term)
      if case .literal = term { break }
      if term.isCondition { break }
    }
    if kept.isEmpty { return .literal(type.isList ? .list([]) : .missing, type) }
    return kept.count == 1 ? kept[0] : .coalesce(kept, type)
  }

  private static func foldConversion(
    _ operand: BoundExpression, _ type: DataType
  ) -> BoundExpression {
    if operand.type == type { return operand }
    guard case .literal(let value, _) = operand,
      let result = ConstantArithmetic.conversion(of: value, to: type)
    else { return .converted(operand, type) }
    return .literal(result, type)
  }
}

extension BoundExpression.Comparison {
  /// Whether the comparison is true of two values that stand so to each other.
  package func holds(for order: ValueOrder) -> Bool {
    switch self {
    case .equal: order == .same
    case .notEqual: order != .same
    case .less: order == .before
    case .lessOrEqual: order != .after
    case .greater: order == .after
    case .greaterOrEqual: order != .before
    }
  }
}
