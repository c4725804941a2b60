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

  ///     query = ( as_of_head pipeline | pipeline [ as_of_tail ] | dated_pipeline | standing )
  ///             { "。" | "?" | "!" } .
  package mutating func parseQuery(from start: Int) -> ParseResult {
    if let tooLong = overlongRun(from: start) {
      return ParseResult(
        readings: [], diagnostics: [Diagnostic(SyntaxProblem.overlongRun, at: tooLong)])
    }
    var complete: [Reading<QuerySyntax>] = []
    let head = parseAsOfHead(at: start)
    let pipelines = parsePipelines(from: head?.end ?? start, takesAsOf: head == nil)
    for query in pipelines.map({ $0.map(\.syntax) }) {
      if head == nil, query.node.asOf == nil, let standing = parseStanding(behind: query) {
        complete.append(standing)
        continue
      }
      let asOf = head?.node ?? query.node.asOf
      let tail = asOf == nil ? parseAsOfTail(at: query.end) : nil
      let end = tail?.end ?? query.end
      guard skipFinalMark(end) == limit else {
        recordContinuation(at: skipSpace(end))
        continue
      }
      let whole = QuerySyntax(
        source: query.node.source, stages: query.node.stages, asOf: asOf ?? tail?.node,
        place: place(start, limit))
      complete.append(
        Reading(
          whole, end: limit, words: (head?.words ?? []) + query.words + (tail?.words ?? [])))
    }
    if head == nil {
      let standing = parseStanding(at: start, beside: complete)
      if !standing.isEmpty { complete = standing }
    }
    let ranked = Readings.ranked(Readings.packed(complete))
    if !ranked.isEmpty { return ParseResult(readings: ranked.map(\.node), diagnostics: []) }
    return ParseResult(readings: [], diagnostics: [failureDiagnostic(from: start)])
  }

  /// A query, and the scope of what would follow it.
  struct ScopedQuery: Sendable {
    let syntax: QuerySyntax
    let scope: Int
  }

  /// A source and its stages, wherever they may end; between the two the day of a whole query may
  /// stand.
  mutating func parsePipelines(
    from start: Int, takesAsOf: Bool = false
  ) -> [Reading<ScopedQuery>] {
    let forms = parseShortForms(at: start).map { $0.map(\.query) }
    return preferringColumns(
      goingOn(from: start, behind: forms + parseStocks(at: start))
        + parseSourcePipelines(from: start, takesAsOf: takesAsOf))
  }

  private mutating func parseSourcePipelines(
    from start: Int, takesAsOf: Bool
  ) -> [Reading<ScopedQuery>] {
    parseSources(at: start).flatMap { source in
      let asOf = takesAsOf ? parseAsOfTail(at: source.end) : nil
      let pipelines = parseStages(at: asOf?.end ?? source.end, scope: source.node.scope)
      return pipelines.map { pipeline in
        let query = QuerySyntax(
          source: source.node.syntax, stages: pipeline.node.stages, asOf: asOf?.node,
          place: place(start, pipeline.end))
        let words = source.words + (asOf?.words ?? []) + pipeline.words
        return Reading(
          ScopedQuery(syntax: query, scope: pipeline.node.scope), end: pipeline.end,
          words: words)
      }
    }
  }

  /// What short forms mean, with the stages behind them.
  private mutating func goingOn(
    from start: Int, behind heads: [Reading<ScopedQuery>]
  ) -> [Reading<ScopedQuery>] {
    heads.flatMap { head in
      parseStages(at: head.end, scope: head.node.scope).map { pipeline in
        let query = QuerySyntax(
          source: head.node.syntax.source,
          stages: head.node.syntax.stages + pipeline.node.stages, place: place(start, pipeline.end))
        return Reading(
          ScopedQuery(syntax: query, scope: pipeline.node.scope), end: pipeline.end,
          words: head.words + pipeline.words)
      }
    }
  }

  /// A source, and the scope of the stages behind it.
  struct ScopedSource: Sendable {
    let syntax: SourceSyntax
    let scope: Int
  }

  /// Where a query begins with `select` the source takes no text.
  ///
  ///     source = clause | period_source | .
  ///
  /// - Parameter isNested: whether what follows belongs to the query around it.
  mutating func parseSources(
    at position: Int, isNested: Bool = false
  ) -> [Reading<ScopedSource>] {
    let periods = parsePeriodSource(at: position).map { source in
      let scope = periodSourceScope()
      return source.map { ScopedSource(syntax: .periods($0), scope: scope) }
    }
    let row = rowHead(at: position).map { scope in
      let row = SourceSyntax.oneRow(place(position, position))
      return Reading(ScopedSource(syntax: row, scope: scope), end: position, words: [])
    }
    return (row.map { [$0] } ?? []) + periods
      + vocabulary.entities.indices.flatMap { entity in
        parseClause(of: entity, noun: .entity(entity), at: position, isNested: isNested).map {
          clause in
          let scope = scopeIndex(ofEntity: entity)
          return clause.map { ScopedSource(syntax: .clause($0), scope: scope) }
        }
      }
      + parseNamedSources(at: position, isNested: isNested)
  }

  /// The queries of the script, those over an entity's rows as nouns with modifiers.
  private mutating func parseNamedSources(
    at position: Int, isNested: Bool
  ) -> [Reading<ScopedSource>] {
    var found: [Reading<ScopedSource>] = []
    for (index, entry) in names.entries.enumerated() {
      guard case .query(_, let named, _) = entry.meaning else { continue }
      let noun = WordMeaning.scriptName(index)
      if let entity = named.entity {
        let clauses = parseClause(of: entity, noun: noun, at: position, isNested: isNested)
        guard !clauses.isEmpty else { continue }
        let scope = scopeIndex(of: named)
        found += clauses.map { $0.map { ScopedSource(syntax: .clause($0), scope: scope) } }
      } else if let end = words(at: skipSpace(position)).first(where: { $0.meaning == noun })?.end {
        let name = ScriptNameSyntax(entry.name, index: index, place: place(position, end))
        let source = ScopedSource(syntax: .named(name), scope: scopeIndex(of: named))
        found.append(Reading(source, end: end, words: [WordSpan(skipSpace(position), end)]))
      } else {
        failure.record(.scriptName(entry.name), at: skipSpace(position))
      }
    }
    return found
  }

  /// Reads an expression of the model, in the scope of an entity.
  ///
  /// - Parameter isGrouped: whether it is about the rows of a group, as that of a measure.
  package mutating func parseExpression(
    from start: Int, entity: Int?, slots: [String] = [], isGrouped: Bool = false
  ) -> (readings: [ExpressionSyntax], diagnostics: [Diagnostic]) {
    readsShadowedValues = !slotsAreBare
    self.slots = slots
    scopes.append(ParserScope(entity: entity))
    if isGrouped { scopes.append(ParserScope(entity: entity, rows: scopes.count - 1)) }
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
  func skipFinalMark(_ position: Int) -> Int {
    var end = skipSpace(position)
    while end < limit, [0x3002, 0x3f, 0x21].contains(text.folded[end]) { end = skipSpace(end + 1) }
    return end
  }

  mutating func recordContinuation(at position: Int) {
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
