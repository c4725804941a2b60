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
