/// Whether rows of a relation, elements of a list or a column's value are there.
extension Parser {
  ///     existence = With related { and_also [ Without ] related } | WithOnly related
  ///               | without_word related { and_also related } | With quantity related
  ///               | compared With count related | ( With | Without ) ITEM | all_alike .
  ///     and_also  = And | "和" | "、" .
  ///     without_word = Without | "非" | "未" | "不" .
  mutating func parseExistence(
    _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    var found: [Reading<ModifierAtom>] = []
    for word in withoutWords(at: position) {
      noteDeniedAll(behind: word)
      found += parseRelated(
        entity, quantity: Reading(.none, end: word.end, words: word.words), start: position,
        pending: pending)
    }
    if let word = keyword(.withOnly, at: position) {
      found += parseRelated(
        entity, quantity: Reading(.only, end: word.end, words: word.words), start: position,
        pending: pending)
    }
    if let word = keyword(.with, at: position) {
      found += parseRelated(
        entity, quantity: Reading(.some, end: word.end, words: word.words), start: position,
        pending: pending)
      if let quantity = parseQuantity(at: word.end) {
        let whole = Reading(quantity.node, end: quantity.end, words: word.words + quantity.words)
        found += parseRelated(entity, quantity: whole, start: position, pending: pending)
      }
    }
    if let quantity = parseComparativeQuantity(at: position),
      let word = keyword(.with, at: quantity.end)
    {
      found += parseCounted(
        entity, quantity: quantity, with: word, start: position, pending: pending)
    }
    found += parseAllAlike(entity, at: position, pending: pending)
    return Readings.packed(found)
  }

  /// What stands behind `have`: `no inspections this month`, `at least 2 hazards`.
  ///
  ///     had = [ "no" | quantity ] related .
  mutating func parseHad(_ entity: Int, at position: Int) -> [Reading<ModifierAtom>] {
    var quantities = [Reading(ExistenceSyntax.Quantity.some, end: position, words: [])]
    let start = skipSpace(position)
    if let no = literalEnd("no", at: start) {
      quantities.append(Reading(.none, end: no, words: [WordSpan(start, no)]))
    }
    if let quantity = parseQuantity(at: start) { quantities.append(quantity) }
    return quantities.flatMap {
      parseRelated(entity, quantity: $0, start: start, pending: nil)
    }
  }

  /// Remembers `without all`, for the case that nothing else is meant.
  private mutating func noteDeniedAll(behind word: Reading<Keyword>) {
    guard failure.muteCount == 0, word.node == .without, saysAll(at: word.end) else { return }
    failure.deniedAll = place(Int(word.words[0].start), skipQuantifier(at: word.end))
  }

  private mutating func keywordIsNot(at position: Int) -> Bool {
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    return keyword(.not, at: position) != nil && keyword(.without, at: position) == nil
  }

  /// 没有 and its kin; before a relation 未 says the same: 未检查的点位.
  private mutating func withoutWords(at position: Int) -> [Reading<Keyword>] {
    let start = skipSpace(position)
    let isChinese = start < limit && text.folded[start] >= 0x80
    return [keyword(.without, at: start), isChinese ? keyword(.not, at: start) : nil]
      .compactMap { $0 }
  }

  /// 至少有2项任务: the number stands behind 有.
  private mutating func parseCounted(
    _ entity: Int, quantity: Reading<QuantityWord>, with word: Reading<Keyword>, start: Int,
    pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    guard let number = parseCount(at: word.end) else { return [] }
    let whole = Reading(
      quantity.node.quantity(number.node), end: number.end,
      words: quantity.words + word.words + number.words)
    return parseRelated(entity, quantity: whole, start: start, pending: pending)
  }

  ///     quantity = compared count | count [ OrMore | OrFewer ] .
  ///     compared = AtLeast | AtMost | Exactly | MoreThan | FewerThan .
  mutating func parseQuantity(at position: Int) -> Reading<ExistenceSyntax.Quantity>? {
    if let word = parseComparativeQuantity(at: position), let number = parseCount(at: word.end) {
      return word.joined(number) { $0.quantity($1) }
    }
    guard let number = parseCount(at: position) else { return nil }
    if let word = keyword(.orMore, at: number.end) {
      return number.joined(word) { count, _ in .atLeast(count) }
    }
    if let word = keyword(.orFewer, at: number.end) {
      return number.joined(word) { count, _ in .atMost(count) }
    }
    return number.map { .exactly($0) }
  }

