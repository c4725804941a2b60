/// Figures that are themselves the noun: 各部门本月检查次数及隐患数.
extension Parser {
  /// The figure itself is the noun.
  ///
  ///     figure_nouns = [ noun_period each ] { each } [ "累计" ] figure_noun
  ///                    { ( "及" | "和" | "、" | "与" ) figure_word } .
  ///     figure_noun  = clause of MEASURE | plain_clause ( [ "的" ] MEASURE | [ "的" ] count_mark ) .
  ///     figure_word  = MEASURE | ENTITY count_mark .
  ///     each         = "各" ( path | "月" | "季度" | "周" | "年" ) .
  ///
  /// A period before the keys belongs to what stands behind them; 累计 behind a month or the like
  /// shows the sum so far.
  mutating func parseFigureNouns(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    guard figureStands(of: entity, from: start) else { return [] }
    var found = parseEach(of: entity, at: start).flatMap {
      figureNouns(of: entity, behind: $0, pending: nil)
    }
    for period in nounPeriods(at: start)
    where literalEnd("各", at: skipSpace(period.end)) != nil {
      let pending = PendingPeriod(periods: period.node, position: start)
      for keys in parseEach(of: entity, at: period.end) where !keys.node.isEmpty {
        found += figureNouns(
          of: entity, behind: period.joined(keys) { $1 }, pending: pending)
      }
    }
    return found
  }

  private mutating func figureNouns(
    of entity: Int, behind keys: Reading<[ItemSyntax]>, pending: PendingPeriod?
  ) -> [Reading<ShortForm>] {
    let forms = figureForms(of: entity, behind: keys, pending: pending)
    let start = skipSpace(keys.end)
    guard !keys.node.isEmpty, let end = literalEnd("累计", at: start) else { return forms }
    let head = Reading(keys.node, end: end, words: keys.words + [WordSpan(start, end)])
    return forms
      + figureForms(of: entity, behind: head, pending: pending).compactMap { form in
        guard let stage = runningStage(of: form.node, entity, at: place(start, end)) else {
          return nil
        }
        return form.map { adding([stage], to: $0) }
      }
  }

  private mutating func figureForms(
    of entity: Int, behind keys: Reading<[ItemSyntax]>, pending: PendingPeriod?
  ) -> [Reading<ShortForm>] {
    parseFigureNoun(of: entity, at: keys.end, pending: pending).flatMap { first in
      moreFigures(of: entity, behind: first.map { $0.items }).map { figures in
        let node = summary(figures.node, by: keys.node, of: first.node.clause, entity)
        return Reading(node, end: figures.end, words: keys.words + figures.words)
      }
    }
  }

  /// Whether a measure of the entity, or 数, stands anywhere from a position on.
  mutating func figureStands(of entity: Int, from position: Int) -> Bool {
    measureStands(of: entity, from: position)
      || lastCountMark.map { $0 >= position } ?? false
  }

  mutating func parseFigureNoun(
    of entity: Int, at position: Int, pending: PendingPeriod? = nil
  ) -> [Reading<Figures>] {
    var found: [Reading<Figures>] = []
    let owner = vocabulary.entities[entity]
    for (index, words) in owner.measures.enumerated() {
      let clauses = parseClause(
        of: entity, noun: .measure(entity, index), at: position, isNested: false,
        pending: pending)
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
    for clause in plainClauses(of: entity, at: position, pending: pending) {
      let particle = literalEnd("的", at: clause.end) ?? clause.end
      found += measureWords(of: entity, at: particle).map { measure in
        clause.joined(measure) {
          Figures(items: [ItemSyntax(expression: .measure($1), alias: nil)], clause: $0)
        }
      }
      guard let end = countMarkEnd(at: particle) else { continue }
      let item = countItem(at: clause.node.nounPlace)
      let words = clause.words + [WordSpan(clause.end, end)]
      found.append(
        Reading(Figures(items: [item], clause: clause.node), end: end, words: words))
    }
    return found
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

  static let figureJoiners = ["及", "和", "、", "与"]

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
}
