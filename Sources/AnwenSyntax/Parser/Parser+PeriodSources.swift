/// The units of a period as rows.
extension Parser {
  ///     period_source = units_en "of" [ "the" ] EXPECTED_PERIOD
  ///                   | ( "each" | "every" ) unit_en "of" [ "the" ] EXPECTED_PERIOD
  ///                   | EXPECTED_PERIOD [ "的" ] ( "各" | "每个" | "每" | "逐" ) unit_zh .
  mutating func parsePeriodSource(at position: Int) -> [Reading<PeriodSourceSyntax>] {
    let start = skipSpace(position)
    return englishPeriodSources(at: start) + chinesePeriodSources(at: start)
  }

  private mutating func englishPeriodSources(at start: Int) -> [Reading<PeriodSourceSyntax>] {
    let each = ["each", "every"].compactMap { literalEnd($0, at: start) }.first
    let unitStart = each.map(skipSpace) ?? start
    return Parser.englishUnits.flatMap { one, many, unit -> [Reading<PeriodSourceSyntax>] in
      guard let unitEnd = literalEnd(each == nil ? many : one, at: unitStart),
        let ofEnd = literalEnd("of", at: skipSpace(unitEnd))
      else { return [] }
      let periodStart = literalEnd("the", at: skipSpace(ofEnd)) ?? ofEnd
      return parsePeriods(at: periodStart, takesYear: true).map { periods in
        let words = [WordSpan(start, unitEnd), WordSpan(skipSpace(unitEnd), ofEnd)]
        let source = PeriodSourceSyntax(
          unit: unit, periods: periods.node, place: place(start, periods.end))
        return Reading(source, end: periods.end, words: words + periods.words)
      }
    }
  }

  private mutating func chinesePeriodSources(at start: Int) -> [Reading<PeriodSourceSyntax>] {
    guard start < limit, PeriodStart.isPossible(in: text.folded, at: start) else { return [] }
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    var found: [Reading<PeriodSourceSyntax>] = []
    for periods in parsePeriods(at: start, takesYear: true) {
      let particle = skipSpace(literalEnd("的", at: periods.end) ?? periods.end)
      for each in ["各", "每个", "每", "逐"] {
        guard let unitStart = literalEnd(each, at: particle) else { continue }
        for (spelling, unit) in Parser.chineseUnits {
          guard let end = literalEnd(spelling, at: unitStart) else { continue }
          let source = PeriodSourceSyntax(
            unit: unit, periods: periods.node, place: place(start, end))
          found.append(
            Reading(source, end: end, words: periods.words + [WordSpan(particle, end)]))
        }
      }
    }
    return found
  }

  private static let englishUnits: [(one: String, many: String, unit: PeriodUnit)] = [
    ("day", "days", .day), ("week", "weeks", .week), ("ten-day part", "ten-day parts", .tenDays),
    ("month", "months", .month), ("quarter", "quarters", .quarter), ("half", "halves", .half),
    ("half-year", "half-years", .half), ("semester", "semesters", .semester),
    ("year", "years", .year), ("fiscal year", "fiscal years", .fiscalYear),
  ]

  private static let chineseUnits: [(spelling: String, unit: PeriodUnit)] = [
    ("天", .day), ("日", .day), ("周", .week), ("旬", .tenDays), ("月", .month), ("月份", .month),
    ("季度", .quarter), ("季", .quarter), ("半年", .half), ("学期", .semester), ("年", .year),
    ("年度", .year), ("财年", .fiscalYear),
  ]

  /// A scope that holds the columns of a period source, in both spellings.
  mutating func periodSourceScope() -> Int {
    let definitions = PeriodSourceColumn.allCases.map { column in
      ParserScope.Definition(
        alias: column.rawValue, synonyms: [column.chinese],
        expression: .name(NameSyntax(path: [column.rawValue], place: place(start, start))))
    }
    scopes.append(ParserScope(entity: nil, definitions: definitions))
    return scopes.count - 1
  }
}
