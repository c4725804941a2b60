package import AnwenDiagnostics

/// What the parser makes of one statement of a script.
package struct StatementResult: Sendable {
  /// Nil where the text could not be read.
  package let statement: StatementSyntax?
  package let diagnostics: [Diagnostic]

  init(_ statement: StatementSyntax) {
    self.statement = statement
    diagnostics = []
  }

  init(_ diagnostics: [Diagnostic]) {
    statement = nil
    self.diagnostics = diagnostics
  }
}

/// Statements that are no queries.
extension Parser {
  ///     statement = query | parameter | named_query | definition | heading .
  package mutating func parseStatement(from start: Int) -> StatementResult {
    let head = statementWord(at: start)
    if head == nil || !goesOn(behind: head) {
      var query = self
      let parsed = query.parseQuery(from: start)
      if !parsed.readings.isEmpty { return StatementResult(.query(parsed.readings)) }
      if head == nil || isNoun(at: start) { return StatementResult(parsed.diagnostics) }
    }
    guard let (word, end) = head else { return StatementResult([]) }
    let statement: StatementSyntax?
    switch word {
    case .param: return parseParameter(at: end, start: start)
    case .define: return parseDefinition(at: end, start: start)
    case .let: statement = parseNamedQuery(at: end)
    case .include: statement = parseText(at: end).map { .include($0) }
    case .title: statement = parseText(at: end).map { .title($0) }
    case .note: statement = parseText(at: end).map { .note($0) }
    }
    return statement.map { StatementResult($0) }
      ?? StatementResult([failureDiagnostic(from: start)])
  }

  /// The word at the head of the statement, before white space or a quote.
  private func statementWord(at position: Int) -> (StatementWord, end: Int)? {
    let start = skipSpace(position)
    for word in StatementWord.allCases {
      for spelling in word.spellings {
        guard let end = literalEnd(spelling, at: start) else { continue }
        if end == limit || isSpace(at: end) || text.scalars[end] == UnitMark.text {
          return (word, end)
        }
      }
    }
    return nil
  }

  /// Whether an entity or a query has the name that stands here.
  private mutating func isNoun(at start: Int) -> Bool {
    words(at: skipSpace(start)).contains { _, meaning in
      switch meaning {
      case .entity, .scriptName: true
      default: false
      }
    }
  }

  /// Whether what stands behind the word at the head is what its statement needs; else it may be
  /// the name of an entity or column in a query.
  private mutating func goesOn(behind head: (StatementWord, end: Int)?) -> Bool {
    guard let (word, end) = head else { return false }
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    switch word {
    case .include, .title, .note: return parseQuoted(at: end) != nil
    case .param: return parseNewName(at: end).flatMap { symbol(":", at: $0.end) } != nil
    case .let: return parseNewName(at: end).flatMap { symbol("=", at: $0.end) } != nil
    case .define:
      return parseNewName(at: end).flatMap {
        symbol("=", at: $0.end) ?? symbol("(", at: $0.end)
      } != nil
    }
  }

  private mutating func isEnd(_ position: Int) -> Bool {
    let end = skipSpace(position)
    if end == limit { return true }
    failure.record(.endOfQuery, at: end)
    return false
  }

  ///     heading = ( Include | Title | Note ) TEXT .
  private mutating func parseText(at position: Int) -> TextSyntax? {
    guard let text = parseQuoted(at: position), isEnd(text.end) else { return nil }
    return TextSyntax(text.node, place: place(position, text.end))
  }