  /// A word that compares with a number.
  struct QuantityWord: Hashable, Sendable {
    let keyword: Keyword

    func quantity(_ count: CountSyntax) -> ExistenceSyntax.Quantity {
      switch keyword {
      case .atLeast: .atLeast(count)
      case .atMost: .atMost(count)
      case .moreThan: .atLeast(count.adding(1))
      case .fewerThan: .atMost(count.adding(-1))
      default: .exactly(count)
      }
    }
  }

  private mutating func parseComparativeQuantity(at position: Int) -> Reading<QuantityWord>? {
    let keywords: [Keyword] = [.atLeast, .atMost, .exactly, .moreThan, .fewerThan]
    return anyKeyword(keywords, at: position)?.map { QuantityWord(keyword: $0) }
  }

  /// A whole number with the measure word that may follow it.
  ///
  ///     count = ( DIGITS | numeral ) { measure_word } .
  mutating func parseCount(at position: Int) -> Reading<CountSyntax>? {
    guard let number = parseNumber(at: position) else { return nil }
    guard let count = number.node.wholeNumber else {
      // A parameter that is negative or no whole number.
      failure.record(.number, at: skipSpace(position))
      return nil
    }
    let end = skipParticles(Parser.measureWords, at: number.end)
    return Reading(
      CountSyntax(count, parameter: number.node.parameter), end: end, words: number.words)
  }

  private mutating func parseRelated(
    _ entity: Int, quantity: Reading<ExistenceSyntax.Quantity>, start: Int,
    pending: PendingPeriod?
  ) -> [Reading<ModifierAtom>] {
    var found: [Reading<ModifierAtom>] = []
    for related in itsClauses(of: entity, at: quantity.end, pending: pending) {
      let first = existence(quantity.node, related.node, place(start, related.end))
      let base = Reading(
        ModifierAtom(first, tookPending: pending != nil), end: related.end,
        words: quantity.words + related.words)
      found.append(contentsOf: parseSharedHead(entity, quantity: quantity.node, base, start: start))
    }
    // Before a column 未 and its kin are `not`: 非专项.
    let isNot = quantity.node == .none && keywordIsNot(at: start)
    if pending == nil, !isNot {
      found += parseColumnExistence(entity, quantity: quantity, start: start)
    }
    return found
  }

  private func existence(
    _ quantity: ExistenceSyntax.Quantity, _ related: RelatedSyntax,
    _ range: SyntaxRange
  ) -> ExpressionSyntax {
    .existence(ExistenceSyntax(quantity: quantity, subject: .related(related), place: range))
  }

  /// `without inspections and hazards` says of both; `with inspections and no hazards` of each.
  ///
  /// A list that could go on does.
  private mutating func parseSharedHead(
    _ entity: Int, quantity: ExistenceSyntax.Quantity, _ first: Reading<ModifierAtom>, start: Int
  ) -> [Reading<ModifierAtom>] {
    guard quantity == .some || quantity == .none else { return [first] }
    var states = [first.map { [$0.condition] }]
    var finished: [Reading<ModifierAtom>] = []
    while !states.isEmpty {
      var extended: [Reading<[ExpressionSyntax]>] = []
      for state in states {
        let longer = extensions(of: state, entity, quantity)
        extended += longer
        guard longer.isEmpty else { continue }
        finished.append(
          state.map { conditions in
            conditions.count == 1
              ? first.node : ModifierAtom(.and(conditions), tookPending: first.node.tookPending)
          })
      }
      states = Readings.packed(extended)
    }
    return finished
  }

  /// The list with each further noun that may follow it.
  private mutating func extensions(
    of list: Reading<[ExpressionSyntax]>, _ entity: Int, _ quantity: ExistenceSyntax.Quantity
  ) -> [Reading<[ExpressionSyntax]>] {
    guard let joiner = sharedHeadJoiner(at: list.end) else { return [] }
    let no = quantity == .some ? keyword(.without, at: joiner) : nil
    return itsClauses(of: entity, at: no?.end ?? joiner, pending: nil).map { next in
      let condition = existence(no == nil ? quantity : .none, next.node, place(joiner, next.end))
      return Reading(
        list.node + [condition], end: next.end,
        words: list.words + (no?.words ?? []) + next.words)
    }
  }

