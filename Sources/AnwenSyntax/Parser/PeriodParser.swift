/// A period literal that was read, with the position behind it.
package struct PeriodMatch: Hashable, Sendable {
  package let end: Int
  package let syntax: PeriodSyntax
  /// The parameter of a script that stands for the period.
  var parameter: ParameterUse?
}

/// Reads period literals in both languages, at any position of a text.
///
/// The text is folded: full-width forms are ASCII, ASCII letters lower case, every run of white
/// space one unit of its class, quoted text one U+FFFC. The grammar is `Grammar/periods.ebnf`.
package struct PeriodParser: Sendable {
  /// The longest list that is read: the periods of a year's weeks and then some.
  static let longestList = 64

  let text: [UInt32]

  /// A parser over folded scalars; traditional forms of the closed words count as simplified ones.
  package init(_ text: [UInt32]) { self.text = TraditionalForms.simplified(text) }

  /// A parser over a text from the lexer.
  package init(_ text: LexedText) { self.text = text.simplified }

  /// Every literal that starts at `position`, the longest first, one for each end.
  ///
  /// A number alone is a year only with `expectsPeriod`, where the caller knows that nothing but
  /// a period may stand; with `takesComma` a comma goes on with a list, as it does beside a noun. A
  /// Latin word or number is never cut in two. Total: any position is fine.
  package func matches(
    at position: Int, expectsPeriod: Bool = false, takesComma: Bool = false
  ) -> [PeriodMatch] {
    var longest: [Int: PeriodSyntax] = [:]
    let readings = readings(
      at: position, expectsPeriod: expectsPeriod, takesComma: takesComma)
    for match in readings where longest[match.end] == nil {
      longest[match.end] = match.syntax
    }
    return longest.sorted { $0.key > $1.key }.map { PeriodMatch(end: $0.key, syntax: $0.value) }
  }

  /// Every reading, also several of one end; the grammar gives equal ones there.
  package func readings(
    at position: Int, expectsPeriod: Bool, takesComma: Bool = false
  ) -> [PeriodMatch] {
    guard PeriodStart.isPossible(in: text, at: position), !isInsideNumber(position) else {
      return []
    }
    let units = units(at: position, allowsYear: expectsPeriod)
    let groups = groups(at: position)
    let ranges = ranges(at: position, from: units, allowsYear: expectsPeriod)
    var all = relations(at: position, from: units) + units + groups + ranges
    all += closedRanges(ranges) + rangesBetween(at: position, units: units) + opened(at: position)
    all += lists(
      from: listStarts(units, groups, ranges),
      allowsYear: expectsPeriod, takesComma: takesComma)
    return all.map { PeriodMatch(end: $0.end, syntax: $0.syntax.completed) }
  }

  /// Whether a word or a decimal number goes on across `position`: 3.5月 is no May.
  func isInsideNumber(_ position: Int) -> Bool {
    if UnitClass.cutsLatin(text, at: position) { return true }
    return position >= 2 && UnitClass.isDigit(text[position]) && text[position - 1] == 0x2e
      && UnitClass.isDigit(text[position - 2])
  }
}

// MARK: - One unit, composed of larger and smaller ones

/// A period read so far, with what decides how it may go on.
struct PeriodReading {
  let end: Int
  let syntax: PeriodSyntax
  /// The unit that it is one of, also where `syntax` is invalid; nil takes no parts.
  let unit: PeriodUnit?
  /// A number without 年, which is a year only where a period is expected or a part follows.
  var isBareYear = false
  /// Whether English words ended with their larger unit: `June 2024`.
  var endsWithContainer = false
  /// Whether it is an English month and day, behind which a day alone ends a range: `Jan 10–12`.
  var endsInDay = false

  /// Whether it is several parts with one unit: 去年1—9月.
  var isGroup: Bool {
    switch syntax {
    case .range, .list: true
    default: false
    }
  }

