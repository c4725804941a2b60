/// The keys that have most, and the order of figures.
extension Parser {
  ///     superlatives = ( latest | most ) [ ties ] .
  mutating func parseSuperlatives(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    let forms =
      parseLatest(of: entity, at: start) + parseTopKeys(of: entity, at: start)
      + parseMost(of: entity, at: start)
    return forms.map { withTies($0) }
  }

  /// Takes as well the rows that are equal to the last one, where that is said.
  ///
  ///     ties = [ "," ] WithTies .
  private mutating func withTies(_ form: Reading<ShortForm>) -> Reading<ShortForm> {
    let stages = form.node.stages
    guard let word = keyword(.withTies, at: symbol(",", at: form.end) ?? form.end),
      let last = stages.last, case .top(let top) = last.kind
    else { return form }
    let tied = TopSyntax(count: top.count, keys: top.keys, groups: top.groups, keepsTies: true)
    let node = ShortForm(
      clause: form.node.clause,
      stages: stages.dropLast() + [StageSyntax(.top(tied), place: last.place)],
      scope: form.node.scope)
    return Reading(node, end: word.end, words: form.words + word.words)
  }

  // MARK: - By a figure

  /// `top 3 departments by close rate of hazards this year`
  ///
  ///     most = "top" said_count ranked "by" figure "of" clause | … .
  private mutating func parseTopKeys(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    guard let top = literalEnd("top", at: start), let count = saidCount(at: top) else { return [] }
    var found: [Reading<ShortForm>] = []
    for key in rankedKeys(of: entity, at: count.end) {
      guard let by = literalEnd("by", at: skipSpace(key.end)) else { continue }
      for figure in parseFigure(of: entity, at: by) {
        guard let of = literalEnd("of", at: skipSpace(figure.end)) else { continue }
        let head = [WordSpan(start, top)] + count.words + key.words + figure.words
        found += parseClause(of: entity, noun: .entity(entity), at: of, isNested: false).map {
          clause in
          let form = ranked(
            [figure.node], by: key.node, of: clause.node, entity, isDescending: true,
            count: count.node)
          return Reading(form, end: clause.end, words: head + clause.words)
        }
      }
    }
    return found
  }

  /// 今年隐患最多的三个部门, 销号率最低的部门, 隐患数前五名的部门.
  ///
  ///     most = … | ( plain_clause ( "最多" | "最少" ) | figure_noun superlative ) "的"
  ///                [ "前" ] [ count ] ranked
  ///            | figure_noun "前" count [ "的" ] ranked .
  private mutating func parseMost(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    guard isAhead("最", from: start) || isAhead("前", from: start) else { return [] }
    var found: [Reading<ShortForm>] = []
    for clause in plainClauses(of: entity, at: start) {
      let figures = clause.map {
        Figures(items: [countItem(at: $0.nounPlace)], clause: $0)
      }
      found += mostKeys(of: entity, behind: figures, ["最多", "最少"])
    }
    guard figureStands(of: entity, from: start) else { return found }
    for figures in parseFigureNoun(of: entity, at: start) {
      found += mostKeys(of: entity, behind: figures, ["最高", "最低", "最多", "最少"])
      guard let word = literalEnd("前", at: figures.end), let count = parseCount(at: word) else {
        continue
      }
      let head = literalEnd("的", at: count.end) ?? count.end
      found += rankedKeys(of: entity, at: head).map { key in
        let form = ranked(
          figures.node.items, by: key.node, of: figures.node.clause, entity, isDescending: true,
          count: count.node)
        let words = figures.words + [WordSpan(figures.end, word)] + count.words + key.words
        return Reading(form, end: key.end, words: words)
      }
    }
    return found
  }

  /// 最多的前三个部门 behind what is the most.
  private mutating func mostKeys(
    of entity: Int, behind figures: Reading<Figures>, _ superlatives: [String]
  ) -> [Reading<ShortForm>] {
    guard let most = anyLiteralEnd(superlatives, at: figures.end),
      let particle = literalEnd("的", at: most)
    else { return [] }
    let isDescending = anyLiteralEnd(["最多", "最高"], at: figures.end) != nil
    let count = parseCount(at: literalEnd("前", at: particle) ?? particle)
    return rankedKeys(of: entity, at: count?.end ?? literalEnd("前", at: particle) ?? particle).map {
      key in
      let form = ranked(
        figures.node.items, by: key.node, of: figures.node.clause, entity,
        isDescending: isDescending, count: count?.node ?? CountSyntax(1))
      let words =
        figures.words + [WordSpan(figures.end, most)] + (count?.words ?? []) + key.words
      return Reading(form, end: key.end, words: words)
    }
  }

  /// A column, or the name of the entity to which just one of them refers.
  ///
  ///     ranked = path | ENTITY .
  mutating func rankedKeys(
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
    _ figures: [ItemSyntax], by key: ItemSyntax, of clause: ClauseSyntax, _ entity: Int,
    isDescending: Bool, count: CountSyntax
  ) -> ShortForm {
    let form = summary(figures, by: [key], of: clause, entity)
    let top = TopSyntax(
      count: count, keys: [figureKey(figures[0], isDescending: isDescending)], groups: [],
      keepsTies: false)
    return ShortForm(
      clause: clause, stages: form.stages + [StageSyntax(.top(top), place: clause.place)],
      scope: form.scope)
  }

  private func figureKey(_ figure: ItemSyntax, isDescending: Bool) -> SortKeySyntax {
    let name = NameSyntax(
      path: [CanonicalText.of(figure.expression)], place: figure.expression.place)
    return SortKeySyntax(expression: .name(name), isDescending: isDescending)
  }

  // MARK: - The order of figures

  /// Whether an order stands behind a comma.
  mutating func orderStands(at position: Int) -> Bool {
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    return anyKeyword([.descending, .ascending], at: skipSpace(position)) != nil
  }

  /// 各部门隐患数，由高到低; 各部门隐患数前五名: by the first figure.
  ///
  ///     order = [ "," ] ( Descending | Ascending | "前" count [ ties ] ) .
  mutating func parseOrder(behind form: Reading<ShortForm>) -> [Reading<ShortForm>] {
    guard let summary = form.node.stages.first,
      case .summarize(let figures, _) = summary.kind, let figure = figures.first
    else { return [form] }
    return parseOrder(behind: form, by: figure)
  }

  mutating func parseOrder(
    behind form: Reading<ShortForm>, by figure: ItemSyntax
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(symbol(",", at: form.end) ?? form.end)
    func ordered(_ kind: StageSyntax.Kind, _ end: Int) -> Reading<ShortForm> {
      let stage = StageSyntax(kind, place: place(start, end))
      let node = ShortForm(
        clause: form.node.clause, stages: form.node.stages + [stage], scope: form.node.scope)
      return Reading(node, end: end, words: form.words + [WordSpan(start, end)])
    }
    if let word = anyKeyword([.descending, .ascending], at: start) {
      let key = figureKey(figure, isDescending: word.node == .descending)
      return [form, ordered(.sort([key]), word.end)]
    }
    guard let word = literalEnd("前", at: start), let count = parseCount(at: word) else {
      return [form]
    }
    let top = TopSyntax(
      count: count.node, keys: [figureKey(figure, isDescending: true)], groups: [],
      keepsTies: false)
    return [form, withTies(ordered(.top(top), count.end))]
  }
}
