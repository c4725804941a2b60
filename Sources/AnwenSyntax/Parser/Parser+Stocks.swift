import AnwenDiagnostics

/// How many rows there are at the end of each month: 今年各月末未销号隐患数.
extension Parser {
  /// The months that have begun, and the rows that exist at the end of each, which is today in the
  /// one that is not over.
  ///
  ///     stock = noun_period stock_each plain_clause ( [ "的" ] count_mark | "存量" )
  ///           | [ Count "of" ] clause ( ( "per" | By ) unit [ "," ] unit_end | each_end "of" PERIOD ) .
  mutating func parseStocks(at position: Int) -> [Reading<ScopedQuery>] {
    let start = skipSpace(position)
    guard endStands(from: start) else { return [] }
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    var found: [Reading<ScopedQuery>] = []
    for entity in vocabulary.entities.indices {
      found += chineseStocks(of: entity, at: start) + englishStocks(of: entity, at: start)
    }
    return found
  }

  /// 末 or `end`, without which there is no such form.
  private mutating func endStands(from position: Int) -> Bool {
    if isAhead("末", from: position) { return true }
    if lastEndWord == nil {
      let end: [UInt32] = [0x65, 0x6e, 0x64]
      let last = (start..<limit).last { text.folded[$0..<limit].starts(with: end) }
      lastEndWord = last ?? -1
    }
    return lastEndWord.map { $0 >= position } ?? false
  }

  private struct StockUnit {
    let unit: PeriodUnit
    let english: String
    let chinese: String

    static let all = [
      StockUnit(unit: .month, english: "month", chinese: "月"),
      StockUnit(unit: .quarter, english: "quarter", chinese: "季度"),
      StockUnit(unit: .half, english: "half", chinese: "半年"),
      StockUnit(unit: .year, english: "year", chinese: "年"),
    ]
  }

  ///     stock_each = "各" ( "月" | "季度" | "半年" | "年" ) "末" .
  private mutating func chineseStocks(
    of entity: Int, at start: Int
  ) -> [Reading<ScopedQuery>] {
    var heads: [Reading<PeriodListSyntax?>] = [Reading(nil, end: start, words: [])]
    heads += parsePeriods(at: start, takesYear: true).map { $0.map { $0 } }
    return heads.flatMap { head -> [Reading<ScopedQuery>] in
      let each = skipSpace(head.end)
      return StockUnit.all.flatMap { unit -> [Reading<ScopedQuery>] in
        guard let end = literalEnd("各" + unit.chinese + "末", at: each) else { return [] }
        return plainClauses(of: entity, at: end).compactMap { clause in
          guard let last = stockMarkEnd(behind: clause.end) else { return nil }
          let words = head.words + [WordSpan(each, end)] + clause.words
          let node = stock(
            of: clause.node, entity, unit.unit, head.node, at: place(start, last))
          return node.map { Reading($0, end: last, words: words + [WordSpan(clause.end, last)]) }
        }
      }
    }
  }

  private mutating func stockMarkEnd(behind position: Int) -> Int? {
    countMarkEnd(at: literalEnd("的", at: position) ?? position)
      ?? literalEnd("存量", at: position)
  }

