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
      return underNegation(syntax) { $0.bindCondition(operand, in: &scope) }.map { .not($0) }
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
    case .existence(let node): return bindExistenceInEach(node, in: &scope)
    case .number, .range, .text, .bool, .period, .duration, .slot, .parameter, .expansion, .values,
      .name, .outer, .arithmetic, .negated, .aggregate, .measure, .call, .conditional, .window:
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
      report(.notACondition(words(for: value.type)), at: syntax.place)
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
}
