/// Names of columns, and paths over references.
extension Parser {
  ///     name = MADE | CONSTANT | path | unnamed | joined_name .
  ///     path = COLUMN | REFERENCE ( "." | "的" ) path .
  mutating func parseNames(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    return Readings.packed(columns(at: start, scope: scope) + parseConstants(at: start))
  }

  /// The columns of a scope.
  mutating func columns(at start: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    var found = parseDefinitions(at: start, scope: scope)
    if let entity = scopes[scope].entity { found += columnPaths(of: entity, at: start) }
    return found + joinedColumns(at: start, scope: scope, beside: found)
  }

  /// The columns of an entity and paths over its references that start here.
  mutating func columnPaths(of entity: Int, at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    return parsePath(of: entity, at: start).map { path in
      path.map { .name(NameSyntax(path: $0, place: place(start, path.end))) }
    }
  }

  mutating func parsePath(of entity: Int, at start: Int) -> [Reading<[String]>] {
    var states: [(path: Reading<[String]>, target: String?)] = []
    for column in columnNames(of: entity, at: start) {
      let reading = Reading(
        [column.name.name], end: column.end, words: [WordSpan(start, column.end)])
      states.append((reading, column.name.target))
    }
    var finished = states.map(\.path)
    while !states.isEmpty {
      var extended: [(path: Reading<[String]>, target: String?)] = []
      for state in states {
        guard let target = state.target.flatMap({ vocabulary.entityIndex($0) }),
          let next = pathSeparator(at: state.path.end)
        else { continue }
        for column in columnNames(of: target, at: next) {
          let reading = Reading(
            state.path.node + [column.name.name], end: column.end,
            words: state.path.words + [WordSpan(next, column.end)])
          extended.append((reading, column.name.target))
        }
      }
      finished += extended.map(\.path)
      states = extended
    }
    return finished
  }

  func pathSeparator(at position: Int) -> Int? {
    guard position < limit, text.folded[position] == 0x2e || text.folded[position] == 0x7684
    else { return nil }
    return position + 1
  }

  private mutating func columnNames(
    of entity: Int, at start: Int
  ) -> [(end: Int, name: ColumnWords)] {
    let columns = vocabulary.entities[entity].columns
    for index in columns.indices { failure.record(.column(entity, index), at: start) }
    if start < limit, text.scalars[start] == UnitMark.name {
      let quoted = text.quotations[start] ?? ""
      return columns.filter { $0.spellings.contains { $0.text == quoted } }.map { (start + 1, $0) }
    }
    return words(at: start).compactMap { word in
      guard case .column(entity, let index) = word.meaning else { return nil }
      return (word.end, columns[index])
    }
  }

  private mutating func parseConstants(at start: Int) -> [Reading<ExpressionSyntax>] {
    words(at: start).compactMap { word in
      guard case .constant(let index) = word.meaning else { return nil }
      let name = NameSyntax(
        path: [vocabulary.constants[index].name], place: place(start, word.end))
      return Reading(.name(name), end: word.end, words: [WordSpan(start, word.end)])
    }
  }

  /// Columns that earlier stages or items of the query made.
  ///
  /// One without an alias is named by its expression: it is read as it was there, in any of its
  /// spellings, and then has the expression's canonical text for its name.
  private mutating func parseDefinitions(
    at start: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var found = madeNames(at: start, scope: scope).map { name in
      name.map { ExpressionSyntax.name(NameSyntax(path: $0, place: place(start, name.end))) }
    }
    let unnamed = scopes[scope].definitions.filter { $0.alias == nil }
    for inner in Set(unnamed.compactMap(\.scope)).sorted() {
      let items = unnamed.filter { $0.scope == inner }
      let entity = scopes[inner].entity ?? scopes[inner].rows.flatMap { scopes[$0].entity }
      for definition in items {
        failure.record(.unnamed(definition.expression, entity: entity), at: start)
      }
      failure.muteCount += 1
      let expressions = parsePrimary(at: start, scope: inner)
      failure.muteCount -= 1
      for reading in expressions where items.contains(where: { $0.expression == reading.node }) {
        let name = NameSyntax(
          path: [CanonicalText.of(reading.node)], place: place(start, reading.end))
        found.append(Reading(.name(name), end: reading.end, words: reading.words))
      }
    }
    for entity in scopes[scope].columnsOf {
      found += columnNames(of: entity, at: start).map { column in
        let name = NameSyntax(path: [column.name.name], place: place(start, column.end))
        return Reading(.name(name), end: column.end, words: [WordSpan(start, column.end)])
      }
    }
    return found
  }

  /// The names that earlier stages or items gave.
  mutating func madeNames(at start: Int, scope: Int) -> [Reading<[String]>] {
    scopes[scope].definitions.compactMap { definition in
      guard let alias = definition.alias else { return nil }
      failure.record(.alias(alias), at: start)
      let ends = ([alias] + definition.synonyms).compactMap { aliasEnd($0, at: start) }
      return ends.first.map { Reading([alias], end: $0, words: [WordSpan(start, $0)]) }
    }
  }

  func aliasEnd(_ alias: String, at start: Int) -> Int? {
    if start < limit, text.scalars[start] == UnitMark.name {
      return text.quotations[start] == alias ? start + 1 : nil
    }
    return literalEnd(alias, at: start)
  }

  /// A name that the query gives: to the next space, punctuation or operator.
  mutating func parseNewName(at position: Int) -> Reading<AliasSyntax>? {
    let start = skipSpace(position)
    if start < limit, text.scalars[start] == UnitMark.name, let name = text.quotations[start],
      !name.isEmpty
    {
      return Reading(
        AliasSyntax(name, place: place(start, start + 1)), end: start + 1,
        words: [WordSpan(start, start + 1)])
    }
    var end = start
    while end < limit, UnitClass.isWord(text.folded[end]) { end += 1 }
    guard end > start, !UnitClass.isDigit(text.folded[start]) else {
      failure.record(.newName, at: start)
      return nil
    }
    return Reading(
      AliasSyntax(text.text(start, end), place: place(start, end)), end: end,
      words: [WordSpan(start, end)])
  }
}
