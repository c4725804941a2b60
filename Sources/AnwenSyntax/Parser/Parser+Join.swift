/// `join`: rows of another query beside those at hand.
extension Parser {
  ///     join = ( Join | LeftJoin | SemiJoin | AntiJoin ) joined_rows On condition .
  mutating func parseJoin(
    _ kind: JoinSyntax.Kind, at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    joinedRows(at: position).flatMap { rows -> [Reading<Pipeline>] in
      guard let word = keyword(.on, at: rows.end) else { return [] }
      let inner = joinScope(rows.node, to: scope)
      return parseCondition(at: word.end, scope: inner).map { condition in
        let join = JoinSyntax(
          kind, rows.node.query.syntax, alias: rows.node.alias, condition: condition.node)
        return Reading(
          Pipeline(.join(join), scope: kind.keepsOtherRows ? inner : scope, at: place),
          end: condition.end, words: rows.words + word.words + condition.words)
      }
    }
  }

  /// The other rows, and the name that they get.
  private struct JoinedSource: Sendable {
    let query: ScopedQuery
    let alias: AliasSyntax?
  }

  ///     joined_rows = joined_source [ Alias NEW_NAME ] .
  ///     joined_source = head | named_head | ROWS | period_source | "(" pipeline ")" .
  private mutating func joinedRows(at position: Int) -> [Reading<JoinedSource>] {
    (joinedSources(at: position) + bracketedQueries(at: position)).compactMap { query in
      if let word = keyword(.alias, at: query.end) {
        guard let name = parseNewName(at: word.end) else { return nil }
        return Reading(
          JoinedSource(query: query.node, alias: name.node), end: name.end,
          words: query.words + word.words + name.words)
      }
      return query.map { JoinedSource(query: $0, alias: nil) }
    }
  }

  private mutating func joinedSources(at position: Int) -> [Reading<ScopedQuery>] {
    parseSources(at: position, isNested: true).compactMap { source in
      if case .oneRow = source.node.syntax { return nil }
      let place = place(position, source.end)
      return source.map {
        ScopedQuery(
          syntax: QuerySyntax(source: $0.syntax, stages: [], place: place), scope: $0.scope)
      }
    }
  }

  private mutating func bracketedQueries(at position: Int) -> [Reading<ScopedQuery>] {
    guard let open = symbol("(", at: position), enter() else { return [] }
    defer { leave() }
    return parsePipelines(from: open).compactMap { query in
      symbol(")", at: query.end).map { Reading(query.node, end: $0, words: query.words) }
    }
  }

  /// The names of both sides.
  private mutating func joinScope(_ source: JoinedSource, to scope: Int) -> Int {
    let old = scopes[scope]
    let query = source.query
    let name = source.alias?.name ?? query.syntax.source.rowsName
    var spellings = [name].compactMap { $0 }
    if source.alias == nil,
      let entity = query.syntax.source.unnamedEntity.flatMap({ vocabulary.entityIndex($0) })
    {
      spellings = vocabulary.entities[entity].spellings.map(\.text)
    }
    let rows = ParserScope.JoinedRows(
      name: name ?? "", spellings: spellings, scope: query.scope)
    scopes.append(
      old.with(definitions: old.definitions, rows: old.rows, joined: old.joined + [rows]))
    return scopes.count - 1
  }

  /// Columns of rows that joins have brought in: behind the name of these rows, or alone where no
  /// column of the rows at hand has the name. Theirs may stand behind the name of their entity then.
  ///
  ///     joined_name = joined_column | rows_name ( "." | "的" ) joined_column .
  ///     joined_column = MADE | unnamed | period_column | path .
  mutating func joinedColumns(
    at start: Int, scope: Int, beside own: [Reading<ExpressionSyntax>]
  ) -> [Reading<ExpressionSyntax>] {
    let joined = scopes[scope].joined
    if joined.isEmpty { return [] }
    var behindOwnName: [Reading<ExpressionSyntax>] = []
    if let entity = scopes[scope].entity {
      let spellings = vocabulary.entities[entity].spellings.map(\.text)
      behindOwnName = behind(spellings, at: start) { $0.columnPaths(of: entity, at: $1) }
    }
    let taken = (own + behindOwnName).map(\.end)
    return behindOwnName
      + joined.flatMap { rows -> [Reading<ExpressionSyntax>] in
        recordName(of: rows, at: start)
        let alone = columns(at: start, scope: rows.scope).filter { !taken.contains($0.end) }
        let named = behind(rows.spellings, at: start) { $0.columns(at: $1, scope: rows.scope) }
        return (alone + named).compactMap { column in
          guard case .name(let name) = column.node else { return nil }
          let place = place(start, column.end)
          return column.map { _ in .name(NameSyntax(path: [rows.name] + name.path, place: place)) }
        }
      }
  }

  /// Columns behind a name of their rows.
  private mutating func behind(
    _ spellings: [String], at start: Int,
    _ columns: (inout Parser, Int) -> [Reading<ExpressionSyntax>]
  ) -> [Reading<ExpressionSyntax>] {
    var found: [Reading<ExpressionSyntax>] = []
    for end in Set(spellings.compactMap({ aliasEnd($0, at: start) })).sorted() {
      guard let next = pathSeparator(at: end), skipSpace(next) == next else { continue }
      found += columns(&self, next).map { column in
        Reading(column.node, end: column.end, words: [WordSpan(start, end)] + column.words)
      }
    }
    return found
  }

  private mutating func recordName(of rows: ParserScope.JoinedRows, at start: Int) {
    if let entity = vocabulary.entityIndex(rows.name), rows.spellings.count > 1 {
      failure.record(.joinedRows(entity), at: start)
    } else if !rows.name.isEmpty {
      failure.record(.alias(rows.name), at: start)
    }
  }
}
