import AnwenDiagnostics
import AnwenFunctions
import AnwenTypes

/// Checks expressions over one input: that the columns exist, and that operands have types that
/// their operation takes.
struct ExpressionVerifier {
  private let place: String
  private let schema: Schema

  /// - Parameter place: the node, for the message.
  init(_ place: String, _ schema: Schema) {
    self.place = place
    self.schema = schema
  }

  func check(_ expression: BoundExpression, is type: DataType) throws(PlanDefect) {
    try check(expression)
    try require(expression.type == type, "\(name(expression.type)) where \(name(type)) is needed")
  }

  func check(_ expression: BoundExpression) throws(PlanDefect) {
    for operand in expression.operands { try check(operand) }
    try checkNode(expression)
  }

  /// Apart from the walk, whose frames stay small: a chain is as deep as it is long.
  private func checkNode(_ expression: BoundExpression) throws(PlanDefect) {
    switch expression {
    case .literal(let value, let type):
      try require(
        value.fits(type), "the literal \(LiteralText.text(value, type)) is no \(name(type))")
    case .column(let position, let type):
      try require(schema.fields.indices.contains(position), "no column \(position)")
      try require(
        schema.fields[position].type == type,
        "column \(position) is \(name(schema.fields[position].type)), not \(name(type))")
    case .not(let operand): try checkAll([operand], are: .bool)
    case .and(let terms), .or(let terms): try checkAll(terms, are: .bool)
    case .comparison(_, let left, let right):
      try require(
        left.type.compares(with: right.type),
        "a comparison of \(name(left.type)) and \(name(right.type))")
    case .isMissing: break
    case .isIn(let operand, let values):
      try require(
        values.allSatisfy { $0.fits(operand.type) },
        "a list of values that are no \(name(operand.type))")
    case .quantified(_, let list, let condition): try checkQuantifier(list, condition)
    case .arithmetic(let operation, let left, let right, let type):
      let result = operation.resultType(left.type, right.type)
      try require(
        result == type,
        "\(operation) of \(name(left.type)) and \(name(right.type)) gives no \(name(type))")
    case .negated(let operand): try require(operand.type.isNumeric, "minus \(name(operand.type))")
    case .coalesce(let terms, let type): try checkAll(terms, are: type)
    case .ifThenElse(let condition, let then, let otherwise, let type):
      try checkAll([condition], are: .bool)
      try checkAll([then, otherwise], are: type)
    case .call(let function, let arguments, let type):
      try require(
        Self.takes(function, arguments, type),
        "\(function.id) of \(arguments.map { name($0.type) }.joined(separator: ", ")) gives no \(name(type))"
      )
      if function == .matches { try checkPattern(arguments[1]) }
    case .converted(let operand, let type):
      try require(Self.converts(operand.type, to: type), "\(name(operand.type)) as \(name(type))")
    }
  }

  func check(_ aggregate: Aggregate) throws(PlanDefect) {
    if let filter = aggregate.filter { try check(filter, is: .bool) }
    if let argument = aggregate.argument { try check(argument) }
    let argument = aggregate.argument?.type
    let result = aggregate.function.resultType(of: argument)
    try require(
      result == aggregate.type,
      "\(aggregate.function.rawValue) of \(argument.map(name) ?? "rows") gives no "
        + "\(name(aggregate.type))")
    try require(
      (aggregate.function == .percentile) == (aggregate.part != nil), "a part of a percentile")
    if let part = aggregate.part {
      let bounds = DecimalNumber(0)...DecimalNumber(1)
      try require(bounds.contains(part), "the part \(part) of a percentile")
    }
  }
}

extension ExpressionVerifier {
  private func require(
    _ condition: Bool, _ message: @autoclosure () -> String
  ) throws(PlanDefect) {
    try PlanVerifier.require(condition, "\(place): \(message())")
  }

  private func name(_ type: DataType) -> String { LiteralText.name(of: type) }

  private func checkAll(
    _ expressions: [BoundExpression], are type: DataType
  ) throws(PlanDefect) {
    for expression in expressions {
      try require(expression.type == type, "\(name(expression.type)) where \(name(type)) is needed")
    }
  }

  private func checkPattern(_ pattern: BoundExpression) throws(PlanDefect) {
    guard case .literal(.text(let text), _) = pattern,
      (try? RegularExpression(text.string)) != nil
    else { throw PlanDefect(message: "\(place): a pattern that is no regular expression") }
  }

  private func checkQuantifier(
    _ list: BoundExpression, _ condition: BoundExpression
  ) throws(PlanDefect) {
    guard case .list(let element) = list.type else {
      throw PlanDefect(message: "\(place): a quantifier over \(name(list.type))")
    }
    let field = Field(name: "element", type: element, label: .init(english: "", chinese: ""))
    try ExpressionVerifier("\(place), element", Schema([field])).check(condition, is: .bool)
  }

  /// A reference, to which a pass may bring an equal column, counts as its key.
  private static func takes(
    _ function: ScalarFunction, _ arguments: [BoundExpression], _ result: DataType
  ) -> Bool {
    let arguments = arguments.map {
      FunctionArgument(type: $0.type.underlying, literal: $0.argument.literal)
    }
    return function.signature.takes(arguments, giving: result.underlying)
  }

  private static func converts(_ source: DataType, to target: DataType) -> Bool {
    switch (source, target) {
    case (.int, .decimal), (.int, .float), (.decimal, .float): true
    case (.decimal(let source), .decimal(let target)): target >= source
    default: source.underlying == target.underlying
    }
  }
}

extension Value {
  /// Whether it is a value of the type; missing is one of every type but a list.
  fileprivate func fits(_ type: DataType) -> Bool {
    switch (self, type.underlying) {
    case (.missing, .list): false
    case (.missing, _), (.bool, .bool), (.int, .int), (.float, .float), (.text, .text),
      (.date, .date), (.period, .period):
      true
    case (.decimal(let number), .decimal(let scale)): number.normalized.scale <= scale
    case (.rank(let rank), .enumeration(let enumeration)): rank < enumeration.cases.count
    case (.list(let elements), .list(let element)): elements.allSatisfy { $0.fits(element) }
    default: false
    }
  }
}
