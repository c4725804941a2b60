import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// Binds what gives a value; `expected` is the type that a bare word or literal takes.
  mutating func bindExpression(
    _ syntax: ExpressionSyntax, expecting expected: DataType? = nil, in scope: inout RowScope
  ) -> BoundExpression? {
    switch syntax {
    case .number, .text, .bool, .period, .slot, .values, .name, .arithmetic, .negated,
      .aggregate, .call, .conditional:
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
    case .text(let text, let place): return bindText(text, expecting: expected, at: place)
    case .bool(let value, _): return .literal(.bool(value), .bool)
    case .period(let periods): return bindPeriod(periods, expecting: expected)
    case .slot:
      return withSubstitution(of: syntax) { binder, argument in
        if case .slot = argument { return nil }
        return binder.bindValue(argument, expecting: expected, in: &scope)
      }
    case .values(let list): return bindSingleValue(list, expecting: expected)
    case .name(let name): return bindName(name, in: &scope)
    case .arithmetic(let node): return bindArithmetic(node, in: &scope)
    case .negated(let operand, let place): return bindNegated(operand, at: place, in: &scope)
    case .aggregate(let node): return bindRelatedAggregate(node, in: &scope)
    case .call(let node): return bindCall(node, in: &scope)
    case .conditional(let node):
      return bindConditional(node, expecting: expected, in: &scope)
    case .condition, .phrase, .mainDate, .bareValues, .key, .not, .and, .or, .comparison,
      .membership, .isMissing, .textMatch, .existence:
      return bindCondition(syntax, in: &scope)
    }
  }

  // MARK: - Literals

  private mutating func bindNumber(
    _ number: NumberSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard let decimal = DecimalNumber(literal: number) else {
      report(.numberOutOfRange(number.digits), at: number.place)
      return nil
    }
    guard decimal.scale == 0, !number.isPercent else {
      return .literal(.decimal(decimal), .decimal(scale: decimal.scale))
    }
    guard let int = Int64(exactly: decimal.unscaled) else {
      report(.numberOutOfRange(number.digits), at: number.place)
      return nil
    }
    if expected == .period, let year = Int(exactly: int),
      let first = CalendarDate(year: year, month: 1, day: 1),
      let period = Period(.year, containing: first)
    {
      return .literal(.period(period), .period)
    }
    if case .reference(let reference) = expected, reference.key == .text {
      return .literal(.text(number.digits), .reference(reference))
    }
    return .literal(.int(int), .int)
  }

  private mutating func bindText(
    _ text: String, expecting expected: DataType?, at place: SyntaxRange
  ) -> BoundExpression? {
    switch expected?.element {
    case .enumeration(let enumeration):
      let word = vocabulary.values(spelled: text, of: .enumeration(enumeration.name)).first
      let value = ValueSyntax(
        key: word?.key ?? text, type: word?.type, place: place)
      return bindNamedValue(value, as: .enumeration(enumeration))
    case .reference(let reference):
      let type = ValueType.entity(reference.entity)
      let named = vocabulary.values(spelled: text, of: type)
      let keys = Set(named.map(\.key)).sorted()
      guard keys.count < 2 else {
        report(.ambiguousValue(text, keys: keys), at: place)
        return nil
      }
      let word =
        named.first
        ?? vocabulary.values.first { $0.type == type && $0.key == text }
      let value = ValueSyntax(key: word?.key ?? text, type: word?.type, place: place)
      return bindNamedValue(value, as: .reference(reference))
    default: return .literal(.text(text), .text)
    }
  }

  /// A day is a date where a date is needed or nothing says otherwise.
  private mutating func bindPeriod(
    _ periods: PeriodListSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard let resolved = resolve(periods) else { return nil }
    guard resolved.count == 1, let period = resolved.first else {
      report(.severalPeriods, at: periods.place)
      return nil
    }
    if period.granularity == .day, let day = period.start, expected != .period {
      return .literal(.date(day), .date)
    }
    return .literal(.period(period), .period)
  }

  private mutating func bindSingleValue(
    _ list: ValueListSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard list.values.count == 1, let value = list.values.first else {
      report(.listCompared, at: list.place)
      return nil
    }
    let type = expected ?? naturalType(of: value)
    return bindNamedValue(value, as: type.element)
  }

  private func naturalType(of value: ValueSyntax) -> DataType {
    switch value.type {
    case .entity(let name):
      guard let index = catalog.entityIndex(name), let key = keyExpression(of: index, base: 0)
      else { return .text }
      let kind: ReferenceType.Key = key.type == .int ? .int : .text
      return .reference(ReferenceType(entity: name, key: kind))
    case .enumeration(let name):
      return catalog.enumeration(name).map { .enumeration($0.type) } ?? .text
    case nil: return .text
    }
  }

  // MARK: - Operators

  private mutating func bindArithmetic(
    _ node: ArithmeticSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let left = bindExpression(node.left, in: &scope),
      let right = bindExpression(node.right, in: &scope)
    else { return nil }
    let operation = node.arithmetic.bound
    guard let type = operation.resultType(left.type, right.type) else {
      report(
        .typeMismatch(
          operation: node.arithmetic.rawValue, left: BindingProblem.words(for: left.type),
          right: BindingProblem.words(for: right.type)), at: node.operatorPlace)
      return nil
    }
    return .arithmetic(operation, left, right, type)
  }

  private mutating func bindNegated(
    _ operand: ExpressionSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let value = bindExpression(operand, in: &scope) else { return nil }
    guard value.type.isNumeric else {
      let words = BindingProblem.words(for: value.type)
      report(.typeMismatch(operation: "-", left: words, right: words), at: place)
      return nil
    }
    return .negated(value)
  }

  private mutating func bindConditional(
    _ node: ConditionalSyntax, expecting expected: DataType?, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let condition = bindCondition(node.condition, in: &scope),
      let then = bindExpression(node.then, expecting: expected, in: &scope),
      let otherwise = bindExpression(
        node.otherwise, expecting: expected ?? then.type, in: &scope)
    else { return nil }
    guard let (first, second) = TypeRules.comparable(then, otherwise) else {
      report(
        .typeMismatch(
          operation: "if", left: BindingProblem.words(for: then.type),
          right: BindingProblem.words(for: otherwise.type)), at: node.place)
      return nil
    }
    return .ifThenElse(condition: condition, then: first, otherwise: second, first.type)
  }

  /// A derived column's value as the type that the model declares.
  mutating func converted(
    _ value: BoundExpression, to type: DataType, at place: SyntaxRange
  ) -> BoundExpression? {
    if value.type == type { return value }
    guard TypeRules.widens(value.type, to: type) else {
      report(
        .wrongDefinition(
          declared: BindingProblem.words(for: type), found: BindingProblem.words(for: value.type)),
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
  /// Whether a bare word or text stands here, which means what the other side needs.
  var takesTypeFromContext: Bool {
    switch self {
    case .values, .text, .number: true
    default: false
    }
  }
}

extension ExpressionSyntax {
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

extension DecimalNumber {
  /// A number as written, with 万, 亿 and % worked in; nil where it does not fit.
  init?(literal: NumberSyntax) {
    guard let digits = DecimalNumber(literal.digits)?.normalized else { return nil }
    let scale = digits.scale + (literal.isPercent ? 2 : 0)
    guard scale <= Self.maximumScale else { return nil }
    let factor = DecimalNumber(unscaled: Self.powerOfTen(literal.magnitude), scale: 0)
    let number = DecimalNumber(unscaled: digits.unscaled, scale: scale)
    guard let product = try? number.multiplied(by: factor) else { return nil }
    self = product.normalized
  }
}
