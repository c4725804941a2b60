import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// The queries and definitions that a script names.
extension Binder {
  /// More queries and definitions are not put into one query: names that stand for one another
  /// twice each would otherwise double with each.
  private static let expansionLimit = 1_000

  /// The rows of a query that the script has named.
  mutating func bindNamedQuery(_ name: ScriptNameSyntax) -> RowScope? {
    guard case .query(let query, _, let text) = names.entries[name.index].meaning,
      mayExpand(at: name.place)
    else { return nil }
    // Places in its text are none of the query at hand.
    let outer = (self.text, arguments, slots, resolver, computations)
    (self.text, arguments, slots) = (text, [:], [:])
    defer { (self.text, arguments, slots, resolver, computations) = outer }
    if let asOf = query.asOf, !shiftToday(to: asOf) { return nil }
    return bindPipeline(query)
  }

  private mutating func mayExpand(at place: SyntaxRange) -> Bool {
    expansionCount += 1
    if expansionCount <= Binder.expansionLimit { return true }
    if !hasProblems {
      report(ScriptProblem.tooManyExpansions(limit: Binder.expansionLimit), at: place)
    }
    return false
  }

  /// Binds the body of a definition over the rows at hand.
  ///
  /// A literal argument stands in the body as it was written, so that it takes its type from what
  /// it meets there; any other is bound over the rows where the definition is used.
  mutating func bindExpansion(
    _ node: ExpansionSyntax, expecting expected: DataType?, in scope: inout RowScope
  ) -> BoundExpression? {
    guard case .definition(let definition) = names.entries[node.name.index].meaning,
      mayExpand(at: node.place)
    else { return nil }
    guard definition.parameters.count == node.arguments.count else {
      let problem = ScriptProblem.argumentCount(
        node.name.name, expected: definition.parameters.count, found: node.arguments.count)
      report(problem, at: node.place)
      return nil
    }
    var literals: [String: PhraseSyntax.Argument] = [:]
    var bound: [String: BoundExpression?] = [:]
    for (name, argument) in zip(definition.parameters, node.arguments) {
      if let literal = argument.literalArgument(spelled: spelling) {
        literals[name] = literal
      } else {
        guard let value = bindExpression(argument, in: &scope) else { return nil }
        bound[name] = .some(value)
      }
    }
    return bindBody(
      of: definition, node, literals: literals, bound: bound, expecting: expected, in: &scope)
  }

  private mutating func bindBody(
    of definition: ScriptNames.Definition, _ node: ExpansionSyntax,
    literals: [String: PhraseSyntax.Argument], bound: [String: BoundExpression?],
    expecting expected: DataType?, in scope: inout RowScope
  ) -> BoundExpression? {
    let entity = scope.rows.flatMap {
      vocabulary.entityIndex(catalog.entities[$0.entity].name)
    }
    let parsed = Parser.definitionBody(
      in: definition.text, definition.body, vocabulary: vocabulary,
      names: names.prefix(definition.nameCount), entity: entity,
      parameters: definition.parameters)
    var problems = parsed.diagnostics
    for reading in parsed.readings {
      var attempt = (binder: self, scope: scope)
      attempt.binder.text = definition.text
      attempt.binder.isInModel = false
      (attempt.binder.slots, attempt.binder.slotsAreInModel) = (literals, false)
      attempt.binder.arguments = bound
      attempt.binder.diagnostics = []
      let value = attempt.binder.bindExpression(reading, expecting: expected, in: &attempt.scope)
      expansionCount = attempt.binder.expansionCount
      if let value, attempt.binder.diagnostics.isEmpty {
        scope = attempt.scope
        usesSample = attempt.binder.usesSample
        parsedBodies = attempt.binder.parsedBodies
        return value
      }
      problems = attempt.binder.diagnostics
    }
    if let own = problems.first?.problem as? ScriptProblem, own.isAboutCall {
      report(own, at: node.place)
    } else if let first = problems.first {
      report(ScriptProblem.inDefinition(node.name.name, first.problem.message), at: node.place)
    }
    return nil
  }

  /// What stands for a parameter of the definition at hand.
  mutating func bindOuterArgument(_ name: String, at place: SyntaxRange) -> BoundExpression? {
    if let argument = arguments[name], let value = argument { return value }
    report(ScriptProblem.argumentOfOtherRows(name), at: place)
    return nil
  }
}

extension ExpressionSyntax {
  /// A literal as what may stand in a slot.
  ///
  /// - Parameter spelling: how a value is written where the literal stands, which is another text
  ///   than that of the definition.
  fileprivate func literalArgument(
    spelled spelling: (ValueSyntax) -> String
  ) -> PhraseSyntax.Argument? {
    switch self {
    case .number(let number): return .number(number)
    case .period(let periods): return .periods(periods)
    case .text(let text, let place): return .text(text, place, parameter: nil)
    case .parameter(_, let value, _): return value.literalArgument(spelled: spelling)
    case .values(let list):
      let values = list.values.map { value in
        let use = ParameterUse(name: value.key, text: spelling(value))
        return ValueSyntax(
          key: value.key, type: value.type, place: value.place,
          parameter: value.type == nil ? nil : use)
      }
      return .values(ValueListSyntax(values: values, joining: list.joining, place: list.place))
    default: return nil
    }
  }
}

extension ScriptProblem {
  /// Whether it is the values given to a definition that are wrong, and not its body.
  fileprivate var isAboutCall: Bool {
    if case .argumentOfOtherRows = self { true } else { false }
  }
}
