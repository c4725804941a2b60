/// The canonical English text of an expression, without spaces: the key of a column that has no
/// alias.
package enum CanonicalText {
  package static func of(_ expression: ExpressionSyntax) -> String {
    switch expression {
    case .number(let number): numberText(number)
    case .range(let range): range.text
    case .text(let text, _): "\"" + text + "\""
    case .bool(let value, _): value ? "true" : "false"
    case .period(let list), .mainDate(let list): periodsText(list)
    case .duration(let duration):
      PeriodPrinter(.english).print(duration).replacing(" ", with: "")
    case .slot(let name, _): "{" + name + "}"
    case .parameter(let name, _, _): name
    case .expansion(let node):
      node.arguments.isEmpty
        ? node.name.name
        : node.name.name + "(" + node.arguments.map(of).joined(separator: ",") + ")"
    case .values(let list), .bareValues(let list): valuesText(list)
    case .name(let name): name.path.joined(separator: ".")
    case .outer(let name): "outer." + name.path.joined(separator: ".")
    case .condition(let name, _): name
    case .phrase(let phrase): phraseText(phrase)
    case .key(let key, _): key
    case .not(let operand, _): "not(" + of(operand) + ")"
    case .and(let operands): "(" + operands.map(of).joined(separator: ")and(") + ")"
    case .or(let operands): "(" + operands.map(of).joined(separator: ")or(") + ")"
    case .comparison(let node): of(node.left) + node.comparison.rawValue + of(node.right)
    case .arithmetic(let node): arithmeticText(node)
    case .negated(let operand, _): "-" + of(operand)
    case .membership(let node): membershipText(node)
    case .isMissing(let operand, _): of(operand) + "_is_missing"
    case .textMatch(let node): of(node.subject) + "_\(node.kind)_" + of(node.pattern)
    case .existence(let node): existenceText(node)
    case .aggregate(let node): aggregateText(node)
    case .measure(let node): measureText(node)
    case .call(let node):
      node.function + "(" + node.arguments.map(of).joined(separator: ",") + ")"
    case .conditional(let node):
      "if("
        + (node.branches.flatMap { [$0.condition, $0.value] } + (node.otherwise.map { [$0] } ?? []))
        .map(of).joined(separator: ",") + ")"
    case .window(let node): windowText(node)
    }
  }

  private static func windowText(_ node: WindowSyntax) -> String {
    var parts = node.function.keywords.map { $0.rawValue.replacing(" ", with: "_") }
    parts += node.function.rowCount.map { [$0.description] } ?? []
    var text = parts.joined(separator: "_")
    if let argument = node.function.argument { text += "(" + of(argument) + ")" }
    let order = node.order.map { of($0.expression) + ($0.isDescending ? "_desc" : "") }
    if !order.isEmpty { text += "_by(" + order.joined(separator: ",") + ")" }
    if !node.groups.isEmpty {
      text += "_per(" + node.groups.map(of).joined(separator: ",") + ")"
    }
    return text
  }

  private static func phraseText(_ phrase: PhraseSyntax) -> String {
    let arguments = phrase.arguments.sorted { $0.key < $1.key }.map { _, argument in
      switch argument {
      case .values(let list): valuesText(list)
      case .periods(let list): periodsText(list)
      case .number(let number): numberText(number)
      case .text(let text, _, _): "\"" + text + "\""
      }
    }
    let name = phrase.entity + ".phrase\(phrase.id)"
    return arguments.isEmpty ? name : name + "(" + arguments.joined(separator: ",") + ")"
  }

  private static func periodsText(_ list: PeriodListSyntax) -> String {
    (list.isEach ? "each of " : "")
      + (list.parameter?.name ?? PeriodPrinter(.english).print(list.period))
  }

  private static func valuesText(_ list: ValueListSyntax) -> String {
    let keys = list.values.map { $0.parameter?.name ?? $0.key }
    return switch list.joining {
    case .any: keys.joined(separator: ",")
    case .all: "both(" + keys.joined(separator: ",") + ")"
    case .plainAnd: keys.joined(separator: "+")
    }
  }

  private static func numberText(_ number: NumberSyntax) -> String {
    if let parameter = number.parameter { return parameter.name }
    return number.digits + unit(of: number)
  }

  /// What stands behind the digits of a number.
  package static func unit(of number: NumberSyntax) -> String {
    let unit = number.magnitude == 4 ? "万" : number.magnitude == 8 ? "亿" : ""
    return (number.isPercent ? "%" : "") + unit
  }

  private static func arithmeticText(_ node: ArithmeticSyntax) -> String {
    let word = node.arithmetic == .wholeDivide ? "_div_" : node.arithmetic.rawValue
    return operandText(node.left) + word + operandText(node.right)
  }

  private static func operandText(_ operand: ExpressionSyntax) -> String {
    if case .arithmetic = operand { "(" + of(operand) + ")" } else { of(operand) }
  }

  private static func membershipText(_ node: MembershipSyntax) -> String {
    switch node.kind {
    case .oneOf(let members):
      of(node.subject) + "_in(" + members.map(of).joined(separator: ",") + ")"
    case .between(let low, let high):
      of(node.subject) + "_between(" + of(low) + "," + of(high) + ")"
    case .has(let value): of(node.subject) + "_has(" + of(value) + ")"
    case .relation(let relation, let operand):
      of(node.subject) + "_\(relation)(" + of(operand) + ")"
    }
  }

  private static func existenceText(_ node: ExistenceSyntax) -> String {
    let subject =
      switch node.subject {
      case .related(let related): relatedText(related)
      case .column(let name): name.path.joined(separator: ".")
      }
    return switch node.quantity {
    case .some: "with(" + subject + ")"
    case .none: "without(" + subject + ")"
    case .only: "with_only(" + subject + ")"
    case .atLeast(let count): "with_at_least_\(count)(" + subject + ")"
    case .atMost(let count): "with_at_most_\(count)(" + subject + ")"
    case .exactly(let count): "with_exactly_\(count)(" + subject + ")"
    }
  }

  private static func aggregateText(_ node: AggregateSyntax) -> String {
    var text = node.function.rawValue.replacing(" ", with: "_")
    let argument = node.argument.map(of)
    let relation = node.relation.map(relatedText)
    let inner = [argument, relation].compactMap { $0 }.joined(separator: "_of_")
    let part = node.part.map { "," + numberText($0) } ?? ""
    if !inner.isEmpty { text += "(" + inner + part + ")" }
    if let filter = node.filter { text += "_where(" + of(filter) + ")" }
    return text
  }

  private static func measureText(_ node: MeasureSyntax) -> String {
    let relation = node.relation.map { "(" + relatedText($0) + ")" } ?? ""
    let filter = node.filter.map { "_where(" + of($0) + ")" } ?? ""
    return node.name + relation + filter
  }

  private static func relatedText(_ related: RelatedSyntax) -> String {
    let clause = related.clause
    let name = related.path.isEmpty ? clause.entity : related.path.joined(separator: ".")
    if clause.modifiers.isEmpty { return name }
    // A conjunction among modifiers is two of them.
    let parts = clause.modifiers.flatMap(\.conjuncts)
    return name + "_where(" + parts.map(of).joined(separator: ")and(") + ")"
  }
}
