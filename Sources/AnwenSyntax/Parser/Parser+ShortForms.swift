/// What is said without naming a stage: each form is read into the stages that it means.
///
/// So the tree knows nothing of short forms, and what is printed names the stages.
extension Parser {
  /// A source and its first stages, with the scope of what may follow.
  struct ShortForm: Hashable, Sendable {
    let clause: ClauseSyntax
    let stages: [StageSyntax]
    /// Follows from the stages.
    let scope: Int

    static func == (left: Self, right: Self) -> Bool {
      left.clause == right.clause && left.stages == right.stages
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(clause)
      hasher.combine(stages)
    }
  }

  ///     short_form = sums [ with_totals ] | shares | chosen | superlatives .
  mutating func parseShortForms(at position: Int) -> [Reading<ShortForm>] {
    var found: [Reading<ShortForm>] = []
    for entity in vocabulary.entities.indices {
      let sums =
        parseFiguresOf(entity, at: position) + parseFigureNouns(entity, at: position)
        + parseGrouped(entity, at: position) + parseHowMany(entity, at: position)
      found += sums.flatMap { parseTotals(behind: $0) }
      found += parseShares(of: entity, at: position)
      found += parseChosen(of: entity, at: position)
      found += parseSuperlatives(of: entity, at: position)
    }
    return Readings.packed(found)
  }

  // MARK: - Figures

  /// `close rate of hazards found this year by department`
  ///
  ///     figures = figure { ( "," | And ) figure } "of" clause [ ( By | "per" ) items ] .
  ///     figure  = Count | MEASURE .
  private mutating func parseFiguresOf(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    // What may begin a question is its noun; a figure is not offered in its place.
    failure.muteCount += 1
    let figures = parseFigures(of: entity, at: position)
    failure.muteCount -= 1
    return figures.flatMap { figures -> [Reading<ShortForm>] in
      guard let of = literalEnd("of", at: skipSpace(figures.end)) else { return [] }
      let clauses = parseClause(of: entity, noun: .entity(entity), at: of, isNested: false)
      return clauses.flatMap { clause -> [Reading<ShortForm>] in
        let whole = figures.joined(clause) { Figures(items: $0, clause: $1) }
        return [whole.map { summary($0.items, by: [], of: $0.clause, entity) }]
          + parseKeys(behind: whole, entity)
      }
    }
  }

  /// What is to be counted or measured, and of which rows.
  private struct Figures: Sendable {
    let items: [ItemSyntax]
    let clause: ClauseSyntax
  }

  private mutating func parseFigures(
    of entity: Int, at position: Int
  ) -> [Reading<[ItemSyntax]>] {
    let first = parseFigure(of: entity, at: position).map { $0.map { [$0] } }
    return parseMore(behind: first) { parser, start in
      guard
        let next = parser.symbol(",", at: start) ?? parser.keyword(.and, at: start)?.end
      else { return [] }
      return parser.parseFigure(of: entity, at: next)
    }
  }

  /// A list and each of its beginnings.
  ///
  /// - Parameter next: reads what joins, and the item behind it.
  mutating func parseMore(
    behind first: [Reading<[ItemSyntax]>],
    next: (inout Parser, Int) -> [Reading<ItemSyntax>]
  ) -> [Reading<[ItemSyntax]>] {
    var states = first
    var finished: [Reading<[ItemSyntax]>] = []
    while let length = states.first?.node.count {
      finished += states
      guard isWithin(Parser.itemLimit, count: length + 1) else { return [] }
      states = Readings.packed(
        states.flatMap { state in
          next(&self, state.end).map { item in state.joined(item) { $0 + [$1] } }
        })
    }
    return finished
  }

