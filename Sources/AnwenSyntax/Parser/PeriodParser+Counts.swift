extension PeriodParser {
  /// Reads units that are counted up to today or from today on.
  func countings(at position: Int) -> [PeriodReading] {
    chineseCountings(at: position) + englishCountings(at: position)
  }

  /// Reads 近30天, 最近三个月, 近半年, 未来7天, 7天内.
  ///
  ///     counted = ( "近" | "最近" | "过去" | "未来" | "今后" | "接下来" ) counts [ within ]
  ///             | counts within .
  ///     counts  = number counted_unit | "半年" .
  ///     within  = "内" | "以内" | "之内" .
  private func chineseCountings(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = []
    let openers = [
      (["近", "最近", "过去"], false), (["未来", "今后", "接下来"], true),
    ]
    for (spellings, isFuture) in openers {
      for (end, count, unit) in countedUnits(behind: spellings, at: position, isRolling: true) {
        let syntax = Self.rolling(count, unit, isFuture: isFuture)
        found.append(PeriodReading(end, syntax))
        if let end = within(end) { found.append(PeriodReading(end, syntax)) }
        if !isFuture, let end = word(["来", "以来"], at: end) {
          found.append(PeriodReading(end, syntax))
        }
      }
    }
    for (end, count, unit) in countedUnits(behind: [""], at: position, isRolling: true) {
      // 2024年内 is the year 2024.
      guard unit != .year || digits(at: position, count: 4...4) == nil else { continue }
      if let end = within(end) {
        found.append(PeriodReading(end, Self.rolling(count, unit, isFuture: true)))
      }
    }
    return found
  }

  /// Reads one unit by the way to it: 3天前, 两周前, 一个月后. Days reach as far as they like, other
  /// units nine steps, as 上 and 下 do.
  ///
  ///     distance = ( number [ " " ] distant_unit | "半年" ) ( "前" | "后" ) .
  func chineseDistances(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = []
    for (spelling, offset) in [("半年前", -1), ("半年后", 1)] {
      guard let end = word(spelling, at: position) else { continue }
      found.append(PeriodReading(end, .relative(.half, offset: offset)))
    }
    guard let number = number(at: position) else { return found }
    for unit in PeriodWords.distantChineseUnits.matches(in: text, at: skipSpace(number.end))
    where unit.meaning == .day || (1...9).contains(number.value) {
      if let end = word("前", at: unit.end) {
        found.append(PeriodReading(end, .relative(unit.meaning, offset: -number.value)))
      }
      if let end = word("后", at: unit.end) {
        found.append(PeriodReading(end, .relative(unit.meaning, offset: number.value)))
      }
    }
    return found
  }

  /// The end of the word that closes 7天内.
  private func within(_ position: Int) -> Int? { word(["内", "以内", "之内"], at: position) }

  /// Reads one of several openers, a number, and the unit that it counts; with `isRolling` also
  /// 近半年 and 近三月, which name other periods behind 上 or 前.
  func countedUnits(
    behind openers: [String], at position: Int, isRolling: Bool = false
  ) -> [(end: Int, count: Int, unit: PeriodUnit)] {
    var found: [(end: Int, count: Int, unit: PeriodUnit)] = []
    for opener in openers {
      guard let start = word(opener, at: position).map(skipSpace) else { continue }
      if isRolling, let end = word("半年", at: start) { found.append((end, 1, .half)) }
      guard let number = number(at: start) else { continue }
      let unitStart = skipSpace(number.end)
      for unit in PeriodWords.countedChineseUnits.matches(in: text, at: unitStart) {
        found.append((unit.end, number.value, unit.meaning))
      }
      if isRolling, !opener.isEmpty, let end = word("月", at: unitStart) {
        found.append((end, number.value, .month))
      }
    }
    return found
  }

  /// Reads `last 30 days`, `past week`, `next 7 days`, `within 7 days`.
  ///
  ///     counted = [ "the " ] ( "last" | "past" | "next" | "coming" ) " " count " " counted_unit
  ///             | [ "the " ] "past " unit_word | "within " [ "the next " ] count " " counted_unit
  ///             | "within a " counted_unit .
  private func englishCountings(at position: Int) -> [PeriodReading] {
    let article = word("the ", at: position) ?? position
    var found: [PeriodReading] = []
    let openers = [
      ("last ", article, false), ("past ", article, false), ("next ", article, true),
      ("coming ", article, true), ("within ", position, true),
      ("within the next ", position, true), ("within next ", position, true),
    ]
    for (spelling, start, isFuture) in openers {
      guard let start = word(spelling, at: start) else { continue }
      for (end, count, unit) in englishCounts(at: start) {
        found.append(PeriodReading(end, Self.rolling(count, unit, isFuture: isFuture)))
      }
    }
    if let start = word("within a ", at: position) {
      found += PeriodWords.countedEnglishUnits.matches(in: text, at: start).map {
        PeriodReading($0.end, Self.rolling(1, $0.meaning, isFuture: true))
      }
    }
    if let start = word("past ", at: article) {
      for unit in PeriodWords.englishUnits.matches(in: text, at: start)
      where unit.meaning != .semester && unit.meaning != .fiscalYear {
        found.append(PeriodReading(unit.end, Self.rolling(1, unit.meaning, isFuture: false)))
      }
    }
    return found
  }

  /// So many units up to today or from today on, or why that is no period.
  private static func rolling(_ count: Int, _ unit: PeriodUnit, isFuture: Bool) -> PeriodSyntax {
    count == 0
      ? .invalid(.nothingCounted(unit)) : .rolling(count: count, unit, isFuture: isFuture)
  }
}
