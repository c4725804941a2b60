// MARK: - Ranges with both ends

extension PeriodParser {
  /// Reads two units with a separator between them.
  ///
  ///     range = unit separator unit .
  ///
  /// What one end leaves out, the other says: 2024年1月到3月, `June to August 2024`.
  func ranges(from units: [PeriodReading], allowsYear: Bool) -> [PeriodReading] {
    units.flatMap { first -> [PeriodReading] in
      guard first.unit != nil else { return [] }
      return separators(behind: first).flatMap { start, isEnglishWord -> [PeriodReading] in
        let lasts =
          self.units(at: start, allowsYear: allowsYear || first.unit == .year)
          + daySigns(at: start, beside: first.syntax)
        return lasts.compactMap { join(first, $0, sharesContainer: isEnglishWord) }
          + englishDays(at: start, beside: first).compactMap {
            join(first, $0, sharesContainer: true)
          }
      }
    }
  }

  /// The range of two units; where `sharesContainer`, the second end's larger unit counts for the
  /// first, too.
  private func join(
    _ first: PeriodReading, _ last: PeriodReading, sharesContainer: Bool
  ) -> PeriodReading? {
    guard last.unit != nil else { return nil }
    let isShared = sharesContainer && last.endsWithContainer
    let start = isShared ? first.syntax.inheriting(from: last.syntax) : first.syntax
    return PeriodReading(last.end, .range(start, last.syntax.inheriting(from: start)))
  }

  /// Reads `between January and June`, 介于1月和6月, 1月和6月之间.
  ///
  ///     between = ( "between " | "介于" ) unit and unit [ "之间" | "期间" ] | unit and unit "之间" .
  ///     and     = " and " | "和" | "与" | "到" | "至" .
  func rangesBetween(at position: Int, units: [PeriodReading]) -> [PeriodReading] {
    let joined = PeriodWords.betweenOpeners.matches(in: text, at: position).flatMap { opener in
      let first = self.units(at: skipSpace(opener.end), allowsYear: true)
      return joinedByAnd(first, allowsYear: true)
    }
    let closed = joinedByAnd(units, allowsYear: false).flatMap { range in
      [word("之间", at: range.end)].compactMap { $0.map { PeriodReading($0, range.syntax) } }
    }
    return joined + closedRanges(joined) + closed
  }

  /// Two units with `and`, 和 or a word of a range between them.
  private func joinedByAnd(_ units: [PeriodReading], allowsYear: Bool) -> [PeriodReading] {
    units.flatMap { first -> [PeriodReading] in
      let start = skipSpace(first.end)
      guard first.unit != nil, !UnitClass.cutsLatin(text, at: start),
        let end = word(["and ", "和", "与", "到", "至"], at: start)
      else { return [] }
      return self.units(at: skipSpace(end), allowsYear: allowsYear).compactMap {
        join(first, $0, sharesContainer: true)
      }
    }
  }

  /// The ranges with the words that may close them: 1月到3月之间.
  func closedRanges(_ ranges: [PeriodReading]) -> [PeriodReading] {
    ranges.flatMap { range in
      PeriodWords.rangeClosers.matches(in: text, at: range.end).map {
        PeriodReading($0.end, range.syntax)
      }
    }
  }

  /// Reads `during June`, `over the past month`, `on June 3 and June 5`, `the year 2024`.
  ///
  ///     opened = ( "during " | "over " | "throughout " ) ( unit | counted | range | list )
  ///            | "on " ( day | days ) | "the month of " month | "the year " year .
  func opened(at position: Int) -> [PeriodReading] {
    PeriodWords.insideOpeners.matches(in: text, at: position).flatMap { opener in
      let units = units(at: opener.end, allowsYear: true)
      let all: [PeriodReading]
      if let unit = opener.meaning {
        let lists = unit == .day ? lists(at: opener.end, allowsYear: true) : []
        all = units.filter { $0.unit == unit } + lists.filter(\.syntax.consistsOfDays)
      } else {
        all =
          units + ranges(from: units, allowsYear: true) + englishDayRanges(at: opener.end)
          + lists(at: opener.end, allowsYear: true)
      }
      return all.map { PeriodReading($0.end, $0.syntax) }
    }
  }

  /// Reads `from a to b`, 从a到b, 自a起至b止; a number alone may be a year here.
  ///
  ///     opened_range = ( "from " | "从" | "自" ) range [ "止" | "为止" ] .
  func openedRanges(at position: Int) -> [PeriodReading] {
    PeriodWords.rangeOpeners.matches(in: text, at: position).flatMap { opener in
      let start = skipSpace(opener.end)
      let ranges =
        ranges(from: units(at: start, allowsYear: true), allowsYear: true)
        + englishDayRanges(at: start)
      return ranges.flatMap { range in
        [range]
          + PeriodWords.untilClosers.matches(in: text, at: range.end).map {
            PeriodReading($0.end, range.syntax)
          }
      }
    }
  }

