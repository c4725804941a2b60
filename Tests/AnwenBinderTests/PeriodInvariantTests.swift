import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes
import Testing

@Suite("Periods: invariants")
struct PeriodInvariantTests {
  /// Every phrase of the tables, in both spellings.
  private static let phrases = PeriodSample.november.flatMap { [$0.chinese, $0.english] }

  @Test("every phrase on every day of three years: in order, and whole units stay whole")
  func everyDay() throws {
    let parsed = Self.phrases.compactMap { parse($0) }
    #expect(parsed.count == Self.phrases.count)
    let syntaxes = Set(parsed)
    var today = try #require(CalendarDate("2023-01-01"))
    while today.year < 2026 {
      let resolver = PeriodResolver(today: today)
      for syntax in syntaxes {
        switch resolver.resolve(syntax) {
        case .success(let resolved): try check(resolved, of: syntax, on: today)
        // 6月以来 and 6月到今天 have not begun in January.
        case .failure(.backwards): #expect(Self.mayNotHaveBegun(syntax), "\(syntax) on \(today)")
        case .failure(let problem): Issue.record("\(syntax) on \(today): \(problem)")
        }
      }
      today = try #require(today.adding(days: 1))
    }
  }

  private func check(
    _ resolved: ResolvedPeriods, of syntax: PeriodSyntax, on today: CalendarDate
  ) throws {
    // A quarter of a million periods are looked at, so nothing is expected that holds.
    if resolved.periods.isEmpty { Issue.record("\(syntax) on \(today) is nothing") }
    for period in resolved.periods {
      guard let start = period.start, let last = period.last else {
        if period.granularity != .range { Issue.record("\(syntax) on \(today) is open") }
        continue
      }
      guard start <= last else {
        Issue.record("\(syntax) on \(today) ends before it begins")
        continue
      }
      guard period.granularity != .range else { continue }
      let isWhole = Period.unit(from: start, through: last) == period.granularity
      let meetsNeighbours =
        period.next?.start == last.adding(days: 1)
        && period.previous?.last == start.adding(days: -1)
      if !isWhole || !meetsNeighbours { Issue.record("\(syntax) on \(today): \(period)") }
    }
    switch syntax {
    case .rolling(let count, .day, _):
      let isRight =
        resolved.single?.dayCount == count && resolved.single?.contains(today) == true
      if !isRight { Issue.record("\(syntax) on \(today)") }
    case .relative(_, 0):
      if resolved.single?.contains(today) != true { Issue.record("\(syntax) on \(today)") }
    default: break
    }
  }

  private static func mayNotHaveBegun(_ syntax: PeriodSyntax) -> Bool {
    switch syntax {
    case .toDate, .range: true
    default: false
    }
  }

  @Test("neighbouring units meet on every day of three years")
  func neighbours() throws {
    var today = try #require(CalendarDate("2023-01-01"))
    let units: [PeriodUnit] = [.day, .week, .month, .quarter, .half, .year, .fiscalYear]
    while today.year < 2026 {
      let resolver = PeriodResolver(today: today)
      for unit in units {
        let periods = try (-2...2).map { (offset: Int) throws -> Period in
          let resolved = try resolver.resolve(.relative(unit, offset: offset)).get()
          return try #require(resolved.single)
        }
        for (left, right) in zip(periods, periods.dropFirst()) {
          #expect(left.last?.adding(days: 1) == right.start)
        }
        let before = try resolver.resolve(.whole(count: 2, unit, isFuture: false)).get().single
        #expect(before?.start == periods[0].start && before?.last == periods[1].last)
      }
      today = try #require(today.adding(days: 1))
    }
  }

