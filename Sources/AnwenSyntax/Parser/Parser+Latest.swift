/// The latest rows, of all or of each: `latest 3 inspections`, 各点位最近一次检查.
extension Parser {
  ///     latest = ( "latest" | "earliest" ) [ said_count ] clause [ "per" ranked { … } ]
  ///            | { each_of } ( "最近" | "最新" | "最早" ) [ "的" ] [ count ] plain_clause .
  mutating func parseLatest(of entity: Int, at start: Int) -> [Reading<ShortForm>] {
    let owner = vocabulary.entities[entity]
    guard let date = owner.mainDate.map({ owner.columns[$0].name }) else { return [] }
    if let word = anyLiteralEnd(["latest", "earliest"], at: start) {
      return englishLatest(of: entity, by: date, from: start, wordEnd: word)
    }
    guard isAhead("最", from: start) else { return [] }
    let none = Reading([ItemSyntax](), end: start, words: [])
    return parseMore(behind: [none]) { $0.eachRanked(of: entity, at: $1) }.flatMap { keys in
      chineseLatest(of: entity, by: date, keys)
    }
  }

  private mutating func englishLatest(
    of entity: Int, by date: String, from start: Int, wordEnd: Int
  ) -> [Reading<ShortForm>] {
    let count = saidCount(at: wordEnd)
    let head = [WordSpan(start, wordEnd)] + (count?.words ?? [])
    let isEarliest = literalEnd("earliest", at: start) != nil
    let clauses = parseClause(
      of: entity, noun: .entity(entity), at: count?.end ?? wordEnd, isNested: false)
    return clauses.flatMap { clause -> [Reading<ShortForm>] in
      groups(of: entity, behind: clause.end).map { keys in
        let key = latestKey(date, isEarliest: isEarliest, at: place(start, wordEnd))
        let form = first(
          count?.node ?? CountSyntax(1), of: clause.node, by: key, per: keys.node, entity)
        return Reading(form, end: keys.end, words: head + clause.words + keys.words)
      }
    }
  }

  private mutating func chineseLatest(
    of entity: Int, by date: String, _ keys: Reading<[ItemSyntax]>
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(keys.end)
    guard let word = anyLiteralEnd(["最近", "最新", "最早"], at: start) else { return [] }
    let head = literalEnd("的", at: word) ?? word
    let count = parseCount(at: head)
    let key = latestKey(
      date, isEarliest: literalEnd("最早", at: start) != nil, at: place(start, word))
    return plainClauses(of: entity, at: count?.end ?? head).map { clause in
      let form = first(
        count?.node ?? CountSyntax(1), of: clause.node, by: key, per: keys.node, entity)
      let words = keys.words + [WordSpan(start, word)] + (count?.words ?? []) + clause.words
      return Reading(form, end: clause.end, words: words)
    }
  }

  private func latestKey(
    _ date: String, isEarliest: Bool, at place: SyntaxRange
  ) -> SortKeySyntax {
    SortKeySyntax(
      expression: .name(NameSyntax(path: [date], place: place)), isDescending: !isEarliest)
  }

  private mutating func first(
    _ count: CountSyntax, of clause: ClauseSyntax, by key: SortKeySyntax, per groups: [ItemSyntax],
    _ entity: Int
  ) -> ShortForm {
    let top = TopSyntax(
      count: count, keys: [key], groups: groups.map(\.expression), keepsTies: false)
    return ShortForm(
      clause: clause, stages: [StageSyntax(.top(top), place: clause.place)],
      scope: scopeIndex(ofEntity: entity))
  }

  /// `per point`, and nothing.
  ///
  ///     "per" ranked { ( "," | "and" ) ranked }
  private mutating func groups(of entity: Int, behind end: Int) -> [Reading<[ItemSyntax]>] {
    let start = skipSpace(end)
    let none = Reading([ItemSyntax](), end: end, words: [])
    guard let per = literalEnd("per", at: start) else { return [none] }
    let keys = rankedKeys(of: entity, at: per).map { $0.map { [$0] } }
    let lists = parseMore(behind: keys) { parser, end in
      let start = parser.skipSpace(end)
      let joiner = parser.symbol(",", at: start) ?? parser.literalEnd("and", at: start)
      return joiner.map { parser.rankedKeys(of: entity, at: $0) } ?? []
    }
    return [none]
      + lists.map { Reading($0.node, end: $0.end, words: [WordSpan(start, per)] + $0.words) }
  }

  /// 各部门, 每个点位的.
  ///
  ///     each_of = ( "各" | "每" ) { measure_word } ranked [ "的" ] .
  private mutating func eachRanked(of entity: Int, at position: Int) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    guard let word = anyLiteralEnd(["各", "每"], at: start) else { return [] }
    let each = skipParticles(Parser.measureWords, at: word)
    return rankedKeys(of: entity, at: each).map { key in
      Reading(
        key.node, end: literalEnd("的", at: key.end) ?? key.end,
        words: [WordSpan(start, each)] + key.words)
    }
  }

  /// A number of rows, in English also as a word.
  ///
  ///     said_count = count | "one" | … | "twelve" .
  mutating func saidCount(at position: Int) -> Reading<CountSyntax>? {
    if let count = parseCount(at: position) { return count }
    let start = skipSpace(position)
    let words = PeriodWords.englishNumbers.matches(in: text.folded, at: start)
      .filter { $0.meaning <= 12 }
    return words.max { $0.end < $1.end }.map {
      Reading(CountSyntax($0.meaning), end: $0.end, words: [WordSpan(start, $0.end)])
    }
  }
}
