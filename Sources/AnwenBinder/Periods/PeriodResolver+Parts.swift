import AnwenSyntax
import AnwenTypes

// MARK: - Parts of a larger unit

extension PeriodResolver {
  /// A part of a period that is known.
  func part(_ part: PeriodPart, of container: Period) throws(PeriodProblem) -> Period {
    guard let start = container.start, let last = container.last else { throw .outOfCalendar }
    let days: (CalendarDate, CalendarDate)
    switch part {
    case .month(let month):
      // The month of that name, which a fiscal year may hold in the year after.
      days = try months(1, after: (month - start.month + 12) % 12, from: start)
    case .quarter(let quarter):
      days = try months(3, after: 3 * (quarter - 1), from: start)
    case .half(let half):
      days = try months(6, after: 6 * (half - 1), from: start)
    case .week(let week):
      return try self.week(week, of: container)
    case .tenDays(let number):
      let first = try known(start.adding(days: 10 * (number - 1)))
      guard let period = Period(.tenDays, containing: first) else { throw .outOfCalendar }
      return period
    case .halfMonth(let number):
      let middle = try known(start.adding(days: 14))
      days = number == 1 ? (start, middle) : (try known(middle.adding(days: 1)), last)
    case .day(let day):
      guard let date = start.adding(days: day - 1), date <= last else {
        throw .impossibleDate(year: start.year, month: start.month, day: day)
      }
      days = (date, date)
    case .weekday(let day):
      let date = try known(start.adding(days: day - 1))
      days = (date, date)
    case .weekend:
      days = (try known(start.adding(days: 5)), last)
    case .semester(let name):
      return try semester(name, of: start.year)
    case .first(let count, let unit):
      days = try first(count, unit, of: container)
    case .last(let count, let unit):
      days = try self.last(count, unit, of: container)
    case .firstDay:
      days = (start, start)
    case .lastDay:
      days = (last, last)
    }
    guard let period = Period(from: days.0, through: days.1) else { throw .outOfCalendar }
    return period
  }

  /// So many months, after others from the first day of a month.
  private func months(
    _ count: Int, after skipped: Int, from start: CalendarDate
  ) throws(PeriodProblem) -> (CalendarDate, CalendarDate) {
    let first = try known(start.adding(months: skipped))
    let final = try known(first.adding(months: count - 1))
    return (first, final.monthEnd)
  }

  /// A week by its number: it belongs to the year or month in which its Thursday lies, so that
  /// week 1 of a year is the one of ISO 8601.
  private func week(_ number: Int, of container: Period) throws(PeriodProblem) -> Period {
    guard let start = container.start, let last = container.last else { throw .outOfCalendar }
    let untilThursday = (4 - start.weekday + 7) % 7
    guard let thursday = start.adding(days: untilThursday + 7 * (number - 1)), thursday <= last
    else { throw .noSuchPart(.week, number, of: container.description) }
    guard let week = Period(.week, containing: thursday) else { throw .outOfCalendar }
    return week
  }

  /// The first units of a period; weeks as `week` counts them.
  private func first(
    _ count: Int, _ unit: PeriodUnit, of container: Period
  ) throws(PeriodProblem) -> (CalendarDate, CalendarDate) {
    guard let start = container.start, let last = container.last else { throw .outOfCalendar }
    // No unit has as many parts as this; so the products below do not overflow.
    let tooMany = PeriodProblem.noSuchPart(unit, count, of: container.description)
    guard (1...1_000).contains(count) else { throw tooMany }
    if unit == .week {
      let (first, final) = (try week(1, of: container), try week(count, of: container))
      return (try known(first.start), try known(final.last))
    }
    let end: CalendarDate?
    if let months = unit.monthCount {
      end =
        start.day == 1
        ? start.adding(months: months * count - 1)?.monthEnd
        : start.adding(months: months * count)?.adding(days: -1)
    } else {
      end = start.adding(days: (unit == .tenDays ? 10 : 1) * count - 1)
    }
    guard let end, end <= last else { throw tooMany }
    return (start, end)
  }
}

