/// The latest rows, and the keys that have most of them.
extension Parser {
  ///     superlatives = ( "latest" | "earliest" ) [ count ] clause
  ///                  | ( "最近" | "最新" | "最早" ) [ "的" ] [ count ] plain_clause
  ///                  | "top" count ranked "by" figure "of" clause
  ///                  | plain_clause ( "最多" | "最少" ) "的" count ranked .
  mutating func parseSuperlatives(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    return parseLatest(of: entity, at: start) + parseTopKeys(of: entity, at: start)
      + parseMost(of: entity, at: start)
  }

  // MARK: - By the main date

  /// `latest 3 inspections`, 最近3次检查: the rows with the last main dates, else one of them.
  private mutating func parseLatest(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    let owner = vocabulary.entities[entity]
    guard let date = owner.mainDate.map({ owner.columns[$0].name }) else { return [] }
    let english = anyLiteralEnd(["latest", "earliest"], at: start)
    guard let word = english ?? anyLiteralEnd(["最近", "最新", "最早"], at: start) else { return [] }
    let isEarliest = anyLiteralEnd(["earliest", "最早"], at: start) != nil
    let head = english == nil ? literalEnd("的", at: word) ?? word : word
    let count = parseCount(at: head)
    let noun = count?.end ?? head
    let clauses =
      english == nil
      ? plainClauses(of: entity, at: noun)
      : parseClause(of: entity, noun: .entity(entity), at: noun, isNested: false)
    return clauses.map { clause in
      let name = ExpressionSyntax.name(NameSyntax(path: [date], place: place(start, word)))
      let stages = ranking(
        name, isDescending: !isEarliest, count: count?.node ?? 1, at: place(start, head))
      let form = ShortForm(
        clause: clause.node, stages: stages, scope: scopeIndex(ofEntity: entity))
      let words = [WordSpan(start, word)] + (count?.words ?? []) + clause.words
      return Reading(form, end: clause.end, words: words)
    }
  }

  private func ranking(
    _ key: ExpressionSyntax, isDescending: Bool, count: Int, at place: SyntaxRange
  ) -> [StageSyntax] {
    [
      StageSyntax(
        .sort([SortKeySyntax(expression: key, isDescending: isDescending)]), place: place),
      StageSyntax(.take(count), place: place),
    ]
  }

  // MARK: - By a figure

  /// `top 3 departments by close rate of hazards this year`
  private mutating func parseTopKeys(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    guard let top = literalEnd("top", at: start), let count = parseCount(at: top) else { return [] }
    var found: [Reading<ShortForm>] = []
    for key in rankedKeys(of: entity, at: count.end) {
      guard let by = literalEnd("by", at: skipSpace(key.end)) else { continue }
      for figure in parseFigure(of: entity, at: by) {
        guard let of = literalEnd("of", at: skipSpace(figure.end)) else { continue }
        let head = [WordSpan(start, top)] + count.words + key.words + figure.words
        found += parseClause(of: entity, noun: .entity(entity), at: of, isNested: false).map {
          clause in
          let form = ranked(
            figure.node, by: key.node, of: clause.node, entity, isDescending: true,
            count: count.node)
          return Reading(form, end: clause.end, words: head + clause.words)
        }
      }
    }
    return found
  }

  /// 今年隐患最多的三个部门
  private mutating func parseMost(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    // 最
    guard (start..<limit).contains(where: { text.folded[$0] == 0x6700 }) else { return [] }
    var found: [Reading<ShortForm>] = []
    for clause in plainClauses(of: entity, at: start) {
      guard let most = anyLiteralEnd(["最多", "最少"], at: clause.end),
        let particle = literalEnd("的", at: most), let count = parseCount(at: particle)
      else { continue }
      let isDescending = literalEnd("最多", at: clause.end) != nil
      for key in rankedKeys(of: entity, at: count.end) {
        let form = ranked(
          countItem(at: clause.node.nounPlace), by: key.node, of: clause.node, entity,
          isDescending: isDescending, count: count.node)
        let words = clause.words + [WordSpan(clause.end, most)] + count.words + key.words
        found.append(Reading(form, end: key.end, words: words))
      }
    }
    return found
  }

  /// A column, or the name of the entity to which just one of them refers.
  ///
  ///     ranked = path | ENTITY .
  private mutating func rankedKeys(
    of entity: Int, at position: Int
  ) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    var keys = columnPaths(of: entity, at: start)
    for word in words(at: start) {
      guard case .entity(let target) = word.meaning else { continue }
      let name = vocabulary.entities[target].name
      let references = vocabulary.entities[entity].columns.filter { $0.target == name }
      guard references.count == 1 else { continue }
      let path = NameSyntax(path: [references[0].name], place: place(start, word.end))
      keys.append(Reading(.name(path), end: word.end, words: [WordSpan(start, word.end)]))
    }
    return Readings.packed(keys).map { $0.map { ItemSyntax(expression: $0, alias: nil) } }
  }

  private mutating func ranked(
    _ figure: ItemSyntax, by key: ItemSyntax, of clause: ClauseSyntax, _ entity: Int,
    isDescending: Bool, count: Int
  ) -> ShortForm {
    let form = summary([figure], by: [key], of: clause, entity)
    let name = NameSyntax(
      path: [CanonicalText.of(figure.expression)], place: figure.expression.place)
    let stages = ranking(
      .name(name), isDescending: isDescending, count: count, at: clause.place)
    return ShortForm(clause: clause, stages: form.stages + stages, scope: form.scope)
  }
}
