import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  /// Binds what must be true or false.
  mutating func bindCondition(
    _ syntax: ExpressionSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    switch syntax {
    case .and(let operands):
      return bindAll(operands, in: &scope).map { .and($0) }
    case .or(let operands):
      return bindAll(operands, in: &scope).map { .or($0) }
    case .not(let operand, _):
      return bindCondition(operand, in: &scope).map { .not($0) }
    case .condition(let name, let place): return bindNamedCondition(name, at: place, in: &scope)
    case .phrase(let phrase): return bindPhrase(phrase, in: &scope)
    case .mainDate(let periods): return bindMainDate(periods, in: &scope)
    case .bareValues(let values): return bindBareValues(values, in: &scope)
    case .key(let key, let place): return bindKey(key, at: place, in: &scope)
    case .comparison(let node): return bindComparison(node, in: &scope)
    case .membership(let node): return bindMembership(node, in: &scope)
    case .isMissing(let operand, _):
      return bindExpression(operand, in: &scope).map { .isMissing($0) }
    case .textMatch(let node): return bindTextMatch(node, in: &scope)
    case .existence(let node): return bindExistence(node, in: &scope)
    case .number, .text, .bool, .period, .slot, .values, .name, .arithmetic, .negated,
      .aggregate, .call, .conditional:
      return bindBooleanValue(syntax, in: &scope)
    }
  }

  mutating func bindAll(
    _ operands: [ExpressionSyntax], in scope: inout RowScope
  ) -> [BoundExpression]? {
    var bound: [BoundExpression] = []
    for operand in operands {
      guard let condition = bindCondition(operand, in: &scope) else { return nil }
      bound.append(condition)
    }
    return bound
  }

  private mutating func bindBooleanValue(
    _ syntax: ExpressionSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let value = bindValue(syntax, expecting: .bool, in: &scope) else { return nil }
    guard value.type == .bool else {
      report(.notACondition(BindingProblem.words(for: value.type)), at: syntax.place)
      return nil
    }
    return value
  }

  private mutating func bindNamedCondition(
    _ name: String, at place: SyntaxRange, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let rows = scope.rows,
      let condition = catalog.entities[rows.entity].condition(name)
    else {
      report(.unknownName(name, candidates: []), at: place)
      return nil
    }
    let fullName = catalog.entities[rows.entity].name + "." + name
    if let known = scope.definition(fullName, of: rows) { return known }
    let bound = bindBody(
      condition.body, named: fullName, entity: rows.entity, slotNames: [], in: &scope
    ) { binder, syntax, scope in
      binder.bindInEntity(rows, in: &scope) { binder, scope in
        binder.bindCondition(syntax, in: &scope)
      }
    }
    if let bound { scope.remember(fullName, of: rows, as: bound) }
    return bound
  }

  private mutating func bindPhrase(
    _ phrase: PhraseSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let rows = scope.rows, catalog.entities[rows.entity].name == phrase.entity,
      catalog.entities[rows.entity].phrases.indices.contains(phrase.id)
    else {
      report(.unknownName(phrase.entity, candidates: []), at: phrase.place)
      return nil
    }
    let declaration = catalog.entities[rows.entity].phrases[phrase.id]
    let outer = (slots, slotsAreInModel)
    (slots, slotsAreInModel) = (phrase.arguments, isInModel)
    defer { (slots, slotsAreInModel) = outer }
    return bindBody(
      declaration.body, named: "\(phrase.entity).phrase\(phrase.id)", entity: rows.entity,
      slotNames: declaration.slots.map(\.name), in: &scope
    ) { binder, syntax, scope in
      binder.bindInEntity(rows, in: &scope) { binder, scope in
        binder.bindCondition(syntax, in: &scope)
      }
    }
  }

  private mutating func bindMainDate(
    _ periods: PeriodListSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let rows = scope.rows, let index = catalog.entities[rows.entity].mainDate,
      let date = bindColumn(index, of: rows, in: &scope)
    else { return nil }
    return within(date, periods)
  }

  /// The row with a key, compared as spelled.
  private mutating func bindKey(
    _ key: String, at place: SyntaxRange, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let rows = scope.rows, let column = keyExpression(of: rows.entity, base: rows.base)
    else {
      report(.keyMismatch(key), at: place)
      return nil
    }
    guard let value = keyValue(key, type: column.type) else {
      report(.keyMismatch(key), at: place)
      return nil
    }
    return .comparison(.equal, column, .literal(value, column.type))
  }

  func keyValue(_ key: String, type: DataType) -> Value? {
    switch type {
    case .int: Int64(key).map { .int($0) }
    case .text: .text(key)
    case .reference(let reference):
      keyValue(key, type: reference.key == .int ? .int : .text)
    case .bool, .decimal, .float, .date, .period, .enumeration, .list: nil
    }
  }

  /// Values without a word that says of which column: the one column that can hold them.
  private mutating func bindBareValues(
    _ values: ValueListSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let rows = scope.rows, let type = values.values.first?.type else { return nil }
    let columns = catalog.entities[rows.entity].columns.indices.filter {
      catalog.entities[rows.entity].columns[$0].type.element.valueType == type
    }
    guard columns.count == 1, let index = columns.first else {
      let names = columns.map { catalog.entities[rows.entity].columns[$0].name }
      let written = values.values.map(spelling).joined(separator: ", ")
      report(.ambiguousColumn(value: written, columns: names), at: values.place)
      return nil
    }
    guard let column = bindColumn(index, of: rows, in: &scope) else { return nil }
    return isOneOf(column, values)
  }

  // MARK: - Comparisons

  private mutating func bindComparison(
    _ node: ComparisonSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let (left, right) = bindOperands(node.left, node.right, in: &scope) else { return nil }
    if left.type.isList || right.type.isList {
      report(.listCompared, at: node.operatorPlace)
      return nil
    }
    if (left.type == .date) != (right.type == .date),
      left.type == .period || right.type == .period || node.left.isYear || node.right.isYear
    {
      report(.dateEqualsPeriod, at: node.operatorPlace)
      return nil
    }
    guard let (first, second) = TypeRules.comparable(left, right) else {
      report(
        .typeMismatch(
          operation: node.comparison.rawValue, left: BindingProblem.words(for: left.type),
          right: BindingProblem.words(for: right.type)), at: node.operatorPlace)
      return nil
    }
    return .comparison(node.comparison.bound, first, second)
  }

  /// Binds two sides so that a bare word on one takes the type of the other.
  mutating func bindOperands(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, in scope: inout RowScope
  ) -> (BoundExpression, BoundExpression)? {
    if left.takesTypeFromContext, !right.takesTypeFromContext {
      guard let second = bindExpression(right, in: &scope),
        let first = bindExpression(left, expecting: second.type, in: &scope)
      else { return nil }
      return (first, second)
    }
    guard let first = bindExpression(left, in: &scope),
      let second = bindExpression(right, expecting: first.type, in: &scope)
    else { return nil }
    return (first, second)
  }

  private mutating func bindMembership(
    _ node: MembershipSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let subject = bindExpression(node.subject, in: &scope) else { return nil }
    switch node.kind {
    case .oneOf(let members): return bindMembers(members, of: subject, node: node, in: &scope)
    case .between(let low, let high):
      return bindBetween(subject, low, high, node: node, in: &scope)
    case .has(let member): return bindHas(subject, member, node: node, in: &scope)
    }
  }

  /// Each member is a value, or for a date a period that holds all its days.
  private mutating func bindMembers(
    _ members: [ExpressionSyntax], of subject: BoundExpression, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    guard !subject.type.isList else {
      report(.listCompared, at: node.operatorPlace)
      return nil
    }
    var choices: [BoundExpression] = []
    for member in members {
      let choice = withSubstitution(of: member) { binder, member in
        binder.bindMember(member, of: subject, node: node, in: &scope)
      }
      guard let choice else { return nil }
      choices.append(choice)
    }
    return merged(choices, about: subject)
  }

  private mutating func bindMember(
    _ member: ExpressionSyntax, of subject: BoundExpression, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    switch member {
    case .period(let periods) where subject.type == .date: return within(subject, periods)
    case .period(let periods) where subject.type == .period:
      return units(of: subject, within: periods)
    case .number(let number) where subject.type == .date: return withinYear(subject, number)
    case .values(let list): return isOneOf(subject, list)
    default:
      guard let value = bindExpression(member, expecting: subject.type, in: &scope) else {
        return nil
      }
      guard let (first, second) = TypeRules.comparable(subject, value) else {
        report(
          .typeMismatch(
            operation: "in", left: BindingProblem.words(for: subject.type),
            right: BindingProblem.words(for: value.type)), at: node.operatorPlace)
        return nil
      }
      return .comparison(.equal, first, second)
    }
  }

  /// Comparisons with literals of one column become one membership.
  private func merged(
    _ choices: [BoundExpression], about subject: BoundExpression
  ) -> BoundExpression {
    guard choices.count > 1 else { return choices[0] }
    var values: [Value] = []
    var others: [BoundExpression] = []
    for choice in choices {
      if case .comparison(.equal, subject, .literal(let value, _)) = choice {
        values.append(value)
      } else {
        others.append(choice)
      }
    }
    if !values.isEmpty { others.append(.isIn(subject, values: values)) }
    return others.count == 1 ? others[0] : .or(others)
  }

  private mutating func bindBetween(
    _ subject: BoundExpression, _ low: ExpressionSyntax, _ high: ExpressionSyntax,
    node: MembershipSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if subject.type == .date, low.isPeriod, high.isPeriod {
      guard let start = period(low), let end = period(high) else { return nil }
      return inDays(subject, from: start.start, through: end.last)
    }
    guard let first = bindExpression(low, expecting: subject.type, in: &scope),
      let last = bindExpression(high, expecting: subject.type, in: &scope)
    else { return nil }
    guard let (left, lower) = TypeRules.comparable(subject, first),
      let (right, upper) = TypeRules.comparable(subject, last)
    else {
      report(
        .typeMismatch(
          operation: "between", left: BindingProblem.words(for: subject.type),
          right: BindingProblem.words(for: first.type)), at: node.operatorPlace)
      return nil
    }
    return .and([
      .comparison(.greaterOrEqual, left, lower), .comparison(.lessOrEqual, right, upper),
    ])
  }

  private mutating func bindHas(
    _ subject: BoundExpression, _ member: ExpressionSyntax, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    guard case .list(let element) = subject.type else {
      report(
        .typeMismatch(
          operation: "has", left: BindingProblem.words(for: subject.type),
          right: BindingProblem.words(for: subject.type)), at: node.operatorPlace)
      return nil
    }
    return withSubstitution(of: member) { binder, member in
      if case .values(let list) = member { return binder.isOneOf(subject, list) }
      guard let value = binder.bindExpression(member, expecting: element, in: &scope),
        let (_, literal) = TypeRules.comparable(.column(0, element), value)
      else { return nil }
      return .quantified(
        .any, list: subject, condition: .comparison(.equal, .column(0, element), literal))
    }
  }

  private mutating func bindTextMatch(
    _ node: TextMatchSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let subject = bindExpression(node.subject, in: &scope),
      let pattern = bindExpression(node.pattern, expecting: .text, in: &scope)
    else { return nil }
    guard let text = TypeRules.asText(subject), pattern.type == .text else {
      report(
        .typeMismatch(
          operation: "contains", left: BindingProblem.words(for: subject.type),
          right: BindingProblem.words(for: pattern.type)), at: node.operatorPlace)
      return nil
    }
    let function: ScalarFunction =
      switch node.kind {
      case .contains: .contains
      case .startsWith: .startsWith
      case .endsWith: .endsWith
      }
    return .call(function, [text, pattern], .bool)
  }
}

extension ComparisonSyntax.Operator {
  var bound: BoundExpression.Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}
