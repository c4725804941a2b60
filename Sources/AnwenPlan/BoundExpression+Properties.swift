import AnwenTypes

extension BoundExpression {
  /// Whether it is a bool that is true or false in every row.
  ///
  /// Any other bool may be missing, which is false where a condition is needed, but not the same
  /// in a column.
  var isCondition: Bool {
    switch self {
    case .not, .and, .or, .comparison, .isMissing, .isIn, .quantified, .literal(.bool, _): true
    case .literal, .column, .arithmetic, .negated, .coalesce, .ifThenElse, .call, .converted: false
    }
  }

  /// Whether a row can make it fail, because a result does not fit its type.
  ///
  /// No pass may make an expression that can fail see more rows or fewer: an answer must not
  /// depend on the passes, and neither may an error.
  package var mayFail: Bool {
    if failsItself { return true }
    if case .quantified(_, _, let condition) = self, condition.mayFail { return true }
    return operands.contains { $0.mayFail }
  }

  private var failsItself: Bool {
    switch self {
    case .literal, .column, .not, .and, .or, .comparison, .isMissing, .isIn, .quantified,
      .coalesce, .ifThenElse:
      false
    case .negated(let operand): operand.type == .int
    case .arithmetic(let operation, let left, let right, let type):
      Self.arithmeticMayFail(operation, left, right, type)
    case .converted(let operand, let type): Self.conversionMayFail(from: operand.type, to: type)
    case .call(let function, let arguments, let type):
      function.mayFail(arguments.map(\.type), type)
    }
  }

  private static func arithmeticMayFail(
    _ operation: Arithmetic, _ left: BoundExpression, _ right: BoundExpression, _ type: DataType
  ) -> Bool {
    guard left.type == right.type else { return true }
    switch (operation, left.type) {
    // The difference of two days always fits.
    case (.subtract, .date): return false
    // The quotient of two ints has at most 19 digits before the point and 6 behind it.
    case (.divide, .int): return false
    // Only the division of the least int by −1 does not fit.
    case (.wholeDivide, .int), (.remainder, .int):
      guard case .literal(let divisor, _) = right else { return true }
      return divisor == .int(-1)
    default: return true
    }
  }

  private static func conversionMayFail(from source: DataType, to target: DataType) -> Bool {
    // An int has 19 digits, and at most 18 come behind the point; only a decimal can have too many.
    if case .decimal = source, case .decimal = target { return source != target }
    return false
  }
}

extension Aggregate {
  /// Whether rows can make it fail, because a result does not fit its type.
  package var mayFail: Bool {
    if argument?.mayFail == true || filter?.mayFail == true { return true }
    switch function {
    case .sum: return true
    // The mean of ints lies between them.
    case .avg, .median, .percentile: return argument?.type != .int
    case .stddev: return argument?.type == .float
    case .count, .countDistinct, .min, .max, .first, .last, .any, .every, .rate, .list:
      return false
    }
  }
}

extension LogicalPlan {
  /// Whether the node's own expressions can fail in a row.
  var nodeMayFail: Bool {
    switch self {
    case .scan, .values, .slice, .expand, .union, .totals, .rowsAtHand: false
    case .filter(let node): node.predicate.mayFail
    case .project(let node): node.expressions.contains { $0.mayFail }
    case .sort(let node): node.keys.contains { $0.expression.mayFail }
    case .aggregate(let node):
      node.keys.contains { $0.mayFail } || node.aggregates.contains { $0.mayFail }
    case .lookup(let node): node.key.mayFail || node.targetKey.mayFail
    case .groupJoin(let node):
      node.key.mayFail || node.manyKey.mayFail || node.aggregates.contains { $0.mayFail }
    case .window(let node):
      node.partition.contains { $0.mayFail } || node.order.contains { $0.expression.mayFail }
        || node.functions.contains { $0.mayFail }
    case .matching(let node): (node.keys + node.otherKeys).contains { $0.mayFail }
    case .join(let node): node.condition.mayFail
    // What the correlated rows compute is about the input's rows too.
    case .correlation(let node):
      node.many.mayFail || node.number.mayFail || node.aggregates.contains { $0.mayFail }
    }
  }

  /// Whether a row can make any node of the plan fail.
  package var mayFail: Bool { nodeMayFail || inputs.contains { $0.mayFail } }
}
