/// Stages that change the columns: `rename`, `drop` and `expand`.
extension Parser {
  ///     Rename renaming { ( "," | "、" ) renaming }
  mutating func parseRename(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    let lists = parseSeparated(from: position) { parser, start in
      parser.parseRenaming(at: start, scope: scope)
    }
    return lists.map { list in
      list.map { renamings in
        let items = renamings.map { ItemSyntax(expression: .name($0.name), alias: $0.alias) }
        return Pipeline(
          stages: [StageSyntax(.rename(renamings), place: place)],
          scope: items.reduce(scope) { scopeAdding($1, to: $0) })
      }
    }
  }

  ///     renaming = NEW_NAME "=" name | name ( Alias | "to" | "为" ) NEW_NAME .
  private mutating func parseRenaming(
    at position: Int, scope: Int
  ) -> [Reading<RenamingSyntax>] {
    var found: [Reading<RenamingSyntax>] = []
    if let alias = parseNewName(at: position), let equals = definitionMark(at: alias.end) {
      found += plainNames(at: equals, scope: scope).map { name in
        alias.joined(name) { RenamingSyntax(name: $1, alias: $0) }
      }
    }
    for name in plainNames(at: position, scope: scope) {
      guard let end = renamingWordEnd(at: name.end), let alias = parseNewName(at: end) else {
        continue
      }
      found.append(name.joined(alias) { RenamingSyntax(name: $0, alias: $1) })
    }
    return found
  }

  private mutating func renamingWordEnd(at position: Int) -> Int? {
    if let word = keyword(.alias, at: position) { return word.end }
    let start = skipSpace(position)
    return literalEnd("to", at: start) ?? literalEnd("为", at: start)
  }

  ///     Drop name { ( "," | "、" ) name }
  mutating func parseDrop(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    let lists = parseSeparated(from: position) { parser, start in
      parser.plainNames(at: start, scope: scope)
    }
    return lists.map { list in
      list.map { Pipeline(stages: [StageSyntax(.drop($0), place: place)], scope: scope) }
    }
  }

  ///     Expand name
  mutating func parseExpand(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    plainNames(at: position, scope: scope).map { name in
      name.map { Pipeline(stages: [StageSyntax(.expand($0), place: place)], scope: scope) }
    }
  }

  /// Names of columns. Whether the rows have them is known to the binder: names that an earlier
  /// stage took away are still read, so that it can say so.
  private mutating func plainNames(at position: Int, scope: Int) -> [Reading<NameSyntax>] {
    parseNames(at: position, scope: scope).compactMap { reading in
      guard case .name(let name) = reading.node else { return nil }
      return reading.map { _ in name }
    }
  }
}
