/// The day as of which a query asks.
extension Parser {
  /// Reads the day at the head of a query: 截至6月底的…, `as of 2024-06-30, …`.
  ///
  ///     as_of_head = AsOf ( EXPECTED_PERIOD | present ) [ "的" | "," ] .
  ///     present    = "目前" | "现在" | "今" .
  ///
  /// There 截至 is never about the noun's main date.
  mutating func parseAsOfHead(at position: Int) -> Reading<PeriodListSyntax>? {
    let start = skipSpace(position)
    guard let word = keyword(.asOf, at: start),
      let found = parsePresent(at: word.end) ?? parseDay(at: word.end)
    else { return nil }
    let end = literalEnd("的", at: found.end) ?? literalEnd(",", at: found.end) ?? found.end
    return Reading(found.node, end: end, words: word.words + found.words)
  }

  /// Reads the day behind a source or at the end of a query: `hazards overdue as of 2024-06-30`.
  ///
  ///     as_of_tail = "as of" EXPECTED_PERIOD .
  ///
  /// Behind a noun 截至 is about its main date.
  mutating func parseAsOfTail(at position: Int) -> Reading<PeriodListSyntax>? {
    let start = skipSpace(position)
    guard let word = keyword(.asOf, at: start), text.folded[start] < 0x80 else { return nil }
    return parseDay(at: word.end).map {
      Reading($0.node, end: $0.end, words: word.words + $0.words)
    }
  }

  /// Reads the last day of a month or the like before rows that are told as of that day: those of
  /// which it is said that they still exist, 5月末未销号的隐患, or what they are today, 5月末逾期的隐患,
  /// and their number, 5月末隐患数.
  ///
  /// That they are not closed on that one day, or were found on it, is never meant. But what else is
  /// said of them may be about the day.
  ///
  /// - Parameter others: what the text means without.
  mutating func parseStanding(
    at position: Int, beside others: [Reading<QuerySyntax>]
  ) -> [Reading<QuerySyntax>] {
    let isDated = others.contains { !$0.node.isOfMainDate }
    let start = skipSpace(position)
    return parsePeriods(at: start, takesYear: false).filter(\.node.period.isLastDay).flatMap {
      day -> [Reading<QuerySyntax>] in
      let end = literalEnd("的", at: day.end) ?? literalEnd(",", at: day.end) ?? day.end
      return parsePipelines(from: end).compactMap { pipeline in
        standing(
          pipeline.node.syntax, asOf: day.node, isDated: isDated, end: pipeline.end,
          words: day.words + pipeline.words)
      }
    }
  }

  /// The same in English: `hazards not closed at the end of May`.
  mutating func parseStanding(behind pipeline: Reading<QuerySyntax>) -> Reading<QuerySyntax>? {
    let start = skipSpace(pipeline.end)
    guard let word = literalEnd("at the end of", at: start), let day = parseDay(at: word) else {
      return nil
    }
    return standing(
      pipeline.node, asOf: day.node, isDated: false, end: day.end,
      words: pipeline.words + [WordSpan(start, word)] + day.words)
  }

  private func standing(
    _ query: QuerySyntax, asOf day: PeriodListSyntax, isDated: Bool, end: Int, words: [WordSpan]
  ) -> Reading<QuerySyntax>? {
    guard skipFinalMark(end) == limit,
      let clause = standingClause(of: query, at: day.place, isDated: isDated)
    else { return nil }
    let whole = QuerySyntax(
      source: .clause(clause), stages: query.stages, asOf: day, place: query.place)
    return Reading(whole, end: limit, words: words)
  }

  /// The rows of a query as far as they exist still; nil where they are not asked for so.
  ///
  /// - Parameter isDated: whether the day may be that of something that is said of them.
  private func standingClause(
    of query: QuerySyntax, at place: SyntaxRange, isDated: Bool
  ) -> ClauseSyntax? {
    guard case .clause(let clause) = query.source,
      let life = vocabulary.entityIndex(clause.entity).flatMap(vocabulary.life)
    else { return nil }
    let others = clause.modifiers.filter { !life.says($0) }
    let steady = others.filter { !life.isOfToday($0) }
    guard steady.allSatisfy(life.isSteady) else { return nil }
    // What is said of today tells by itself which rows are meant.
    if steady.count < others.count { return isDated ? nil : clause }
    let saysLife = others.count < clause.modifiers.count
    guard saysLife || query.stages.first?.isCount ?? false else { return nil }
    guard let last = life.to else { return clause }
    let column = ExpressionSyntax.name(NameSyntax(path: [last], place: place))
    let today = PeriodListSyntax(.relative(.day, offset: 0), place: place)
    let isOpen = ExpressionSyntax.or([
      .isMissing(column, place),
      .comparison(ComparisonSyntax(.greater, column, .period(today), operatorPlace: place)),
    ])
    return clause.with(modifiers: others + [isOpen])
  }

  /// A period, of which the last day counts; 6月30日止 is 6月30日.
  private mutating func parseDay(at position: Int) -> Reading<PeriodListSyntax>? {
    parsePeriods(at: position, takesYear: true).first?.map { periods in
      guard case .open(.by, let period) = periods.period else { return periods }
      return PeriodListSyntax(period, place: periods.place)
    }
  }

  /// Words that stand for today behind 截至.
  private func parsePresent(at position: Int) -> Reading<PeriodListSyntax>? {
    let start = skipSpace(position)
    for word in ["目前", "现在", "今"] {
      guard let end = literalEnd(word, at: start) else { continue }
      // 截至今天 and 截至今年底 begin alike.
      if periods.matches(at: start).contains(where: { $0.end > end }) { return nil }
      let today = PeriodListSyntax(.relative(.day, offset: 0), place: place(start, end))
      return Reading(today, end: end, words: [WordSpan(start, end)])
    }
    return nil
  }
}

extension PeriodSyntax {
  /// Whether it is the last day of a larger period: 5月末.
  fileprivate var isLastDay: Bool { if case .part(.lastDay, _) = self { true } else { false } }
}

extension QuerySyntax {
  /// Whether a period in it is that of its rows' main date, and of nothing else.
  fileprivate var isOfMainDate: Bool {
    guard case .clause(let clause) = source else { return false }
    return clause.modifiers.contains { if case .mainDate = $0 { true } else { false } }
  }
}

extension StageSyntax {
  /// Whether it tells the number of rows alone, or of those of each group.
  fileprivate var isCount: Bool {
    if case .summarize(let aggregates, _) = kind { aggregates.isCount } else { false }
  }
}
