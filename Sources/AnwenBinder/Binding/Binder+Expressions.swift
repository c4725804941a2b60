import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// Binds what gives a value; `expected` is the type that a bare word or literal takes.
  mutating func bindExpression(
    _ syntax: ExpressionSyntax, expecting expected: DataType? = nil, in scope: inout RowScope
  ) -> BoundExpression? {
    switch syntax {
    case .number, .range, .text, .bool, .period, .duration, .slot, .parameter, .expansion, .values,
      .name, .outer, .arithmetic, .negated, .aggregate, .measure, .call, .conditional, .window:
      return bindValue(syntax, expecting: expected, in: &scope)
    case .condition, .phrase, .mainDate, .bareValues, .key, .not, .and, .or, .comparison,
      .membership, .isMissing, .textMatch, .existence:
      return bindCondition(syntax, in: &scope)
    }
  }

  mutating func bindValue(
    _ syntax: ExpressionSyntax, expecting expected: DataType?, in scope: inout RowScope
  ) -> BoundExpression? {
    switch syntax {
    case .number(let number): return bindNumber(number, expecting: expected)
    case .range(let range): return bindRange(range, expecting: expected)
    case .text(let text, let place): return bindText(text, expecting: expected, at: place)
    case .bool(let value, _): return .literal(.bool(value), .bool)
    case .period(let periods): return bindPeriod(periods, expecting: expected)
    case .duration(let duration):
      report(TimeProblem.durationAlone(days: duration.days), at: duration.place)
      return nil
    case .slot(let name, let place) where arguments[name] != nil:
      return bindOuterArgument(name, at: place)
    case .parameter(_, let value, _): return bindValue(value, expecting: expected, in: &scope)
    case .expansion(let node): return bindExpansion(node, expecting: expected, in: &scope)
    case .slot:
      return withSubstitution(of: syntax) { binder, argument in
        if case .slot = argument { return nil }
        return binder.bindValue(argument, expecting: expected, in: &scope)
      }
    case .values(let list): return bindSingleValue(list, expecting: expected)
    case .name(let name): return bindName(name, in: &scope)
    case .outer(let name): return bindOuterName(name, in: &scope)
    case .arithmetic(let node): return bindArithmetic(node, in: &scope)
    case .negated(let operand, let place): return bindNegated(operand, at: place, in: &scope)
    case .aggregate(let node): return bindAggregate(node, in: &scope)
    case .measure(let node): return bindMeasure(node, in: &scope)
    case .call(let node): return bindCall(node, in: &scope)
    case .conditional(let node):
      return bindConditional(node, expecting: expected, in: &scope)
    case .window(let node): return bindWindow(node, in: &scope)
    case .condition, .phrase, .mainDate, .bareValues, .key, .not, .and, .or, .comparison,
      .membership, .isMissing, .textMatch, .existence:
      return bindCondition(syntax, in: &scope)
    }
  }

  // MARK: - Operators

  /// Binds the left operands of a chain first, in a loop: a long one must not exhaust the stack.
  private mutating func bindArithmetic(
    _ node: ArithmeticSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    var chain = [node]
    while dateShift(of: chain[chain.count - 1]) == nil,
      case .arithmetic(let left) = chain[chain.count - 1].left
    {
      chain.append(left)
    }
    var value: BoundExpression?
    for (index, node) in chain.enumerated().reversed() {
      if let shift = dateShift(of: node) {
        value = bindDateShift(shift, in: &scope)
      } else {
        if index == chain.count - 1 { value = bindExpression(node.left, in: &scope) }
        value = value.flatMap { bindArithmetic(node, left: $0, in: &scope) }
      }
      if value == nil { return nil }
    }
    return value
  }

  private mutating func bindArithmetic(
    _ node: ArithmeticSyntax, left: BoundExpression, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let right = bindExpression(node.right, in: &scope) else { return nil }
    let operation = node.arithmetic.bound
    guard let type = operation.resultType(left.type, right.type) else {
      reportArithmetic(
        node.arithmetic.rawValue, Misfit(type: left.type, syntax: node.left),
        Misfit(type: right.type, syntax: node.right), at: node.operatorPlace)
      return nil
    }
    note(node.arithmetic.rawValue, at: node.left.place.union(node.right.place))
    return .arithmetic(operation, left, right, type)
  }

  private mutating func bindNegated(
    _ operand: ExpressionSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let value = bindExpression(operand, in: &scope) else { return nil }
    guard value.type.isNumeric else {
      reportMisfit(
        of: "-", Misfit(type: value.type, syntax: operand), wanted: .decimal(scale: 0), at: place)
      return nil
    }
    note("negation", at: place)
    return .negated(value)
  }

  private mutating func bindConditional(
    _ node: ConditionalSyntax, expecting expected: DataType?, in scope: inout RowScope
  ) -> BoundExpression? {
    var (conditions, values): ([BoundExpression], [BoundExpression]) = ([], [])
    for branch in node.branches {
      guard let condition = bindCondition(branch.condition, in: &scope),
        let value = bindExpression(
          branch.value, expecting: expected ?? values.first?.type, in: &scope)
      else { return nil }
      conditions.append(condition)
      values.append(value)
    }
    if let otherwise = node.otherwise {
      guard
        let value = bindExpression(
          otherwise, expecting: expected ?? values.first?.type, in: &scope)
      else { return nil }
      values.append(value)
    }
    switch TypeRules.alike(values) {
    case .success(var values):
      let type = values[0].type
      let last =
        node.otherwise == nil
        ? .literal(type.isList ? .list([]) : .missing, type) : values.removeLast()
      return zip(conditions, values).reversed().reduce(last) { otherwise, branch in
        .ifThenElse(condition: branch.0, then: branch.1, otherwise: otherwise, type)
      }
    case .failure(let mismatch):
      let syntax = node.branches.map(\.value) + (node.otherwise.map { [$0] } ?? [])
      reportMismatch(
        of: node.branches.count == 1 ? "if" : "case",
        Misfit(type: mismatch.left, syntax: syntax[0]),
        Misfit(type: mismatch.right, syntax: syntax[mismatch.index]), at: node.place)
      return nil
    }
  }

  /// A derived column's value as the type that the model declares.
  mutating func converted(
    _ value: BoundExpression, to type: DataType, at place: SyntaxRange
  ) -> BoundExpression? {
    if value.type == type { return value }
    guard TypeRules.widens(value.type, to: type) else {
      report(
        .wrongDefinition(
          declared: words(for: type), found: words(for: value.type)),
        at: place)
      return nil
    }
    return .converted(value, type)
  }
}

extension ArithmeticSyntax.Operator {
  var bound: BoundExpression.Arithmetic {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .wholeDivide: .wholeDivide
    }
  }
}

extension ExpressionSyntax {
  /// Whether a bare word, a text or a number stands here, which means what the other side needs.
  var takesTypeFromContext: Bool {
    switch self {
    case .values, .text, .number: true
    case .parameter(_, let value, _): value.takesTypeFromContext
    default: false
    }
  }

  /// Whether a whole number of four digits stands here, which may be meant as a year.
  var isYear: Bool {
    guard case .number(let number) = self else { return false }
    return number.digits.utf8.count == 4 && number.magnitude == 0 && !number.isPercent
  }

  /// Whether a period stands here, or a year written as a number.
  var isPeriod: Bool {
    if case .period = self { true } else { isYear }
  }
}
