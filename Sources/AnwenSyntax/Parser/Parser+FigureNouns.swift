/// Figures that are themselves the noun: 各部门本月检查次数及隐患数.
extension Parser {
  /// The figure itself is the noun.
  ///
  ///     figure_nouns = { each } figure_noun { ( "及" | "和" | "、" | "与" ) figure_word } .
  ///     figure_noun  = clause of ( MEASURE | ENTITY "数" ) .
  ///     figure_word  = MEASURE | ENTITY "数" .
  ///     each         = "各" ( path | "月" | "季度" | "周" | "年" ) .
  mutating func parseFigureNouns(
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
  mutating func figureStands(of entity: Int, from position: Int) -> Bool {
    measureStands(of: entity, from: position)
      || lastCountMark.map { $0 >= position } ?? false
  }

  mutating func parseFigureNoun(
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
}