  ///     unit_end = "at month end" | … .     each_end = "at each month end" | … .
  private mutating func englishStocks(
    of entity: Int, at start: Int
  ) -> [Reading<ScopedQuery>] {
    let of = keyword(.count, at: start).flatMap { literalEnd("of", at: skipSpace($0.end)) }
    let head = of.map { [WordSpan(start, $0)] } ?? []
    let clauses = parseClause(
      of: entity, noun: .entity(entity), at: of ?? start, isNested: false)
    return clauses.flatMap { clause -> [Reading<ScopedQuery>] in
      let behind = skipSpace(clause.end)
      return StockUnit.all.compactMap { unit -> Reading<ScopedQuery>? in
        if let each = literalEnd("at each \(unit.english) end of", at: behind) {
          guard let periods = parsePeriods(at: each, takesYear: true).first else { return nil }
          let node = stock(
            of: clause.node, entity, unit.unit, periods.node, at: place(start, periods.end))
          let words = head + clause.words + [WordSpan(behind, each)] + periods.words
          return node.map { Reading($0, end: periods.end, words: words) }
        }
        guard let by = literalEnd("per", at: behind) ?? keyword(.by, at: behind)?.end,
          let key = literalEnd(unit.english, at: skipSpace(by)),
          let end = literalEnd(
            "at \(unit.english) end", at: skipSpace(symbol(",", at: key) ?? key))
        else { return nil }
        let dates = clause.node.modifiers.compactMap {
          if case .mainDate(let periods) = $0 { periods } else { nil }
        }
        let others = clause.node.modifiers.filter {
          if case .mainDate = $0 { false } else { true }
        }
        let node = stock(
          of: clause.node.with(modifiers: others), entity, unit.unit,
          dates.count == 1 ? dates[0] : nil, at: place(start, end))
        return node.map {
          Reading($0, end: end, words: head + clause.words + [WordSpan(behind, end)])
        }
      }
    }
  }

  // MARK: - Stages

  /// Nil, and the reason noted, where the model or the query does not say enough.
  private mutating func stock(
    of clause: ClauseSyntax, _ entity: Int, _ unit: PeriodUnit, _ periods: PeriodListSyntax?,
    at place: SyntaxRange
  ) -> ScopedQuery? {
    guard let life = vocabulary.life(entity) else {
      failure.stock = (.noLife(of: vocabulary.entities[entity].words.label), clause.nounPlace)
      return nil
    }
    guard let periods else {
      failure.stock = (.stockWithoutPeriod, place)
      return nil
    }
    var modifiers: [ExpressionSyntax] = []
    for modifier in clause.modifiers where !life.says(modifier) {
      guard life.isSteady(modifier) else {
        let words = text.source.slice(modifier.place.range)
        failure.stock = (.stockOfToday(words), modifier.place)
        return nil
      }
      modifiers.append(modifier)
    }
    return stock(of: clause.with(modifiers: modifiers), in: life, unit, periods, at: place)
  }

  private mutating func stock(
    of clause: ClauseSyntax, in life: LifeWords, _ unit: PeriodUnit, _ periods: PeriodListSyntax,
    at place: SyntaxRange
  ) -> ScopedQuery {
    let end = ExpressionSyntax.outer(
      NameSyntax(path: [PeriodSourceColumn.end.rawValue], place: place))
    var modifiers = clause.modifiers
    if let from = life.from { modifiers.append(compare(from, .lessOrEqual, end, at: place)) }
    if let to = life.to {
      let isOpen = ExpressionSyntax.isMissing(
        .name(NameSyntax(path: [to], place: place)), place)
      modifiers.append(.or([isOpen, compare(to, .greater, end, at: place)]))
    }
    let rows = RelatedSyntax(path: [], clause: clause.with(modifiers: modifiers))
    let figure = AggregateSyntax(
      function: .count, argument: nil, relation: rows, filter: nil, place: clause.place)
    let period = NameSyntax(path: [PeriodSourceColumn.period.rawValue], place: place)
    let items = [
      ItemSyntax(expression: .name(period), alias: nil),
      ItemSyntax(expression: .aggregate(figure), alias: nil),
    ]
    let today = PeriodListSyntax(.relative(.day, offset: 0), place: place)
    let begun = compare(
      PeriodSourceColumn.start.rawValue, .lessOrEqual, .period(today), at: place)
    let source = PeriodSourceSyntax(unit: unit, periods: periods, place: place)
    let stages = [
      StageSyntax(.filter(begun), place: place), StageSyntax(.select(items), place: place),
    ]
    let query = QuerySyntax(source: .periods(source), stages: stages, place: place)
    return ScopedQuery(syntax: query, scope: selection(items, periodSourceScope()))
  }

  private func compare(
    _ name: String, _ comparison: ComparisonSyntax.Operator, _ right: ExpressionSyntax,
    at place: SyntaxRange
  ) -> ExpressionSyntax {
    let left = ExpressionSyntax.name(NameSyntax(path: [name], place: place))
    return .comparison(ComparisonSyntax(comparison, left, right, operatorPlace: place))
  }
}