  /// A reading of one unit, or of something that takes no parts.
  init(_ end: Int, _ syntax: PeriodSyntax, unit: PeriodUnit? = nil) {
    self.end = end
    self.syntax = syntax
    self.unit = unit ?? syntax.unit
  }
}

extension PeriodParser {
  /// Reads one unit with the smaller ones behind it: 去年5月, 2024年6月30日, `2024 Q2`.
  ///
  /// Only units above `lowest` are looked for, which bounds the recursion: `end of June of last
  /// year` goes up one unit with each step.
  ///
  ///     unit = root { [ " " ] [ "的" ] part } [ inside ] .
  func units(
    at position: Int, allowsYear: Bool, above lowest: PeriodUnit? = nil
  ) -> [PeriodReading] {
    var pending = roots(at: position, above: lowest)
    var found: [PeriodReading] = []
    while let reading = pending.popLast() {
      if !reading.isBareYear || allowsYear { found.append(reading) }
      pending += compositions(of: reading)
      if let unit = reading.unit, unit > .day, !reading.isBareYear || allowsYear {
        for suffix in PeriodWords.insideSuffixes.matches(in: text, at: reading.end)
        where suffix.meaning ?? unit == unit {
          found.append(PeriodReading(suffix.end, reading.syntax))
        }
      }
    }
    guard let lowest else { return found }
    return found.filter { reading in reading.unit.map { $0 > lowest } ?? false }
  }

  /// The reading with each part that may follow it.
  private func compositions(of reading: PeriodReading) -> [PeriodReading] {
    guard let unit = reading.unit, unit > .day else { return [] }
    var found: [PeriodReading] = []
    var starts = [reading.end]
    if let spaced = word(" ", at: reading.end) { starts.append(spaced) }
    if !UnitClass.isLatin(text[reading.end - 1]), let linked = word("的", at: reading.end) {
      starts.append(linked)
    }
    for start in starts where !UnitClass.cutsLatin(text, at: start) {
      for part in parts(at: start) + leadingParts(at: start) where part.part.fits(in: unit) {
        found.append(compose(part, of: reading))
      }
      found += groups(at: start, in: reading)
    }
    for part in edges(at: reading.end, of: unit) { found.append(compose(part, of: reading)) }
    if unit == .week, endsInWeekWord(reading.end) {
      for day in PeriodWords.chineseWeekdays.matches(in: text, at: reading.end) {
        let part = PartReading(end: day.end, part: .weekday(day.meaning))
        found.append(compose(part, of: reading))
      }
      if let end = word("末", at: reading.end) {
        found.append(compose(PartReading(end: end, part: .weekend), of: reading))
      }
    }
    return found
  }

  /// The reading of a part with its larger unit.
  private func compose(_ part: PartReading, of container: PeriodReading) -> PeriodReading {
    PeriodReading(
      part.end, .composed(part.part, of: container.syntax), unit: part.part.unit)
  }

  /// Whether 周, 星期 or 礼拜 ends here, so that 二 may follow: 上周二.
  private func endsInWeekWord(_ position: Int) -> Bool {
    [0x5468, 0x671f, 0x62dc].contains(text[position - 1])
  }
}

// MARK: - Reading words

extension PeriodParser {
  /// The scalar at a position; nil outside the text.
  func scalar(_ position: Int) -> UInt32? {
    text.indices.contains(position) ? text[position] : nil
  }

  /// The position behind a spelling that stands here; a word's end is not looked at.
  func word(_ spelling: String, at position: Int) -> Int? {
    let units = spelling.unicodeScalars.lazy.map(\.value)
    return UnitClass.end(of: units, in: text, at: position, limit: text.count)
  }

  /// The position behind one of several spellings, the first that stands here.
  func word(_ spellings: [String], at position: Int) -> Int? {
    for spelling in spellings {
      if let end = word(spelling, at: position), !UnitClass.cutsLatin(text, at: end) { return end }
    }
    return nil
  }

  /// The position behind a space, or the same where there is none.
  func skipSpace(_ position: Int) -> Int { word(" ", at: position) ?? position }
}