  mutating func parseFigure(
    of entity: Int, at position: Int
  ) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    var found = measureWords(of: entity, at: start).map {
      $0.map { ItemSyntax(expression: .measure($0), alias: nil) }
    }
    if let word = keyword(.count, at: start) {
      found.append(word.map { _ in countItem(at: place(start, word.end)) })
    }
    return found
  }

  func countItem(at place: SyntaxRange) -> ItemSyntax {
    let count = AggregateSyntax(
      function: .count, argument: nil, relation: nil, filter: nil, place: place)
    return ItemSyntax(expression: .aggregate(count), alias: nil)
  }

  // MARK: - 各部门本月检查次数

  /// The figure itself is the noun.
  ///
  ///     figure_nouns = { each } figure_noun { ( "及" | "和" | "、" | "与" ) figure_word } .
  ///     figure_noun  = clause of ( MEASURE | ENTITY "数" ) .
  ///     figure_word  = MEASURE | ENTITY "数" .
  ///     each         = "各" ( path | "月" | "季度" | "周" | "年" ) .
  private mutating func parseFigureNouns(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    guard figureStands(of: entity, from: start) else { return [] }
    return parseEach(of: entity, at: start).flatMap { keys in
      parseFigureNoun(of: entity, at: keys.end).flatMap { first in
        moreFigures(of: entity, behind: first.map { $0.items }).map { figures in
          let node = summary(figures.node, by: keys.node, of: first.node.clause, entity)
          return Reading(node, end: figures.end, words: keys.words + figures.words)
        }
      }
    }
  }

  /// Whether a measure of the entity, or 数, stands anywhere from a position on.
  private mutating func figureStands(of entity: Int, from position: Int) -> Bool {
    measureStands(of: entity, from: position)
      || lastCountMark.map { $0 >= position } ?? false
  }

  /// 数
  static let countMark: UInt32 = 0x6570

  private mutating func parseFigureNoun(
    of entity: Int, at position: Int
  ) -> [Reading<Figures>] {
    var found: [Reading<Figures>] = []
    let owner = vocabulary.entities[entity]
    for (index, words) in owner.measures.enumerated() {
      let clauses = parseClause(
        of: entity, noun: .measure(entity, index), at: position, isNested: false)
      found += clauses.map { clause in
        clause.map { clause in
          let measure = MeasureSyntax(
            entity: owner.name, name: words.name, relation: nil, filter: nil,
            place: clause.nounPlace)
          let item = ItemSyntax(expression: .measure(measure), alias: nil)
          return Figures(items: [item], clause: clause)
        }
      }
    }
    for clause in plainClauses(of: entity, at: position) {
      guard let end = countMarkEnd(at: clause.end) else { continue }
      let item = countItem(at: clause.node.nounPlace)
      let words = clause.words + [WordSpan(clause.end, end)]
      found.append(
        Reading(Figures(items: [item], clause: clause.node), end: end, words: words))
    }
    return found
  }

  /// A noun with what is said before it, and nothing behind it.
  ///
  ///     plain_clause = [ quantifier ] [ modifiers ] noun .
  mutating func plainClauses(of entity: Int, at position: Int) -> [Reading<ClauseSyntax>] {
    let clauses = parseClause(of: entity, noun: .entity(entity), at: position, isNested: true)
    return clauses.filter { clause in
      clause.node.modifiers.allSatisfy { modifier in
        if case .key = modifier { return true }
        return modifier.place.range.start < clause.node.nounPlace.range.end
      }
    }
  }

  /// 数 directly behind a noun, also 数量.
  private func countMarkEnd(at position: Int) -> Int? {
    literalEnd("数量", at: position) ?? literalEnd("数", at: position)
  }

  /// 及销号率
  private mutating func moreFigures(
    of entity: Int, behind first: Reading<[ItemSyntax]>
  ) -> [Reading<[ItemSyntax]>] {
    parseMore(behind: [first]) { parser, start in
      guard let next = parser.anyLiteralEnd(Parser.figureJoiners, at: start) else { return [] }
      return parser.figureWords(of: entity, at: next)
    }
  }

  private static let figureJoiners = ["及", "和", "、", "与"]

  private mutating func figureWords(
    of entity: Int, at position: Int
  ) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    let measures = measureWords(of: entity, at: start).map {
      $0.map { ItemSyntax(expression: .measure($0), alias: nil) }
    }
    let counts = words(at: start).compactMap { word -> Reading<ItemSyntax>? in
      guard word.meaning == .entity(entity), let end = countMarkEnd(at: word.end) else {
        return nil
      }
      return Reading(
        countItem(at: place(start, end)), end: end,
        words: [WordSpan(start, word.end), WordSpan(word.end, end)])
    }
    return measures + counts
  }

  /// The keys in front: 各部门各月.
  private mutating func parseEach(
    of entity: Int, at position: Int
  ) -> [Reading<[ItemSyntax]>] {
    let none = Reading([ItemSyntax](), end: position, words: [])
    return parseMore(behind: [none]) { parser, end in
      let start = parser.skipSpace(end)
      guard let each = parser.literalEnd("各", at: start) else { return [] }
      let names = parser.columnPaths(of: entity, at: each).map { name in
        name.map { ItemSyntax(expression: $0, alias: nil) }
      }
      return (names + parser.eachUnit(of: entity, at: each)).map { key in
        Reading(key.node, end: key.end, words: [WordSpan(start, each)] + key.words)
      }
    }
  }

  /// 各月 is the month of the main date.
  private func eachUnit(of entity: Int, at position: Int) -> [Reading<ItemSyntax>] {
    let owner = vocabulary.entities[entity]
    guard let date = owner.mainDate.map({ owner.columns[$0].name }) else { return [] }
    return Parser.eachUnits.compactMap { spelling, function in
      guard let end = literalEnd(spelling, at: position) else { return nil }
      let place = place(position, end)
      let call = CallSyntax(
        function: function, arguments: [.name(NameSyntax(path: [date], place: place))],
        place: place)
      let item = ItemSyntax(expression: .call(call), alias: nil)
      return Reading(item, end: end, words: [WordSpan(position, end)])
    }
  }

  private static let eachUnits = [
    ("月", "month"), ("季度", "quarter"), ("周", "week"), ("年", "year"),
  ]

  /// 未销号隐患数 inside an expression: a count of related rows; in a group also of its own.
  ///
  ///     counted_noun = related count_mark | ENTITY count_mark .
  mutating func parseCountedNouns(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    guard let entity = scopes[scope].entity, let lastCountMark, lastCountMark >= start
    else { return [] }
    var found: [Reading<ExpressionSyntax>] = []
    for related in relatedClauses(of: entity, at: start, pending: nil) {
      guard let end = countMarkEnd(at: related.end) else { continue }
      let count = AggregateSyntax(
        function: .count, argument: nil, relation: related.node, filter: nil,
        place: place(start, end))
      found.append(
        Reading(
          .aggregate(count), end: end, words: related.words + [WordSpan(related.end, end)]))
    }
    guard scopes[scope].rows != nil else { return found }
    for word in words(at: start) where word.meaning == .entity(entity) {
      guard let end = countMarkEnd(at: word.end) else { continue }
      let words = [WordSpan(start, word.end), WordSpan(word.end, end)]
      found.append(
        Reading(countItem(at: place(start, end)).expression, end: end, words: words))
    }
    return found
  }

  // MARK: - Groups

  /// `hazards found this year by department`, 今年发现的隐患按部门统计: how many of each.
  ///
  ///     grouped = clause ( By | "per" ) items [ Summarize ] .
  private mutating func parseGrouped(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    parseClause(of: entity, noun: .entity(entity), at: position, isNested: false).flatMap {
      clause in
      let figures = clause.map {
        Figures(items: [countItem(at: $0.nounPlace)], clause: $0)
      }
      return parseKeys(behind: figures, entity)
    }
  }

  /// The keys behind `by`, `per` or 按, and the 统计 that may close them in Chinese.
  ///
  ///     per = ( "per" | By ) items | "按" items Summarize .
  private mutating func parseKeys(
    behind figures: Reading<Figures>, _ entity: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(figures.end)
    guard let by = literalEnd("per", at: start) ?? keyword(.by, at: start)?.end else { return [] }
    let scope = scopeIndex(ofEntity: entity)
    return parseItems(at: by, scope: scope, keepsScope: true).flatMap {
      keys -> [Reading<ShortForm>] in
      let node = summary(figures.node.items, by: keys.node.items, of: figures.node.clause, entity)
      let words = figures.words + [WordSpan(start, by)] + keys.words
      let whole = Reading(node, end: keys.end, words: words)
      guard text.folded[start] >= 0x80, let word = keyword(.summarize, at: keys.end) else {
        return [whole]
      }
      return [whole, whole.joined(word) { form, _ in form }]
    }
  }

  // MARK: - Questions

  /// `how many hazards found this year`, 今年发现的隐患有多少.
  ///
  ///     how_many = "how many" clause | clause [ "有" | "共有" ] ( "多少" | "几" ) { measure_word } .
  private mutating func parseHowMany(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    if let end = literalEnd("how many", at: start) {
      return parseClause(of: entity, noun: .entity(entity), at: end, isNested: false).map {
        clause in
        let form = clause.map { summary([countItem(at: $0.nounPlace)], by: [], of: $0, entity) }
        return Reading(form.node, end: form.end, words: [WordSpan(start, end)] + form.words)
      }
    }
    guard (start..<limit).contains(where: { [0x591a, 0x51e0].contains(text.folded[$0]) }) else {
      return []
    }
    return plainClauses(of: entity, at: start).compactMap { clause in
      let verb = anyLiteralEnd(["共有", "有"], at: clause.end)
      guard let word = anyLiteralEnd(["多少", "几"], at: verb ?? clause.end) else { return nil }
      let end = skipParticles(Parser.measureWords, at: word)
      let form = summary([countItem(at: clause.node.nounPlace)], by: [], of: clause.node, entity)
      return Reading(form, end: end, words: clause.words + [WordSpan(clause.end, end)])
    }
  }

  // MARK: - Stages

  /// The rows of a clause, summarized.
  mutating func summary(
    _ figures: [ItemSyntax], by keys: [ItemSyntax], of clause: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let rows = scopeIndex(ofEntity: entity)
    scopes.append(ParserScope(entity: entity, rows: rows))
    let pipeline = summary(figures, keys, place: clause.place, group: scopes.count - 1)
    return ShortForm(clause: clause, stages: pipeline.stages, scope: pipeline.scope)
  }

  static let totalWords = ["with totals", "totals", "含合计"]

  ///     with_totals = [ "," ] ( "with totals" | "含合计" | "totals" ) .
  private mutating func parseTotals(behind form: Reading<ShortForm>) -> [Reading<ShortForm>] {
    let comma = symbol(",", at: form.end)
    let start = skipSpace(comma ?? form.end)
    guard let end = anyLiteralEnd(Parser.totalWords, at: start),
      comma != nil || literalEnd("totals", at: start) == nil
    else { return [form] }
    let stage = StageSyntax(.total(by: []), place: place(start, end))
    let node = ShortForm(
      clause: form.node.clause, stages: form.node.stages + [stage], scope: form.node.scope)
    return [Reading(node, end: end, words: form.words + [WordSpan(start, end)])]
  }
}
