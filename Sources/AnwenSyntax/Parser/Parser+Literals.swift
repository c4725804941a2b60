/// Numbers, texts and periods.
extension Parser {
  ///     number = written_number | PARAMETER<number> .
  mutating func parseNumber(at position: Int) -> Reading<NumberSyntax>? {
    let start = skipSpace(position)
    return parseNumberParameter(at: start) ?? parseWrittenNumber(at: start)
  }

  ///     written_number = DIGITS [ "." DIGITS ] [ "%" | "万" | "亿" ] | numeral .
  private mutating func parseWrittenNumber(at start: Int) -> Reading<NumberSyntax>? {
    var end = start
    while end < limit, UnitClass.isDigit(text.folded[end]) { end += 1 }
    guard end > start else { return parseChineseNumber(at: start) }
    if end + 1 < limit, text.folded[end] == 0x2e, UnitClass.isDigit(text.folded[end + 1]) {
      end += 1
      while end < limit, UnitClass.isDigit(text.folded[end]) { end += 1 }
    }
    guard !cutsLatin(end), !cutsLatin(start) else { return nil }
    return finishNumber(digits: text.text(start, end), start: start, digitsEnd: end)
  }

  private func finishNumber(
    digits: String, start: Int, digitsEnd: Int
  ) -> Reading<NumberSyntax> {
    var end = digitsEnd
    var magnitude = 0
    var isPercent = false
    if end < limit {
      switch text.folded[end] {
      case 0x25 where !startsOperand(end + 1): isPercent = true
      case 0x4e07: magnitude = 4
      case 0x4ebf: magnitude = 8
      default: break
      }
      if isPercent || magnitude > 0 { end += 1 }
    }
    let number = NumberSyntax(
      digits: digits, isPercent: isPercent, magnitude: magnitude, place: place(start, end))
    return Reading(number, end: end, words: [WordSpan(start, end)])
  }

  /// `10%3` is a remainder, `10%` a percentage.
  private func startsOperand(_ position: Int) -> Bool {
    position < limit && UnitClass.isLatin(text.folded[position])
  }

  private mutating func parseChineseNumber(at start: Int) -> Reading<NumberSyntax>? {
    guard let numeral = ChineseNumeral.read(text.folded, at: start, limit: limit) else {
      failure.record(.number, at: start)
      return nil
    }
    let number = NumberSyntax(
      digits: String(numeral.value), isPercent: false, magnitude: 0,
      place: place(start, numeral.end))
    return Reading(number, end: numeral.end, words: [WordSpan(start, numeral.end)])
  }

  /// Numbers that lie between two, as far as these are written; silent where none stands.
  ///
  ///     range = bound ".." [ bound ] | ".." bound .
  mutating func parseRange(at position: Int) -> Reading<ExpressionSyntax>? {
    let start = skipSpace(position)
    let low = parseBound(at: start)
    let dots = skipSpace(low?.end ?? start)
    guard dots + 1 < limit, text.folded[dots] == 0x2e, text.folded[dots + 1] == 0x2e else {
      return nil
    }
    let high = parseBound(at: dots + 2)
    guard low != nil || high != nil else { return nil }
    let end = high?.end ?? dots + 2
    let range = RangeSyntax(low: low?.node, high: high?.node, place: place(start, end))
    return Reading(.range(range), end: end, words: [WordSpan(start, end)])
  }

  ///     bound = [ "-" ] written_number .
  private mutating func parseBound(at position: Int) -> Reading<RangeSyntax.Bound>? {
    var start = skipSpace(position)
    let isNegative = start < limit && text.folded[start] == 0x2d
    if isNegative { start = skipSpace(start + 1) }
    guard start < limit,
      UnitClass.isDigit(text.folded[start])
        || ChineseNumeral.read(text.folded, at: start, limit: limit) != nil
    else { return nil }
    return parseWrittenNumber(at: start)?.map {
      RangeSyntax.Bound(number: $0, isNegative: isNegative)
    }
  }

  /// A text in quotes.
  mutating func parseQuoted(at position: Int) -> Reading<String>? {
    let start = skipSpace(position)
    guard start < limit, text.scalars[start] == UnitMark.text,
      let content = text.quotations[start]
    else {
      failure.record(.text, at: start)
      return nil
    }
    return Reading(content, end: start + 1, words: [WordSpan(start, start + 1)])
  }

  /// A period literal: the longest one, since adjacent periods are one expression.
  ///
  /// - Parameters:
  ///   - takesYear: whether a plain integer may be a year here.
  ///   - takesComma: whether a comma goes on with a list of periods.
  mutating func parsePeriods(
    at position: Int, takesYear: Bool = false, takesComma: Bool = false
  ) -> [Reading<PeriodListSyntax>] {
    let start = skipSpace(position)
    let matches = periodMatches(at: start, takesYear: takesYear, takesComma: takesComma)
    guard let match = matches.first else {
      failure.record(.period, at: start)
      return []
    }
    let node = PeriodListSyntax(
      match.syntax, place: place(start, match.end), parameter: match.parameter)
    return [Reading(node, end: match.end, words: [WordSpan(start, match.end)])]
  }

  /// A number of units of time, where no period as long stands: 3月 is March, and 3个月 are three
  /// months.
  mutating func parseDuration(at position: Int) -> Reading<ExpressionSyntax>? {
    let start = skipSpace(position)
    guard let match = periods.duration(at: start), match.end <= limit,
      !periodMatches(at: start, takesYear: true).contains(where: { $0.end >= match.end })
    else { return nil }
    let node = DurationSyntax(count: match.count, unit: match.unit, place: place(start, match.end))
    return Reading(.duration(node), end: match.end, words: [WordSpan(start, match.end)])
  }

  /// Periods beside a noun or in a slot: a comma goes on with the list.
  ///
  ///     listed_periods = PERIODS | Each EXPECTED_PERIODS .
  mutating func parseListedPeriods(
    at position: Int, takesYear: Bool
  ) -> [Reading<PeriodListSyntax>] {
    let start = skipSpace(position)
    guard let word = keyword(.each, at: start) else {
      return parsePeriods(at: start, takesYear: takesYear, takesComma: true)
    }
    return parsePeriods(at: word.end, takesYear: true, takesComma: true).map { periods in
      Reading(periods.node.each(), end: periods.end, words: word.words + periods.words)
    }
  }
}
