/// Names that statements above have given.
extension Parser {
  /// A parameter, or a definition with its arguments.
  ///
  ///     script_name = PARAMETER | DEFINED [ "(" condition { ( "," | "、" ) condition } ")" ] .
  mutating func parseScriptNames(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard !names.entries.isEmpty else { return [] }
    let start = skipSpace(position)
    var found: [Reading<ExpressionSyntax>] = []
    for (end, index) in scriptNames(at: start) {
      let entry = names.entries[index]
      switch entry.meaning {
      case .parameter(let type, let value):
        guard type == .text || type == .bool else { continue }
        let node = ExpressionSyntax.parameter(entry.name, value, place(start, end))
        found.append(Reading(node, end: end, words: [WordSpan(start, end)]))
      case .definition(let definition):
        let name = ScriptNameSyntax(entry.name, index: index, place: place(start, end))
        found += parseExpansion(of: name, definition, behind: end, start: start, scope: scope)
      case .query: continue
      }
    }
    return found
  }

  /// A name that the script gave wins over any word of the model: whoever wrote the script chose
  /// it, and a change of the model must not change what the script means.
  mutating func preferringScriptNames(
    _ readings: [Reading<ExpressionSyntax>], at position: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard !names.entries.isEmpty || slotsAreBare else { return readings }
    let ends = readings.filter(\.node.isScriptName).map(\.end)
    return readings.filter { $0.node.isScriptName || !ends.contains($0.end) }
  }

  /// A parameter of the definition whose body this is.
  func parseBareSlot(at start: Int) -> [Reading<ExpressionSyntax>] {
    for slot in slots {
      guard let end = literalEnd(slot.lowercased(), at: start) else { continue }
      return [
        Reading(.slot(slot, place(start, end)), end: end, words: [WordSpan(start, end)])
      ]
    }
    return []
  }

  private mutating func parseExpansion(
    of name: ScriptNameSyntax, _ definition: ScriptNames.Definition, behind end: Int, start: Int,
    scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard !definition.parameters.isEmpty else {
      let node = ExpansionSyntax(name: name, arguments: [], place: place(start, end))
      return [Reading(.expansion(node), end: end, words: [WordSpan(start, end)])]
    }
    guard end < limit, text.folded[end] == 0x28 else {
      failure.record(.symbol("("), at: end)
      return []
    }
    let lists = parseList(from: end + 1) { parser, argument in
      parser.parseCondition(at: argument, scope: scope)
    }
    return lists.map { list in
      let node = ExpansionSyntax(
        name: name, arguments: list.node, place: place(start, list.end))
      return Reading(
        .expansion(node), end: list.end, words: [WordSpan(start, end)] + list.words)
    }
  }

  /// The names of the script that start at a unit.
  mutating func scriptNames(at start: Int) -> [(end: Int, index: Int)] {
    guard !names.entries.isEmpty else { return [] }
    return words(at: start).compactMap { word in
      if case .scriptName(let index) = word.meaning { (word.end, index) } else { nil }
    }
  }

  /// The parameters of one of some types that start at a unit, with their values.
  mutating func parameters(
    at start: Int, where fits: (ParameterType) -> Bool
  ) -> [(end: Int, name: String, value: ExpressionSyntax)] {
    scriptNames(at: start).compactMap { end, index in
      guard case .parameter(let type, let value) = names.entries[index].meaning, fits(type) else {
        return nil
      }
      return (end, names.entries[index].name, value)
    }
  }

  /// What parameters of a named type, and texts that are such names, stand for.
  mutating func parameterValues(at start: Int) -> [(end: Int, value: ValueWord)] {
    parameters(at: start) { type in
      if case .value = type { true } else { type == .text }
    }.flatMap { end, name, value -> [(end: Int, value: ValueWord)] in
      switch value {
      case .values(let list):
        return list.values.compactMap { value in
          guard let type = value.type else { return nil }
          let use = ParameterUse(name: name, text: value.parameter?.text ?? value.key)
          return (end, ValueWord(spelling: name, key: value.key, type: type, parameter: use))
        }
      case .text(let text, _):
        return vocabulary.values(spelled: text).map { word in
          let use = ParameterUse(name: name, text: text)
          return (end, ValueWord(spelling: name, key: word.key, type: word.type, parameter: use))
        }
      default: return []
      }
    }
  }

