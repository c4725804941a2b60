/// Comparison with an earlier period.
extension Parser {
  ///     compare = Compare [ path ] [ "with" | "与" | "和" ] earlier [ ( "," | "、" | And | "和" ) earlier ] .
  mutating func parseCompare(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    var dates: [Reading<NameSyntax?>] = [Reading(nil, end: position, words: [])]
    for entity in vocabulary.entities.indices {
      let start = skipSpace(position)
      dates += parsePath(of: entity, at: start).map { path in
        path.map { NameSyntax(path: $0, place: self.place(start, path.end)) }
      }
    }
    var found: [Reading<Pipeline>] = []
    for date in Readings.packed(dates) {
      for earlier in parseEarlierPeriods(at: linkEnd(at: date.end)) {
        let compare = CompareSyntax(date: date.node, earlier: earlier.node)
        let compared = comparisonScope(scope, compare)
        found.append(
          pipeline(
            .compare(compare), scope: compared, at: place, end: earlier.end,
            words: date.words + earlier.words))
      }
    }
    return Readings.packed(found)
  }

  private mutating func linkEnd(at position: Int) -> Int {
    let start = skipSpace(position)
    for word in ["with", "与", "和"] {
      if let end = literalEnd(word, at: start) { return end }
    }
    failure.record(.phrase("with"), at: start)
    failure.record(.phrase("与"), at: start)
    return position
  }

  /// One earlier period, or one and that of the year before.
  private mutating func parseEarlierPeriods(
    at position: Int
  ) -> [Reading<[EarlierPeriodSyntax]>] {
    parseEarlierPeriod(at: position).flatMap { first -> [Reading<[EarlierPeriodSyntax]>] in
      let alone = first.map { [$0] }
      let comma =
        symbol(",", at: first.end) ?? anyLiteralEnd(["、", "和"], at: skipSpace(first.end))
      guard let next = comma ?? keyword(.and, at: first.end)?.end else { return [alone] }
      let second = parseEarlierPeriod(at: next).filter {
        ($0.node == .sameLastYear) != (first.node == .sameLastYear)
      }
      return [alone] + second.map { alone.joined($0) { $0 + [$1] } }
    }
  }

  /// Reads which earlier period is meant; the longest spelling counts.
  ///
  ///     earlier = [ "the" ] ( "previous" ( unit_en | "period" ) | "same period last year" | … )
  ///             | "去年同期" | "上期" | "上月" | … .
  private mutating func parseEarlierPeriod(
    at position: Int
  ) -> [Reading<EarlierPeriodSyntax>] {
    let start = skipSpace(position)
    var longest: Reading<EarlierPeriodSyntax>?
    for (spelling, earlier) in EarlierPeriodSyntax.spellings {
      failure.record(.phrase(spelling), at: start)
      guard let end = literalEnd(spelling, at: start), end > longest?.end ?? start else { continue }
      longest = Reading(earlier, end: end, words: [WordSpan(start, end)])
    }
    return longest.map { [$0] } ?? []
  }

  /// The names behind the comparison: each column has an earlier value, a change and a growth.
  mutating func comparisonScope(_ scope: Int, _ compare: CompareSyntax) -> Int {
    let old = scopes[scope]
    let definitions = old.definitions.flatMap { definition in
      let name = definition.alias ?? CanonicalText.of(definition.expression)
      let spellings = [name] + definition.synonyms + (name == "count" ? ["计数"] : [])
      let made = compare.columns.joined().map { column in
        let endings =
          ["_" + column.rawValue] + column.chineseEndings(isAlone: compare.earlier.count == 1)
        return ParserScope.Definition(
          alias: column.name(of: name),
          synonyms: spellings.flatMap { spelling in endings.map { spelling + $0 } },
          expression: .name(NameSyntax(path: [column.name(of: name)], place: place(start, start)))
        )
      }
      return [definition] + made
    }
    scopes.append(old.with(definitions: definitions, rows: old.rows))
    return scopes.count - 1
  }
}

extension EarlierPeriodSyntax {
  /// What is read, the canonical spelling of each language first.
  static let spellings: [(String, EarlierPeriodSyntax)] = [
    ("the same period last year", .sameLastYear), ("去年同期", .sameLastYear), ("上年同期", .sameLastYear),
    ("same period last year", .sameLastYear), ("the same period of last year", .sameLastYear),
    ("same period of last year", .sameLastYear),
    ("the previous period", .previousPeriod), ("previous period", .previousPeriod),
    ("上期", .previousPeriod), ("上一期", .previousPeriod), ("上一时段", .previousPeriod),
    ("the previous day", .previous(.day)), ("previous day", .previous(.day)),
    ("前一天", .previous(.day)), ("前一日", .previous(.day)), ("昨天", .previous(.day)),
    ("the previous week", .previous(.week)), ("previous week", .previous(.week)),
    ("上周", .previous(.week)), ("上一周", .previous(.week)), ("上星期", .previous(.week)),
    ("the previous month", .previous(.month)), ("previous month", .previous(.month)),
    ("上月", .previous(.month)), ("上个月", .previous(.month)), ("上一个月", .previous(.month)),
    ("the previous quarter", .previous(.quarter)), ("previous quarter", .previous(.quarter)),
    ("上季度", .previous(.quarter)), ("上个季度", .previous(.quarter)),
    ("上一季度", .previous(.quarter)),
    ("the previous half", .previous(.half)), ("previous half", .previous(.half)),
    ("上个半年", .previous(.half)), ("前半年", .previous(.half)),
    ("the previous year", .previous(.year)), ("previous year", .previous(.year)),
    ("上年", .previous(.year)), ("去年", .previous(.year)), ("上一年", .previous(.year)),
  ]
}

extension ComparedColumn {
  /// What stands behind a Chinese name.
  ///
  /// - Parameter isAlone: whether one period is compared.
  fileprivate func chineseEndings(isAlone: Bool) -> [String] {
    switch self {
    case .previous: isAlone ? ["上期", "同期"] : ["上期"]
    case .change: ["增减", "环比增减"]
    case .growth: ["增长率", "增幅", "环比增长率", "环比增幅"]
    case .lastYear: ["同期"]
    case .yearChange: ["同比增减"]
    case .yearGrowth: ["同比增长率", "同比增幅"]
    }
  }
}
