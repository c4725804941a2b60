/// Comparison with an earlier period.
extension Parser {
  ///     compare = Compare [ path ] [ "with" | "与" | "和" ] earlier .
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
      for earlier in parseEarlierPeriod(at: linkEnd(at: date.end)) {
        let compared = comparisonScope(scope)
        let compare = CompareSyntax(date: date.node, earlier: earlier.node)
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
  private mutating func comparisonScope(_ scope: Int) -> Int {
    let old = scopes[scope]
    let definitions = old.definitions.flatMap { definition in
      let name = definition.alias ?? CanonicalText.of(definition.expression)
      let spellings = [name] + definition.synonyms + (name == "count" ? ["计数"] : [])
      let made = ComparedColumn.allCases.map { column in
        ParserScope.Definition(
          alias: column.name(of: name),
          synonyms: spellings.flatMap { spelling in
            column.chineseEndings.map { spelling + $0 }
          },
          expression: .name(NameSyntax(path: [column.name(of: name)], place: place(start, start)))
        )
      }
      return [definition] + made
    }
    scopes.append(
      ParserScope(
        entity: old.entity, definitions: definitions, columnsOf: old.columnsOf, rows: old.rows))
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

/// What `compare` adds to a column.
package enum ComparedColumn: String, CaseIterable, Hashable, Sendable {
  case previous, change, growth

  package func name(of column: String) -> String { column + "_" + rawValue }

  /// What stands behind a Chinese name.
  var chineseEndings: [String] {
    switch self {
    case .previous: ["_previous", "上期", "同期"]
    case .change: ["_change", "增减"]
    case .growth: ["_growth", "增长率", "增幅"]
    }
  }
}