  /// What parameters that are periods or days stand for.
  mutating func parameterPeriods(at start: Int) -> [PeriodMatch] {
    parameters(at: start) { $0 == .period || $0 == .date }.compactMap { end, name, value in
      guard case .period(let periods) = value else { return nil }
      let use = ParameterUse(name: name, text: "")
      return PeriodMatch(end: end, syntax: periods.period, parameter: use)
    }
  }

  /// What a parameter that is a number stands for.
  mutating func parseNumberParameter(at start: Int) -> Reading<NumberSyntax>? {
    let found = parameters(at: start) { $0 == .int || $0 == .decimal }.first
    guard let (end, name, value) = found, case .number(let number) = value else { return nil }
    let node = NumberSyntax(
      digits: number.digits, isPercent: number.isPercent, magnitude: number.magnitude,
      place: place(start, end), parameter: ParameterUse(name: name, text: number.digits))
    return Reading(node, end: end, words: [WordSpan(start, end)])
  }

  /// What parameters that are texts stand for, in a slot that takes a text.
  mutating func parameterTexts(at position: Int) -> [Reading<PhraseSyntax.Argument>] {
    let start = skipSpace(position)
    return parameters(at: start) { $0 == .text }.compactMap { end, name, value in
      guard case .text(let text, _) = value else { return nil }
      let argument = PhraseSyntax.Argument.text(
        text, place(start, end), parameter: ParameterUse(name: name, text: text))
      return Reading(argument, end: end, words: [WordSpan(start, end)])
    }
  }

  // MARK: - Queries

  /// The named queries whose rows are those of an entity, as nouns of it.
  func queryNouns(of entity: Int) -> [WordMeaning] {
    names.entries.indices.filter { index in
      guard case .query(_, let scope, _) = names.entries[index].meaning else { return false }
      return scope.entity == entity
    }.map { .scriptName($0) }
  }

  /// The scope behind a named query, in this parser.
  mutating func scopeIndex(of named: NamedScope) -> Int {
    let inner = named.inner.sorted { $0.key < $1.key }.map { ($0.key, scopeIndex(of: $0.value)) }
    let rows = named.rows.map { scopeIndex(of: $0) }
    let definitions = named.names.definitions.map { definition in
      var definition = definition
      definition.scope = inner.first { $0.0 == definition.scope }?.1
      return definition
    }
    let joined = zip(named.names.joined, named.joined).map { rows, scope in
      ParserScope.JoinedRows(
        name: rows.name, spellings: rows.spellings, scope: scopeIndex(of: scope))
    }
    scopes.append(named.names.with(definitions: definitions, rows: rows, joined: joined))
    return scopes.count - 1
  }

  /// A scope of this parser as a value that another one can read.
  func namedScope(_ index: Int) -> NamedScope {
    let scope = scopes[index]
    var inner: [Int: NamedScope] = [:]
    for place in scope.definitions.compactMap(\.scope) where inner[place] == nil {
      inner[place] = namedScope(place)
    }
    return NamedScope(
      scope, inner: inner, rows: scope.rows.map(namedScope),
      joined: scope.joined.map { namedScope($0.scope) })
  }
}

extension ExpressionSyntax {
  /// Whether a name of the script stands here.
  var isScriptName: Bool {
    switch self {
    case .parameter, .expansion, .slot: true
    case .number(let number): number.parameter != nil
    case .period(let periods): periods.parameter != nil
    case .values(let list): list.values.contains { $0.parameter != nil }
    default: false
    }
  }
}