extension PeriodResolver {
  /// The last units of a period; a week belongs to it by its Thursday.
  private func last(
    _ count: Int, _ unit: PeriodUnit, of container: Period
  ) throws(PeriodProblem) -> (CalendarDate, CalendarDate) {
    guard let start = container.start, let last = container.last else { throw .outOfCalendar }
    let tooMany = PeriodProblem.noSuchPart(unit, count, of: container.description)
    guard (1...1_000).contains(count) else { throw tooMany }
    if unit == .week {
      let thursday = try known(last.adding(days: -((last.weekday + 3) % 7)))
      guard let earliest = thursday.adding(days: -7 * (count - 1)), earliest >= start else {
        throw tooMany
      }
      return (try known(earliest.adding(days: -3)), try known(thursday.adding(days: 3)))
    }
    let first: CalendarDate?
    if let months = unit.monthCount {
      // The months of a period that ends within one are counted back from the day behind it.
      first = last.adding(days: 1)?.adding(months: -months * count)
    } else {
      first = last.adding(days: 1 - (unit == .tenDays ? 10 : 1) * count)
    }
    guard let first, first >= start else { throw tooMany }
    return (first, last)
  }
}

extension PeriodUnit {
  /// The months of a unit that the calendar makes of whole ones.
  var monthCount: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    case .day, .week, .tenDays, .semester, .fiscalYear: nil
    }
  }
}

// MARK: - The model's calendar

extension PeriodResolver {
  /// The fiscal year that begins in a year.
  func fiscalYear(_ year: Int) throws(PeriodProblem) -> Period {
    let start = try known(
      CalendarDate(year: year, month: calendar.fiscalYearFirstMonth, day: 1))
    let last = try known(start.adding(months: 11)).monthEnd
    return Period(start: start, last: last, granularity: Period.unit(from: start, through: last))
  }

  /// A semester by its name, of the year in which it begins.
  func semester(_ name: SemesterName, of year: Int) throws(PeriodProblem) -> Period {
    guard !calendar.terms.isEmpty else { throw .noSemesters }
    let term: CalendarSettings.Term?
    switch name {
    case .number(let number):
      term = calendar.terms.indices.contains(number - 1) ? calendar.terms[number - 1] : nil
    case .spring, .summer, .autumn, .winter:
      term = calendar.terms.first { !name.words.isDisjoint(with: $0.names) }
    }
    guard let term else {
      throw .unknownSemester(declared: calendar.terms.map { $0.names.joined(separator: " ") })
    }
    return try period(of: term, in: year)
  }

  /// The semester that holds today, or one before or after it; between semesters the neighbours
  /// are known, and there is none at 0.
  func semester(offset: Int) throws(PeriodProblem) -> Period {
    guard !calendar.terms.isEmpty else { throw .noSemesters }
    guard offset.magnitude <= 100 else { throw .outOfCalendar }
    let reach = Int(offset.magnitude) + 2
    var semesters: [Period] = []
    for year in (today.year - reach)...(today.year + reach) where CalendarDate.years.contains(year)
    {
      for term in calendar.terms { semesters.append(try period(of: term, in: year)) }
    }
    semesters.sort()
    let current = semesters.firstIndex { $0.contains(today) }
    // The first that begins after today stands where a current one would be, at 1.
    let following = semesters.firstIndex { $0.start.map { $0 > today } ?? false }
    guard current != nil || offset != 0 else { throw .betweenSemesters(today: "\(today)") }
    let base = current ?? (following ?? semesters.endIndex) - (offset > 0 ? 1 : 0)
    guard semesters.indices.contains(base + offset) else { throw .outOfCalendar }
    return semesters[base + offset]
  }

  /// A semester that begins in a year.
  func period(
    of term: CalendarSettings.Term, in year: Int
  ) throws(PeriodProblem) -> Period {
    let isInOneYear = term.start <= term.last
    let start = try date(term.start, in: year)
    let last = try date(term.last, in: isInOneYear ? year : year + 1)
    return Period(start: start, last: last, granularity: .semester)
  }

  /// A day of a year; February 29 is the 28th where the year has none.
  private func date(
    _ day: CalendarSettings.MonthDay, in year: Int
  ) throws(PeriodProblem) -> CalendarDate {
    let limit = CalendarDate.dayCount(ofMonth: day.month, year: year)
    return try known(CalendarDate(year: year, month: day.month, day: min(day.day, limit)))
  }
}
