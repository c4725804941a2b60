extension PeriodParser {
  /// Reads `June`, `Q2`, `H1`, `week 31`, `spring semester`.
  func latinParts(at position: Int) -> [PartReading] {
    guard let first = scalar(position), (0x61...0x7a).contains(first) else { return [] }
    var found = PeriodWords.months.matches(in: text, at: position).map {
      PartReading(end: $0.end, part: .month($0.meaning), takesContainer: true)
    }
    if let end = word("weekend", at: position) {
      found.append(PartReading(end: end, part: .weekend, takesContainer: true))
    }
    let article = word("the ", at: position) ?? position
    found += PeriodWords.englishSemesters.matches(in: text, at: article).map {
      PartReading(end: $0.end, part: .semester($0.meaning), takesContainer: true)
    }
    for (letters, lengths, make) in Self.latinNumbers {
      guard let start = word(letters, at: position), let number = digits(at: start, count: lengths)
      else { continue }
      found.append(PartReading(end: number.end, part: make(number.value), takesContainer: true))
    }
    return found.filter { !UnitClass.cutsLatin(text, at: $0.end) }
  }

  /// Letters or words before a number that make a part of it.
  private static let latinNumbers:
    [(letters: String, lengths: ClosedRange<Int>, make: @Sendable (Int) -> PeriodPart)] = [
      ("q", 1...1, { .quarter($0) }), ("quarter ", 1...1, { .quarter($0) }),
      ("h", 1...1, { .half($0) }), ("half ", 1...1, { .half($0) }),
      ("week ", 1...2, { .week($0) }),
    ]

  /// Reads `first quarter`, `2nd half`, `31st week`, `second semester`, `first 3 quarters`.
  ///
  ///     ordinal_part = ordinal " " ( "quarter" | "half" [ " year" ] | "week" | "semester" )
  ///                  | "first " count " " counted_unit .
  func englishOrdinalParts(at position: Int) -> [PartReading] {
    let position = word("the ", at: position) ?? position
    var found: [PartReading] = []
    for ordinal in ordinals(at: position) {
      guard let start = word(" ", at: ordinal.end) else { continue }
      for unit in PeriodWords.englishUnits.matches(in: text, at: start) {
        let part: PeriodPart? =
          switch unit.meaning {
          case .quarter: .quarter(ordinal.value)
          case .half: .half(ordinal.value)
          case .week: .week(ordinal.value)
          case .semester: .semester(.number(ordinal.value))
          case .day, .tenDays, .month, .year, .fiscalYear: nil
          }
        guard let part else { continue }
        found.append(PartReading(end: unit.end, part: part, takesContainer: true))
      }
    }
    guard let start = word("first ", at: position) else { return found }
    for (end, count, unit) in englishCounts(at: start) {
      found.append(PartReading(end: end, part: .first(count, unit), takesContainer: true))
    }
    return found
  }

  /// Reads `3 months`, `seven days`.
  func englishCounts(
    at position: Int, of units: PeriodWordTable<PeriodUnit> = PeriodWords.countedEnglishUnits
  ) -> [(end: Int, count: Int, unit: PeriodUnit)] {
    counts(at: position).flatMap { number -> [(end: Int, count: Int, unit: PeriodUnit)] in
      guard let start = word(" ", at: number.end) else { return [] }
      return units.matches(in: text, at: start).map {
        ($0.end, number.value, $0.meaning)
      }
    }
  }

  /// Reads what stands before its larger unit: `Q2 of last year`, `June 16, 2024`, `10 January
  /// 2016`, `early June`, `end of the month`.
  func englishRoots(at position: Int, above lowest: PeriodUnit?) -> [PeriodReading] {
    var found: [PeriodReading] = []
    for part in parts(at: position) where part.takesContainer && isAbove(part.part, lowest) {
      found += containers(of: part, at: part.end)
    }
    if lowest == nil {
      found += monthDays(at: position)
      found += edgesOfUnits(at: position)
    }
    if lowest ?? .day < .tenDays { found += monthParts(at: position) }
    for part in lastUnits(at: position) where isAbove(part.part, lowest) {
      found += containers(of: part, at: part.end)
    }
    return found
  }

  /// Whether a part is one unit that is larger than `lowest`.
  private func isAbove(_ part: PeriodPart, _ lowest: PeriodUnit?) -> Bool {
    guard let lowest else { return true }
    return part.unit.map { $0 > lowest } ?? false
  }

  /// Reads the larger unit behind a part.
  ///
  ///     container = ( " of " [ "the " ] | " " ) unit .
  private func containers(of part: PartReading, at position: Int) -> [PeriodReading] {
    var starts: [Int] = []
    if let linked = word(" of ", at: position) {
      starts.append(linked)
      if let article = word("the ", at: linked) { starts.append(article) }
    } else if let spaced = word(" ", at: position) {
      starts.append(spaced)
    }
    let lowest = part.part.unit ?? smallestCounted(part.part)
    return starts.flatMap { start in
      units(at: start, allowsYear: true, above: lowest).compactMap { container in
        guard let unit = container.unit, part.part.fits(in: unit) else { return nil }
        var reading = PeriodReading(
          container.end, .composed(part.part, of: container.syntax), unit: part.part.unit)
        reading.endsWithContainer = true
        return reading
      }
    }
  }

  /// The unit above which a container of the part must lie.
  private func smallestCounted(_ part: PeriodPart) -> PeriodUnit {
    switch part {
    case .first(_, let unit), .last(_, let unit): unit
    case .halfMonth: .tenDays
    default: .day
    }
  }

  /// Reads a month and a day of it, in either order.
  ///
  ///     month_day = month " " day [ [ "," ] container ] | day " " [ "of " ] month [ container ] .
  ///     day       = digit [ digit ] [ "st" | "nd" | "rd" | "th" ] .
  private func monthDays(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = []
    /// Adds the day, and the day with each year behind it.
    func add(_ month: Int, _ day: Int, at end: Int, endsInDay: Bool) {
      for month in months(month, endingAt: end) {
        var reading = PeriodReading(month.end, .composed(.day(day), of: month.syntax), unit: .day)
        reading.endsWithContainer = month.endsWithContainer
        reading.endsInDay = endsInDay && !month.endsWithContainer
        found.append(reading)
      }
    }
    for month in PeriodWords.months.matches(in: text, at: position) {
      guard let start = word(" ", at: month.end) else { continue }
      for day in dayNumbers(at: start) {
        add(month.meaning, day.value, at: day.end, endsInDay: true)
      }
    }
    for day in dayNumbers(at: word("the ", at: position) ?? position) {
      guard let start = word([" of ", " "], at: day.end) else { continue }
      for month in PeriodWords.months.matches(in: text, at: start) {
        add(month.meaning, day.value, at: month.end, endsInDay: false)
      }
    }
    if let start = word("the ", at: position) {
      found += ordinalDigits(at: start).map {
        PeriodReading($0.end, .composed(.day($0.value), of: nil), unit: .day)
      }
    }
    for day in dayOfMonthNumbers(at: position) {
      found += containers(of: PartReading(end: day.end, part: .day(day.value)), at: day.end)
    }
    return found
  }

  /// A month whose words end at a place, alone and with each year that may follow it.
  private func months(_ month: Int, endingAt end: Int) -> [PeriodReading] {
    let part = PartReading(end: end, part: .month(month))
    let afterComma = scalar(end) == 0x2c ? containers(of: part, at: end + 1) : []
    return [PeriodReading(end, .composed(part.part, of: nil))] + containers(of: part, at: end)
      + afterComma
  }

  /// Reads the second end of a range of days behind an English month and day: `Jan 10–12, 2016`.
  func englishDays(at position: Int, beside first: PeriodReading) -> [PeriodReading] {
    guard first.endsInDay else { return [] }
    guard case .part(_, of: .part(.month(let month), _)?) = first.syntax else {
      // Beside June 31 the whole is refused for that.
      return dayNumbers(at: position).flatMap { months(1, endingAt: $0.end) }.map {
        PeriodReading($0.end, first.syntax, unit: .day)
      }
    }
    return dayNumbers(at: position).flatMap { day in
      months(month, endingAt: day.end).map { month in
        var reading = PeriodReading(
          month.end, .composed(.day(day.value), of: month.syntax), unit: .day)
        reading.endsWithContainer = month.endsWithContainer
        return reading
      }
    }
  }

  /// Reads days before their month: `10–12 January 2016`.
  ///
  ///     day_range = day separator day ( " " | " of " ) month [ container ] .
  func englishDayRanges(at position: Int) -> [PeriodReading] {
    dayNumbers(at: position).flatMap { first in
      daySeparatorEnds(behind: first.end).flatMap { dayNumbers(at: $0) }.flatMap { last in
        let start = word([" of ", " "], at: last.end)
        let names = start.map { PeriodWords.months.matches(in: text, at: $0) } ?? []
        return names.flatMap { months($0.meaning, endingAt: $0.end) }.map { month in
          PeriodReading(
            month.end,
            .range(
              .composed(.day(first.value), of: month.syntax),
              .composed(.day(last.value), of: month.syntax)))
        }
      }
    }
  }

  /// The places behind a sign or word between two days.
  private func daySeparatorEnds(behind position: Int) -> [Int] {
    let words = PeriodWords.rangeSeparators.matches(in: text, at: skipSpace(position))
    let hyphen = word("-", at: position).flatMap { word(" ", at: $0) == nil ? $0 : nil }
    return words.map { skipSpace($0.end) } + [hyphen].compactMap { $0 }
  }

  /// Reads `16`, `16th`.
  private func dayNumbers(at position: Int) -> [PeriodNumber] {
    if let number = digits(at: position, count: 1...2), !UnitClass.cutsLatin(text, at: number.end) {
      return [number]
    }
    return ordinalDigits(at: position)
  }

  /// Reads `day 15`, `the 15th`, which need their month behind them: `day 15 of this month`.
  private func dayOfMonthNumbers(at position: Int) -> [PeriodNumber] {
    if let start = word("day ", at: position) {
      return [digits(at: start, count: 1...2)].compactMap { $0 }
    }
    return ordinalDigits(at: word("the ", at: position) ?? position)
  }

  /// Reads `last 10 days`, `last week`, which need their larger unit behind `of`.
  private func lastUnits(at position: Int) -> [PartReading] {
    guard
      let start = word(["last ", "final "], at: word("the ", at: position) ?? position)
    else { return [] }
    let single = PeriodWords.englishUnits.matches(in: text, at: start).map {
      (end: $0.end, count: 1, unit: $0.meaning)
    }
    return (single + englishCounts(at: start)).compactMap { end, count, unit in
      guard word(" of ", at: end) != nil else { return nil }
      return PartReading(end: end, part: Self.last(count, unit), takesContainer: true)
    }
  }

  /// Reads `early June`, `mid-June`, `late last month`, `first half of June`.
  private func monthParts(at position: Int) -> [PeriodReading] {
    let article = word("the ", at: position) ?? position
    let words =
      PeriodWords.englishMonthParts.matches(in: text, at: position)
      + PeriodWords.englishHalfMonths.matches(in: text, at: article)
    return words.flatMap { word in
      let end = scalar(word.end) == 0x2d ? word.end + 1 : self.word(" ", at: word.end)
      guard let end else { return [PeriodReading]() }
      return units(at: end, allowsYear: false, above: .tenDays).compactMap { month in
        guard month.unit == .month else { return nil }
        var reading = PeriodReading(
          month.end, .composed(word.meaning, of: month.syntax), unit: word.meaning.unit)
        reading.endsWithContainer = month.endsWithContainer
        return reading
      }
    }
  }

  /// Reads `end of June`, `start of the quarter`, `first day of 2024`.
  ///
  ///     edge = ( "start" | "beginning" | "end" | "first day" | "last day" ) " of " [ "the " ]
  ///            ( unit | unit_word ) .
  private func edgesOfUnits(at position: Int) -> [PeriodReading] {
    PeriodWords.englishEdges.matches(in: text, at: word("the ", at: position) ?? position)
      .flatMap { edge -> [PeriodReading] in
        guard let start = word(" ", at: edge.end) else { return [] }
        let containers =
          PeriodWords.englishUnits.matches(in: text, at: word("the ", at: start) ?? start).map {
            PeriodReading($0.end, .relative($0.meaning, offset: 0))
          } + units(at: start, allowsYear: true, above: .day)
        return containers.map { container in
          var reading = PeriodReading(
            container.end, .composed(edge.meaning, of: container.syntax), unit: .day)
          reading.endsWithContainer = container.endsWithContainer
          return reading
        }
      }
  }
}
