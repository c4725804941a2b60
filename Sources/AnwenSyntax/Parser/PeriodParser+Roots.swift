extension PeriodParser {
  /// Reads what a unit may begin with: a word, a year or date in digits, a unit counted from
  /// today, or a part whose larger unit is not said.
  func roots(at position: Int, above lowest: PeriodUnit?) -> [PeriodReading] {
    var found = PeriodWords.periods.matches(in: text, at: position).map {
      PeriodReading($0.end, $0.meaning)
    }
    found += years(at: position) + dates(at: position)
    found += chineseRelatives(at: position) + englishRelatives(at: position)
    found += chineseDistances(at: position)
    found += parts(at: position).filter(\.part.standsAlone).map {
      PeriodReading($0.end, .composed($0.part, of: nil), unit: $0.part.unit)
    }
    found += englishRoots(at: position, above: lowest)
    if lowest == nil { found += countings(at: position) }
    return found.filter { !UnitClass.cutsLatin(text, at: $0.end) }
  }

  // MARK: Years and dates in digits

  /// Reads 2024年, 二〇二四年, 2024财年, `FY2024`, and a bare `2024`.
  ///
  ///     year = year_number [ " " ] ( "年" [ "度" ] | "财年" ) | ( "fy" | "fiscal year " ) YEAR .
  private func years(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = []
    for spelling in ["fy", "fy ", "fiscal ", "fiscal year ", "financial year "] {
      guard let start = word(spelling, at: position), let year = digits(at: start, count: 4...4)
      else { continue }
      found.append(PeriodReading(year.end, fiscalYear(year.value), unit: .fiscalYear))
    }
    guard let year = digits(at: position, count: 4...9) ?? chineseYear(at: position) else {
      return found
    }
    let start = skipSpace(year.end)
    for spelling in ["年", "年度"] {
      guard let end = word(spelling, at: start) else { continue }
      found.append(PeriodReading(end, self.year(year.value), unit: .year))
    }
    for spelling in ["财年", "财政年度"] {
      guard let end = word(spelling, at: start) else { continue }
      found.append(PeriodReading(end, fiscalYear(year.value), unit: .fiscalYear))
    }
    if year.digitCount == 4, !continuesNumber(year.end) {
      var bare = PeriodReading(year.end, self.year(year.value), unit: .year)
      bare.isBareYear = true
      found.append(bare)
    }
    return found
  }

  /// The year of a number, where the calendar has it.
  private func year(_ number: Int) -> PeriodSyntax {
    (1...9_999).contains(number) ? .year(number) : .invalid(.outOfCalendar)
  }

  /// The fiscal year of a number, where the calendar has it.
  private func fiscalYear(_ number: Int) -> PeriodSyntax {
    (1...9_999).contains(number) ? .fiscalYear(number) : .invalid(.outOfCalendar)
  }

  /// Reads `2024-06`, `2024-06-30`, `2024.6.30`, `2024/6/30`, `2024Q2`, `2024-W23`.
  ///
  ///     iso = YEAR [ "-" ] ( "q" | "h" ) digit | YEAR [ "-" ] "w" digit [ digit ]
  ///         | YEAR "-" digit [ digit ] [ "-" digit [ digit ] ]
  ///         | YEAR sign digit [ digit ] sign digit [ digit ] .       the sign is "." or "/", twice
  private func dates(at position: Int) -> [PeriodReading] {
    guard let number = digits(at: position, count: 4...4) else { return [] }
    let year = year(number.value)
    var found: [PeriodReading] = []
    /// Adds a part of a year or month, unless more digits follow.
    func add(_ end: Int, _ part: PeriodPart, of container: PeriodSyntax) {
      guard !continuesNumber(end) else { return }
      found.append(PeriodReading(end, .composed(part, of: container), unit: part.unit))
    }
    for start in [number.end, word("-", at: number.end)].compactMap({ $0 }) {
      if let start = word("q", at: start), let quarter = digits(at: start, count: 1...1) {
        add(quarter.end, .quarter(quarter.value), of: year)
      }
      if let start = word("h", at: start), let half = digits(at: start, count: 1...1) {
        add(half.end, .half(half.value), of: year)
      }
      if let start = word("w", at: start), let week = digits(at: start, count: 1...2) {
        add(week.end, .week(week.value), of: year)
      }
    }
    for sign in ["-", ".", "/"] {
      guard let start = word(sign, at: number.end), let month = digits(at: start, count: 1...2)
      else { continue }
      if sign == "-" { add(month.end, .month(month.value), of: year) }
      guard let start = word(sign, at: month.end), let day = digits(at: start, count: 1...2)
      else { continue }
      add(day.end, .day(day.value), of: .composed(.month(month.value), of: year))
    }
    return found
  }

  /// Whether a sign and a digit follow, so that what ends here is not the whole of a number.
  private func continuesNumber(_ position: Int) -> Bool {
    guard let sign = scalar(position), [0x2d, 0x2e, 0x2f].contains(sign),
      let next = scalar(position + 1)
    else { return UnitClass.cutsLatin(text, at: position) }
    return UnitClass.isDigit(next)
  }

  // MARK: Units counted from the one that holds today

  /// Reads 本月, 这个月, 上周, 上上个月, 下一季度, 上3个月.
  ///
  ///     relative = ( "本" | "这" | "这一" | "当前" | "上" { "上" } | "下" { "下" } | "上一" | "下一" )
  ///                [ "个" ] unit_word
  ///              | ( "上" | "此前" | "下" | "此后" ) number counted_unit .
  private func chineseRelatives(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = []
    for spelling in ["本", "这", "这一", "当前"] {
      guard let start = word(spelling, at: position) else { continue }
      for unit in PeriodWords.chineseUnits.matches(in: text, at: word("个", at: start) ?? start) {
        found.append(PeriodReading(unit.end, .relative(unit.meaning, offset: 0)))
      }
    }
    for (spelling, sign) in [("上", -1), ("下", 1)] {
      var (start, steps) = (position, 0)
      while let next = word(spelling, at: start), steps < 9 { (start, steps) = (next, steps + 1) }
      guard steps > 0 else { continue }
      // 上一季度 is 上季度.
      if steps == 1, let counted = word("一", at: start) { start = counted }
      let linked = word("个", at: start)
      for unit in PeriodWords.chineseUnits.matches(in: text, at: linked ?? start) {
        // 上半年 is the first half of this year.
        guard unit.meaning != .half || linked != nil else { continue }
        found.append(PeriodReading(unit.end, .relative(unit.meaning, offset: sign * steps)))
      }
    }
    for (spelling, isFuture) in [("上", false), ("此前", false), ("下", true), ("此后", true)] {
      for (end, count, unit) in countedUnits(behind: [spelling], at: position) {
        found.append(PeriodReading(end, Self.whole(count, unit, isFuture: isFuture)))
      }
    }
    return found
  }

  /// Reads `this month`, `last quarter`, `week before last`, `previous 3 months`, `3 days ago`.
  ///
  ///     relative = [ "the " ] ( "this" | "current" | "last" | "next" | "previous" ) " " unit_word
  ///              | [ "the " ] unit_word ( " before last" | " after next" )
  ///              | ( "previous " | "following " ) count " " counted_unit
  ///              | count " " counted_unit ( " ago" | " from now" | " from today" ) .
  private func englishRelatives(at position: Int) -> [PeriodReading] {
    let start = word("the ", at: position) ?? position
    var found: [PeriodReading] = []
    for (spelling, offset) in [("this ", 0), ("current ", 0), ("last ", -1), ("next ", 1)] {
      guard let start = word(spelling, at: start) else { continue }
      for unit in PeriodWords.englishUnits.matches(in: text, at: start) {
        found.append(PeriodReading(unit.end, .relative(unit.meaning, offset: offset)))
      }
      // `next friday` is the one of next week, as 下周五 is.
      let week = PeriodSyntax.relative(.week, offset: offset)
      for day in PeriodWords.weekdays.matches(in: text, at: start) {
        found.append(PeriodReading(day.end, .composed(.weekday(day.meaning), of: week)))
      }
      if let end = word("weekend", at: start) {
        found.append(PeriodReading(end, .composed(.weekend, of: week)))
      }
    }
    for unit in PeriodWords.englishUnits.matches(in: text, at: start) {
      for (spelling, offset) in [(" before last", -2), (" after next", 2)] {
        guard let end = word(spelling, at: unit.end) else { continue }
        found.append(PeriodReading(end, .relative(unit.meaning, offset: offset)))
      }
    }
    // `the previous month` belongs to `compare with`, so no article is read here.
    if let start = word("previous ", at: position) {
      for unit in PeriodWords.englishUnits.matches(in: text, at: start) {
        found.append(PeriodReading(unit.end, .relative(unit.meaning, offset: -1)))
      }
    }
    for (spelling, isFuture) in [("previous ", false), ("following ", true)] {
      guard let start = word(spelling, at: position) else { continue }
      for (end, count, unit) in englishCounts(at: start) {
        found.append(PeriodReading(end, Self.whole(count, unit, isFuture: isFuture)))
      }
    }
    let single = word("a ", at: position).map { start in
      (PeriodWords.countedEnglishUnits.matches(in: text, at: start)
        + PeriodWords.distantEnglishUnits.matches(in: text, at: start))
        .map { ($0.end, 1, $0.meaning) }
    }
    for (end, count, unit) in englishCounts(at: position)
      + englishCounts(at: position, of: PeriodWords.distantEnglishUnits) + (single ?? [])
    where unit == .day || (1...9).contains(count) {
      if let end = word(" ago", at: end) {
        found.append(PeriodReading(end, .relative(unit, offset: -count)))
      }
      if let end = word([" from now", " from today"], at: end) {
        found.append(PeriodReading(end, .relative(unit, offset: count)))
      }
    }
    return found
  }

  /// So many whole units; one of them is a unit counted from this one.
  private static func whole(_ count: Int, _ unit: PeriodUnit, isFuture: Bool) -> PeriodSyntax {
    switch count {
    case 0: .invalid(.nothingCounted(unit))
    case 1: .relative(unit, offset: isFuture ? 1 : -1)
    default: .whole(count: count, unit, isFuture: isFuture)
    }
  }
}
