package import AnwenDiagnostics

/// What the parser makes of one statement.
package struct ParseResult: Sendable {
  /// Every complete reading that ranking leaves; empty where the text could not be read.
  package let readings: [QuerySyntax]
  package let diagnostics: [Diagnostic]
}

extension Parser {
  /// A run of more characters without a space is refused.
  static let runLimit = 500

  ///     query = clause stages { "。" | "?" | "!" } .
  package mutating func parseQuery(from start: Int) -> ParseResult {
    if let tooLong = overlongRun(from: start) {
      return ParseResult(
        readings: [], diagnostics: [Diagnostic(SyntaxProblem.overlongRun, at: tooLong)])
    }
    var complete: [Reading<QuerySyntax>] = []
    for entity in vocabulary.entities.indices {
      for clause in parseClause(of: entity, noun: .entity(entity), at: start, isNested: false) {
        let scope = scopeIndex(ofEntity: entity)
        for pipeline in parseStages(at: clause.end, scope: scope) {
          let end = skipFinalMark(pipeline.end)
          guard end == limit else {
            recordContinuation(at: skipSpace(pipeline.end))
            continue
          }
          let query = QuerySyntax(
            clause: clause.node, stages: pipeline.node.stages, place: place(start, limit))
          complete.append(Reading(query, end: limit, words: clause.words + pipeline.words))
        }
      }
    }
    let ranked = Readings.ranked(Readings.packed(complete))
    if !ranked.isEmpty { return ParseResult(readings: ranked.map(\.node), diagnostics: []) }
    return ParseResult(readings: [], diagnostics: [failureDiagnostic(from: start)])
  }

  /// Reads an expression of the model, in the scope of an entity.
  package mutating func parseExpression(
    from start: Int, entity: Int?, slots: [String] = []
  ) -> (readings: [ExpressionSyntax], diagnostics: [Diagnostic]) {
    readsShadowedValues = true
    self.slots = slots
    scopes.append(ParserScope(entity: entity))
    let scope = scopes.count - 1
    let complete = parseCondition(at: start, scope: scope).filter { reading in
      guard skipSpace(reading.end) == limit else {
        failure.record(.endOfQuery, at: skipSpace(reading.end))
        return false
      }
      return true
    }
    let ranked = Readings.ranked(complete)
    if !ranked.isEmpty { return (ranked.map(\.node), []) }
    return ([], [failureDiagnostic(from: start)])
  }

  /// A question may end in a full stop or a question mark.
  private func skipFinalMark(_ position: Int) -> Int {
    var end = skipSpace(position)
    while end < limit, [0x3002, 0x3f, 0x21].contains(text.folded[end]) { end = skipSpace(end + 1) }
    return end
  }

  private mutating func recordContinuation(at position: Int) {
    failure.record(.endOfQuery, at: position)
    failure.record(.symbol("|"), at: position)
  }

  private func overlongRun(from start: Int) -> SourceRange? {
    var runStart = start
    for unit in start..<limit {
      if !UnitClass.isWord(text.folded[unit]) { runStart = unit + 1 }
      if unit - runStart >= Parser.runLimit { return text.range(runStart, unit) }
    }
    return nil
  }
}
