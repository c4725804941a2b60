import AnwenTypes

extension BoundExpression {
  /// The operands, which are all over the same input as the expression.
  ///
  /// The condition of a quantifier is none of them: its columns are those of an element.
  package var operands: [BoundExpression] {
    switch self {
    case .literal, .column: []
    case .not(let operand), .isMissing(let operand), .isIn(let operand, _),
      .quantified(_, let operand, _), .negated(let operand), .converted(let operand, _):
      [operand]
    case .comparison(_, let left, let right), .arithmetic(_, let left, let right, _):
      [left, right]
    case .and(let terms), .or(let terms), .coalesce(let terms, _), .call(_, let terms, _): terms
    case .ifThenElse(let condition, let then, let otherwise, _): [condition, then, otherwise]
    }
  }

  /// The same expression over other operands, in the order of ``operands``.
  ///
  /// - Precondition: there are as many, of the same types.
  func replacingOperands(_ operands: [BoundExpression]) -> BoundExpression {
    switch self {
    case .literal, .column: self
    case .not: .not(operands[0])
    case .and: .and(operands)
    case .or: .or(operands)
    case .comparison(let comparison, _, _): .comparison(comparison, operands[0], operands[1])
    case .isMissing: .isMissing(operands[0])
    case .isIn(_, let values): .isIn(operands[0], values: values)
    case .quantified(let quantifier, _, let condition):
      .quantified(quantifier, list: operands[0], condition: condition)
    case .arithmetic(let operation, _, _, let type):
      .arithmetic(operation, operands[0], operands[1], type)
    case .negated: .negated(operands[0])
    case .coalesce(_, let type): .coalesce(operands, type)
    case .ifThenElse(_, _, _, let type):
      .ifThenElse(condition: operands[0], then: operands[1], otherwise: operands[2], type)
    case .call(let function, _, let type): .call(function, operands, type)
    case .converted(_, let type): .converted(operands[0], type)
    }
  }

  /// Calls `visit` with each position of the input that is read, as often as it is read.
  func forEachColumn(_ visit: (Int) -> Void) {
    if case .column(let position, _) = self { visit(position) }
    for operand in operands { operand.forEachColumn(visit) }
  }

  /// The positions of the input that are read.
  package var columns: Set<Int> {
    var columns: Set<Int> = []
    forEachColumn { columns.insert($0) }
    return columns
  }

  /// How many nodes the expression has, counted up to `limit`.
  package func nodeCount(upTo limit: Int) -> Int {
    var count = 1
    for operand in operands where count < limit {
      count += operand.nodeCount(upTo: limit - count)
    }
    if case .quantified(_, _, let condition) = self, count < limit {
      count += condition.nodeCount(upTo: limit - count)
    }
    return min(count, limit)
  }
}

extension BoundExpression {
  /// Replaces each node by `transform` of it, the operands first; the condition of a quantifier
  /// is rewritten like an operand.
  func rewrittenBottomUp(
    _ transform: (BoundExpression) -> BoundExpression
  ) -> BoundExpression {
    let operands = operands
    let rewritten =
      operands.isEmpty
      ? self : replacingOperands(operands.map { $0.rewrittenBottomUp(transform) })
    return transform(rewritten.rewritingCondition(transform))
  }

  private func rewritingCondition(
    _ transform: (BoundExpression) -> BoundExpression
  ) -> BoundExpression {
    guard case .quantified(let quantifier, let list, let condition) = self else { return self }
    return .quantified(
      quantifier, list: list, condition: condition.rewrittenBottomUp(transform))
  }

  /// Puts another expression in the place of each column that is read.
  ///
  /// - Precondition: `replacement` gives an expression of the same type.
  func replacingColumns(
    _ replacement: (_ position: Int, _ type: DataType) -> BoundExpression
  ) -> BoundExpression {
    if case .column(let position, let type) = self { return replacement(position, type) }
    let operands = operands
    if operands.isEmpty { return self }
    return replacingOperands(operands.map { $0.replacingColumns(replacement) })
  }

  /// The same expression over an input whose columns stand elsewhere.
  package func remappingColumns(_ position: (Int) -> Int) -> BoundExpression {
    replacingColumns { old, type in .column(position(old), type) }
  }
}