  @Test("the units of a year meet and fill it; weeks fill it from the first Thursday's on")
  func unitsOfYears() throws {
    let resolver = PeriodResolver(today: try #require(CalendarDate("2024-11-15")))
    let units: [PeriodUnit] = [.day, .week, .tenDays, .month, .quarter, .half, .year]
    for year in 2019...2027 {
      let whole = try #require(resolver.resolve(.year(year)).get().single)
      for unit in units {
        let parts = try resolver.units(unit, of: whole).get()
        for (left, right) in zip(parts, parts.dropFirst()) {
          #expect(left.last?.adding(days: 1) == right.start, "\(unit) of \(year)")
        }
        if unit == .week {
          // 2020 and 2026 have 53.
          #expect(parts.count == (year == 2020 || year == 2026 ? 53 : 52))
          #expect(parts.allSatisfy { $0.start?.isoWeek.year == year })
        } else {
          #expect(parts.first?.start == whole.start && parts.last?.last == whole.last)
        }
      }
      // Each week belongs to one month of the year.
      let months = try resolver.units(.month, of: whole).get()
      let weeks = try months.flatMap { try resolver.units(.week, of: $0).get() }
      #expect(weeks == (try resolver.units(.week, of: whole).get()))
    }
  }

  @Test("last Friday, this Friday and next Friday are a week apart on every day of three years")
  func weekdays() throws {
    var today = try #require(CalendarDate("2023-01-01"))
    while today.year < 2026 {
      let resolver = PeriodResolver(today: today)
      let days = try (-1...1).map { (offset: Int) throws -> CalendarDate? in
        let friday = PeriodSyntax.part(.weekday(5), of: .relative(.week, offset: offset))
        return try resolver.resolve(friday).get().single?.start
      }
      if days[0]?.adding(days: 7) != days[1] || days[1]?.adding(days: 7) != days[2] {
        Issue.record("Fridays around \(today): \(days)")
      }
      today = try #require(today.adding(days: 1))
    }
  }

  @Test("every prefix, from every position: no trap, and one meaning for each end")
  func prefixes() {
    for phrase in Self.phrases {
      let scalars = folded(phrase)
      for count in 0...scalars.count {
        let parser = PeriodParser(Array(scalars[..<count]))
        for position in 0...count {
          var meanings: [Int: PeriodSyntax] = [:]
          for match in parser.readings(at: position, expectsPeriod: true) {
            #expect(match.end > position && match.end <= count)
            #expect(meanings[match.end] ?? match.syntax == match.syntax, "\(phrase)")
            meanings[match.end] = match.syntax
          }
        }
      }
    }
  }

  @Test("what is printed in either language reads as the same syntax", arguments: phrases)
  func roundTrip(phrase: String) throws {
    let syntax = try #require(parse(phrase))
    for language in Language.allCases {
      let printed = PeriodPrinter(language).print(syntax)
      #expect(parse(printed) == syntax, "\(printed)")
    }
  }

  @Test("the canonical text of every resolved period is a literal of the language, too")
  func canonicalText() throws {
    for sample in PeriodSample.november where !sample.expected.contains(",") {
      guard !sample.expected.hasPrefix(".."), !sample.expected.hasSuffix("..") else { continue }
      #expect(
        resolve(sample.expected, on: "2020-01-01") == resolve(sample.expected, on: "2030-05-05"))
      let period = try #require(Period(sample.expected))
      let literal = try #require(resolve(sample.expected, on: "2020-01-01"))
      #expect(Period(literal)?.start == period.start && Period(literal)?.last == period.last)
    }
  }
}

@Suite("Periods: words")
struct PeriodTextTests {
  @Test(
    "ranges and words",
    arguments: [
      (
        "2024Q4", "2024-10-01 … 2024-12-31",
        "the fourth quarter of 2024 (2024-10-01 to 2024-12-31)",
        "2024年第四季度（2024-10-01 至 2024-12-31）"
      ),
      (
        "2024H1", "2024-01-01 … 2024-06-30", "the first half of 2024 (2024-01-01 to 2024-06-30)",
        "2024年上半年（2024-01-01 至 2024-06-30）"
      ),
      (
        "2024-06", "2024-06-01 … 2024-06-30", "June 2024 (2024-06-01 to 2024-06-30)",
        "2024年6月（2024-06-01 至 2024-06-30）"
      ),
      (
        "2024-W01", "2024-01-01 … 2024-01-07", "week 1 of 2024 (2024-01-01 to 2024-01-07)",
        "2024年第1周（2024-01-01 至 2024-01-07）"
      ),
      (
        "2024", "2024-01-01 … 2024-12-31", "2024 (2024-01-01 to 2024-12-31)",
        "2024年（2024-01-01 至 2024-12-31）"
      ),
      ("2024-06-30", "2024-06-30", "2024-06-30", "2024-06-30"),
      (
        "2024-01-05..2024-03-09", "2024-01-05 … 2024-03-09", "2024-01-05 to 2024-03-09",
        "2024-01-05 至 2024-03-09"
      ),
      ("..2024-06-30", "… 2024-06-30", "up to and including 2024-06-30", "至2024-06-30（含）"),
      ("2024-06-30..", "2024-06-30 …", "from 2024-06-30 on", "自2024-06-30起（含）"),
      ("..", "…", "any day", "不限日期"),
    ])
  func words(text: String, range: String, english: String, chinese: String) throws {
    let period = try #require(Period(text))
    #expect(PeriodText.range(period) == range)
    #expect(PeriodText.words(period).english == english)
    #expect(PeriodText.words(period).chinese == chinese)
  }

  @Test("ten-day parts")
  func tenDays() throws {
    let date = try #require(CalendarDate("2024-06-25"))
    let period = try #require(Period(.tenDays, containing: date))
    #expect(PeriodText.words(period).english == "late June 2024 (2024-06-21 to 2024-06-30)")
    #expect(PeriodText.words(period).chinese == "2024年6月下旬（2024-06-21 至 2024-06-30）")
    for unit in Period.Granularity.allCases {
      #expect(!PeriodText.unitName(unit).english.isEmpty)
      #expect(!PeriodText.unitName(unit).chinese.isEmpty)
    }
  }
}

extension ResolvedPeriods {
  /// The period where there is only one.
  fileprivate var single: Period? { periods.count == 1 ? periods[0] : nil }
}
