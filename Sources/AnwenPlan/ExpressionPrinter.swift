import AnwenDiagnostics
package import AnwenTypes

/// Prints expressions over one input, with as few parentheses as their structure needs.
package struct ExpressionPrinter {
  private let schema: Schema
  /// Names that more than one field has.
  private let repeatedNames: Set<String>

  package init(_ schema: Schema) {
    self.schema = schema
    var seen: Set<String> = []
    repeatedNames = Set(schema.fields.map(\.name).filter { !seen.insert($0).inserted })
  }

  package func text(_ expression: BoundExpression) -> String {
    var text = ""
    append(expression, to: &text, within: .lowest)
    return text
  }

  package func text(_ aggregate: Aggregate) -> String {
    var text = aggregate.function.rawValue + "("
    if let argument = aggregate.argument { text += self.text(argument) }
    if let part = aggregate.part { text += ", \(part)" }
    if let filter = aggregate.filter {
      text += (aggregate.argument == nil ? "" : " ") + "where " + self.text(filter)
    }
    return text + ")"
  }

  /// `#name`, or `#name[3]` where other columns have the name too.
  package func name(ofColumn position: Int) -> String {
    guard schema.fields.indices.contains(position) else { return "#[\(position)]" }
    let name = schema.fields[position].name
    let isRepeated = repeatedNames.contains(name)
    return "#" + Self.quoted(name: name) + (isRepeated ? "[\(position)]" : "")
  }

  /// How tightly an expression binds its operands.
  private enum Binding: Int {
    case lowest, or, and, not, comparison, sum, product, primary

    var next: Binding { Binding(rawValue: rawValue + 1) ?? .primary }
  }

  private static func binding(of expression: BoundExpression) -> Binding {
    switch expression {
    case .or(let terms): terms.count > 1 ? .or : .primary
    case .and(let terms): terms.count > 1 ? .and : .primary
    case .not: .not
    case .comparison, .isMissing, .isIn: .comparison
    case .arithmetic(.add, _, _, _), .arithmetic(.subtract, _, _, _): .sum
    case .arithmetic: .product
    case .literal, .column, .quantified, .negated, .coalesce, .ifThenElse, .call, .converted:
      .primary
    }
  }
}

extension ExpressionPrinter {
  /// Appends an expression, in parentheses if it binds less tightly than `outer`.
  private func append(
    _ expression: BoundExpression, to text: inout String, within outer: Binding
  ) {
    let binding = Self.binding(of: expression)
    let needsParentheses = binding.rawValue < outer.rawValue
    if needsParentheses { text += "(" }
    appendBare(expression, to: &text, binding)
    if needsParentheses { text += ")" }
  }

  private func appendBare(
    _ expression: BoundExpression, to text: inout String, _ binding: Binding
  ) {
    switch expression {
    case .literal(let value, let type): text += LiteralText.text(value, type)
    case .column(let position, _): text += name(ofColumn: position)
    case .not(let operand):
      text += "not "
      append(operand, to: &text, within: .not)
    case .and(let terms): appendJunction("and", terms, to: &text, binding)
    case .or(let terms): appendJunction("or", terms, to: &text, binding)
    case .comparison(let comparison, let left, let right):
      appendBinary(comparison.symbol, left, right, to: &text, within: (.sum, .sum))
    case .isMissing(let operand):
      append(operand, to: &text, within: .sum)
      text += " is missing"
    case .isIn(let operand, let values):
      append(operand, to: &text, within: .sum)
      let list = values.map { LiteralText.text($0, operand.type) }
      text += " in (" + list.joined(separator: ", ") + ")"
    case .quantified(let quantifier, let list, let condition):
      appendQuantifier(quantifier, list, condition, to: &text)
    case .arithmetic(let operation, let left, let right, _):
      appendBinary(operation.symbol, left, right, to: &text, within: (binding, binding.next))
    case .negated(let operand): appendCall("negated", [operand], to: &text)
    case .coalesce(let terms, _): appendCall("coalesce", terms, to: &text)
    case .ifThenElse(let condition, let then, let otherwise, _):
      appendCall("if", [condition, then, otherwise], to: &text)
    case .call(let function, let arguments, _):
      appendCall(function.id, arguments, to: &text)
    case .converted(let operand, let type):
      appendCall(LiteralText.name(of: type), [operand], to: &text)
    }
  }

  private func appendBinary(
    _ symbol: String, _ left: BoundExpression, _ right: BoundExpression,
    to text: inout String, within outer: (left: Binding, right: Binding)
  ) {
    append(left, to: &text, within: outer.left)
    text += " " + symbol + " "
    append(right, to: &text, within: outer.right)
  }

  /// One term alone, or none, is written as a call, since it is not the term itself.
  private func appendJunction(
    _ word: String, _ terms: [BoundExpression], to text: inout String, _ binding: Binding
  ) {
    if terms.count < 2 { return appendCall(word, terms, to: &text) }
    for (index, term) in terms.enumerated() {
      if index > 0 { text += " " + word + " " }
      append(term, to: &text, within: binding.next)
    }
  }

  private func appendCall(
    _ name: String, _ arguments: [BoundExpression], to text: inout String
  ) {
    text += name + "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      append(argument, to: &text, within: .lowest)
    }
    text += ")"
  }

  private func appendQuantifier(
    _ quantifier: BoundExpression.Quantifier, _ list: BoundExpression,
    _ condition: BoundExpression, to text: inout String
  ) {
    let label = LocalizedText(english: "element", chinese: "元素")
    let field = Field(name: "element", type: list.type.element, label: label)
    text += quantifier == .any ? "any(" : "every("
    append(list, to: &text, within: .lowest)
    text += ": "
    text += ExpressionPrinter(Schema([field])).text(condition)
    text += ")"
  }
}

extension BoundExpression.Comparison {
  fileprivate var symbol: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension BoundExpression.Arithmetic {
  fileprivate var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .wholeDivide: "div"
    case .remainder: "%"
    }
  }
}