  /// Reads what stands between the ends of a range.
  private func separators(behind first: PeriodReading) -> [(end: Int, isEnglishWord: Bool)] {
    var found: [(end: Int, isEnglishWord: Bool)] = []
    for word in PeriodWords.rangeSeparators.matches(in: text, at: skipSpace(first.end)) {
      found.append((skipSpace(word.end), word.meaning))
    }
    // A spaced hyphen subtracts, and 2024-q2 is one quarter.
    if !first.isBareYear, let end = word("-", at: first.end), word(" ", at: end) == nil {
      found.append((end, false))
    }
    return found
  }
}

// MARK: - Ranges with one end

extension PeriodParser {
  /// Reads a period with words that make an open range, or a range to date, of it.
  func relations(at position: Int, from units: [PeriodReading]) -> [PeriodReading] {
    units.flatMap(suffixed) + prefixed(at: position) + sinceForms(at: position)
      + untilForms(at: position) + unitsToDate(at: position)
  }

  /// Reads 6月底前, 6月起, 今年以来, `June to date`.
  ///
  ///     relation = unit ( "前" | "之前" | "以前" | "后" | "之后" | "以后" | "起" | "开始" )
  ///              | unit ( "以来" | "至今" | " to date" ) .
  private func suffixed(_ reading: PeriodReading) -> [PeriodReading] {
    guard let unit = reading.unit else { return [] }
    var found = PeriodWords.toDateSuffixes.matches(in: text, at: reading.end).map {
      PeriodReading($0.end, .toDate(reading.syntax))
    }
    for suffix in PeriodWords.relationSuffixes.matches(in: text, at: reading.end) {
      // 本月前三名 are the top three; 6月底前三项 are three things that are due.
      let isOneCharacter = suffix.end == reading.end + 1
      guard unit == .day || !isOneCharacter || number(at: suffix.end) == nil else { continue }
      let relation = suffix.meaning ?? (unit == .day ? .by : .before)
      found.append(PeriodReading(suffix.end, .open(relation, reading.syntax)))
    }
    return found
  }

  /// Reads `before June`, `by 2024`, 截至6月底.
  ///
  ///     relation = relation_word [ " " ] unit [ "止" | "为止" | " on" | " onwards" ] .
  private func prefixed(at position: Int) -> [PeriodReading] {
    PeriodWords.relationPrefixes.matches(in: text, at: position).flatMap { word in
      (units(at: skipSpace(word.end), allowsYear: true)
        + (word.meaning == .by ? presentDay(at: word.end) : []))
        .flatMap { unit -> [PeriodReading] in
          guard unit.unit != nil else { return [] }
          let syntax = PeriodSyntax.open(word.meaning, unit.syntax)
          var ends = [unit.end]
          switch word.meaning {
          case .by: ends += PeriodWords.untilClosers.matches(in: text, at: unit.end).map(\.end)
          case .since: ends += [self.word([" on", " onwards"], at: unit.end)].compactMap { $0 }
          case .before, .after: break
          }
          return ends.map { PeriodReading($0, syntax) }
        }
    }
  }

  /// Reads 目前 behind 截至, which is today.
  private func presentDay(at position: Int) -> [PeriodReading] {
    PeriodWords.presentWords.matches(in: text, at: position).map {
      PeriodReading($0.end, .relative(.day, offset: 0))
    }
  }

  /// Reads 自6月起, 从6月开始, 自6月以来.
  private func sinceForms(at position: Int) -> [PeriodReading] {
    PeriodWords.sinceOpeners.matches(in: text, at: position).flatMap { opener in
      units(at: skipSpace(opener.end), allowsYear: true).flatMap(suffixed).filter { reading in
        switch reading.syntax {
        case .open(.since, _), .open(.after, _), .toDate: true
        default: false
        }
      }
    }
  }

  /// Reads 到6月底为止.
  private func untilForms(at position: Int) -> [PeriodReading] {
    guard let start = word(["到", "至"], at: position) else { return [] }
    return units(at: start, allowsYear: true).filter { $0.unit != nil }.flatMap { unit in
      PeriodWords.untilClosers.matches(in: text, at: unit.end).map {
        PeriodReading($0.end, .open(.by, unit.syntax))
      }
    }
  }

  /// Reads `year to date`, `so far this year`.
  private func unitsToDate(at position: Int) -> [PeriodReading] {
    var found: [PeriodReading] = PeriodWords.englishUnits.matches(in: text, at: position)
      .compactMap { unit in
        word([" to date", "-to-date"], at: unit.end).map {
          PeriodReading($0, .toDate(.relative(unit.meaning, offset: 0)))
        }
      }
    if let start = word("so far ", at: position) {
      found += units(at: start, allowsYear: true).filter { $0.unit != nil }.map {
        PeriodReading($0.end, .toDate($0.syntax))
      }
    }
    return found
  }
}