  private mutating func sharedHeadJoiner(at position: Int) -> Int? {
    let start = skipSpace(position)
    guard start < limit else { return nil }
    if text.folded[start] == 0x548c || text.folded[start] == 0x3001 { return start + 1 }
    return keyword(.and, at: start)?.end
  }

  /// `with no due date`, 没有期限: the column is missing.
  private mutating func parseColumnExistence(
    _ entity: Int, quantity: Reading<ExistenceSyntax.Quantity>, start: Int
  ) -> [Reading<ModifierAtom>] {
    guard quantity.node == .some || quantity.node == .none else { return [] }
    let nameStart = skipSpace(quantity.end)
    return words(at: nameStart).compactMap { word in
      guard case .column(entity, let index) = word.meaning else { return nil }
      let column = vocabulary.entities[entity].columns[index]
      guard column.target == nil else { return nil }
      let name = NameSyntax(path: [column.name], place: place(nameStart, word.end))
      let node = ExistenceSyntax(
        quantity: quantity.node, subject: .column(name), place: place(start, word.end))
      return Reading(
        ModifierAtom(.existence(node)), end: word.end,
        words: quantity.words + [WordSpan(nameStart, word.end)])
    }
  }

  /// Rows that are there or not; what is said of all of them is said by 只有 and its kin.
  ///
  ///     its = related without a quantifier but "the" .
  private mutating func itsClauses(
    of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RelatedSyntax>] {
    saysAll(at: position) ? [] : relatedClauses(of: entity, at: position, pending: pending)
  }

  /// The relations, lists and references of an entity that start here as nouns of a clause.
  ///
  ///     related = [ quantifier ] ( [ modifiers ] RELATION nested_tail { aspect } | outer_rows ) .
  mutating func relatedClauses(
    of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RelatedSyntax>] {
    var found: [Reading<RelatedSyntax>] = []
    let words = vocabulary.entities[entity]
    for (index, relation) in words.relations.enumerated() {
      guard let target = vocabulary.entityIndex(relation.target) else { continue }
      found += parseClause(
        of: target, noun: .relation(entity, index), at: position, isNested: true, pending: pending
      ).map { finishRelated($0, path: [relation.name]) }
    }
    for (index, column) in words.columns.enumerated() {
      guard let name = column.target, let target = vocabulary.entityIndex(name) else { continue }
      found += parseClause(
        of: target, noun: .column(entity, index), at: position, isNested: true, pending: pending
      ).map { finishRelated($0, path: [column.name]) }
    }
    found += pathClauses(of: entity, at: position, pending: pending)
    found += relatedQueries(of: entity, at: position, pending: pending)
    if pending == nil { found += outerClauses(at: position, beside: found) }
    return Readings.packed(found)
  }

  /// A query of the script, where exactly one relation or reference leads to its rows.
  private mutating func relatedQueries(
    of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RelatedSyntax>] {
    guard !names.entries.isEmpty else { return [] }
    let words = vocabulary.entities[entity]
    var found: [Reading<RelatedSyntax>] = []
    for target in vocabulary.entities.indices {
      let name = vocabulary.entities[target].name
      let links =
        words.relations.filter { $0.target == name }.map(\.name)
        + words.columns.filter { $0.target == name }.map(\.name)
      guard links.count == 1 else { continue }
      for noun in queryNouns(of: target) {
        found += parseClause(
          of: target, noun: noun, at: position, isNested: true, pending: pending
        ).map { finishRelated($0, path: links) }
      }
    }
    return found
  }

  /// 过 behind the noun of 没有检查过 changes nothing.
  func finishRelated(
    _ clause: Reading<ClauseSyntax>, path: [String]
  ) -> Reading<RelatedSyntax> {
    Reading(
      RelatedSyntax(path: path, clause: clause.node),
      end: skipParticles(Parser.aspectParticles, at: clause.end), words: clause.words)
  }
}

extension NumberSyntax {
  /// The number where it is a plain whole one.
  var wholeNumber: Int? {
    guard !isPercent, magnitude == 0, let value = Int(digits), (0..<1_000_000_000).contains(value)
    else {
      return nil
    }
    return value
  }
}