  ///     named_query = Let NEW_NAME "=" query .
  private mutating func parseNamedQuery(at position: Int) -> StatementSyntax? {
    guard let name = parseNewName(at: position), let equals = symbol("=", at: name.end) else {
      return nil
    }
    var complete: [Reading<QuerySyntax>] = []
    var scopes: [QuerySyntax: Int] = [:]
    for reading in parsePipelines(from: equals, takesAsOf: true) {
      if skipFinalMark(reading.end) == limit {
        complete.append(Reading(reading.node.syntax, end: limit, words: reading.words))
        scopes[reading.node.syntax] = reading.node.scope
      } else {
        recordContinuation(at: skipSpace(reading.end))
      }
    }
    let ranked = Readings.ranked(Readings.packed(complete))
    guard !ranked.isEmpty else { return nil }
    let readings = ranked.compactMap { reading in
      scopes[reading.node].map {
        NamedQuerySyntax.Reading(query: reading.node, scope: namedScope($0))
      }
    }
    return .namedQuery(NamedQuerySyntax(name: name.node, readings: readings))
  }

  // MARK: - Definitions

  ///     definition = Define NEW_NAME [ "(" NEW_NAME { ( "," | "、" ) NEW_NAME } ")" ]
  ///                  "=" condition .
  private mutating func parseDefinition(at position: Int, start: Int) -> StatementResult {
    guard let name = parseNewName(at: position) else {
      return StatementResult([failureDiagnostic(from: start)])
    }
    var end = name.end
    var parameters: [AliasSyntax] = []
    if let open = symbol("(", at: end) {
      end = open
      repeat {
        guard let parameter = parseNewName(at: end) else {
          return StatementResult([failureDiagnostic(from: start)])
        }
        parameters.append(parameter.node)
        end = parameter.end
        if let close = symbol(")", at: end) {
          end = close
          break
        }
        guard let comma = symbol(",", at: end) ?? symbol("、", at: end) else {
          return StatementResult([failureDiagnostic(from: start)])
        }
        end = comma
      } while true
    }
    guard let equals = symbol("=", at: end) else {
      return StatementResult([failureDiagnostic(from: start)])
    }
    return parseBody(
      skipSpace(equals)..<limit, name: name.node, parameters: parameters, start: start)
  }

  /// Reads a body over no rows and, where a column stands in it, over those of each entity.
  private func parseBody(
    _ body: Range<Int>, name: AliasSyntax, parameters: [AliasSyntax], start: Int
  ) -> StatementResult {
    var readings: [(entity: String?, expression: ExpressionSyntax)] = []
    var furthest: Diagnostic?
    for entity in [nil] + vocabulary.entities.indices.map({ $0 as Int? }) {
      let parsed = Parser.definitionBody(
        in: text, body, vocabulary: vocabulary, names: names, entity: entity,
        parameters: parameters.map(\.name))
      if let first = parsed.readings.first {
        readings.append((entity.map { vocabulary.entities[$0].name }, first))
        if entity == nil { break }
      } else if let diagnostic = parsed.diagnostics.first,
        furthest.map({ $0.range.start < diagnostic.range.start }) ?? true
      {
        furthest = diagnostic
      }
    }
    guard !readings.isEmpty else { return StatementResult(furthest.map { [$0] } ?? []) }
    return StatementResult(
      .definition(
        DefinitionSyntax(name: name, parameters: parameters, body: body, readings: readings)))
  }

  /// Reads the body of a definition over the rows of an entity, or over none.
  package static func definitionBody(
    in text: LexedText, _ body: Range<Int>, vocabulary: Vocabulary, names: ScriptNames,
    entity: Int?, parameters: [String]
  ) -> (readings: [ExpressionSyntax], diagnostics: [Diagnostic]) {
    var parser = Parser(text, range: body, vocabulary: vocabulary, names: names)
    parser.slotsAreBare = true
    return parser.parseExpression(from: body.lowerBound, entity: entity, slots: parameters)
  }
}

extension Parser {
  /// The name that a statement would give if it could be read.
  package static func nameGiven(in text: LexedText, _ range: Range<Int>) -> String? {
    let vocabulary = Vocabulary(entities: [], constants: [], values: [])
    var parser = Parser(text, range: range, vocabulary: vocabulary)
    guard let (word, end) = parser.statementWord(at: range.lowerBound) else { return nil }
    switch word {
    case .param, .let, .define: return parser.parseNewName(at: end)?.node.name
    case .include, .title, .note: return nil
    }
  }
}
