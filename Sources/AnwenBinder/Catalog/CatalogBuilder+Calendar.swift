import AnwenSyntax

/// What the model says of its calendar: the fiscal year and the semesters.
extension CatalogBuilder {
  mutating func readCalendar() -> CalendarSettings {
    var firstMonth: Int?
    var terms: [CalendarSettings.Term] = []
    for declaration in model.declarations {
      switch declaration {
      case .fiscalYear(let month):
        reportRepeated(.fiscalYear, if: firstMonth != nil, at: month.place)
        firstMonth = readFirstMonth(month) ?? firstMonth
      case .semester(let names, let days):
        guard let term = readTerm(names, days) else { continue }
        checkOrder(of: term, behind: terms, at: days.place)
        terms.append(term)
      case .data, .asOf, .encoding, .constant, .enumeration, .entity: break
      }
    }
    return CalendarSettings(fiscalYearFirstMonth: firstMonth ?? 1, terms: terms)
  }

  /// A month of any year: `April`, 4月.
  private mutating func readFirstMonth(_ month: PeriodListSyntax) -> Int? {
    guard case .part(.month(let number), of: nil) = month.period else {
      report(.notAMonth, at: month.place)
      return nil
    }
    return number
  }

  /// A season's name, and the first and last day of the semester in any year.
  private mutating func readTerm(
    _ names: ModelNames, _ days: PeriodListSyntax
  ) -> CalendarSettings.Term? {
    let words = names.words.map { $0.text.lowercased() }
    guard let season = SemesterName.seasons.first(where: { !$0.words.isDisjoint(with: words) })
    else {
      report(.unknownSeason(names.canonical.text), at: names.canonical.place)
      return nil
    }
    for word in names.words where !season.words.contains(word.text.lowercased()) {
      report(.unknownSeason(word.text), at: word.place)
      return nil
    }
    guard case .range(let first, let last) = days.period, let start = Self.day(first),
      let end = Self.day(last)
    else {
      report(.notDaysOfTheYear, at: days.place)
      return nil
    }
    return CalendarSettings.Term(names: words, start: start, last: end)
  }

  /// A day of a month of any year.
  private static func day(_ syntax: PeriodSyntax) -> CalendarSettings.MonthDay? {
    guard case .part(.day(let day), of: .part(.month(let month), of: nil)?) = syntax else {
      return nil
    }
    return CalendarSettings.MonthDay(month: month, day: day)
  }

  /// Semesters stand in the order of the year, and only the last may reach into the next year.
  private mutating func checkOrder(
    of term: CalendarSettings.Term, behind earlier: [CalendarSettings.Term], at place: SyntaxRange
  ) {
    if earlier.contains(where: { !Set($0.names).isDisjoint(with: term.names) }) {
      report(.repeatedLine(term.names[0]), at: place)
      return
    }
    guard let first = earlier.first, let before = earlier.last else { return }
    let isBehind = before.start <= before.last && before.last < term.start
    // What reaches into the next year ends before the year's first semester begins.
    let isApart = term.start <= term.last || term.last < first.start
    if !isBehind || !isApart { report(.semestersOverlap, at: place) }
  }
}

extension SemesterName {
  static let seasons: [SemesterName] = [.spring, .summer, .autumn, .winter]

  /// The words by which a model may name a season's semester.
  var words: Set<String> {
    switch self {
    case .spring: ["spring", "春季", "春"]
    case .summer: ["summer", "夏季", "夏"]
    case .autumn: ["autumn", "fall", "秋季", "秋"]
    case .winter: ["winter", "冬季", "冬"]
    case .number: []
    }
  }
}
