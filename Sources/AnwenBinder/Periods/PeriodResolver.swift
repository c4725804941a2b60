package import AnwenSyntax
package import AnwenTypes

/// What a period literal stands for on a certain day: one period, or several in the order said.
package struct ResolvedPeriods: Hashable, Sendable {
  /// Never empty.
  package let periods: [Period]
}

/// Works out period literals against a fixed day.
///
/// No year said is today's year, also when that lies ahead. Weeks begin on Monday. Nothing is
/// rolled over: what the calendar does not have is a problem.
package struct PeriodResolver: Sendable {
  package let today: CalendarDate
  package let calendar: CalendarSettings
  /// Whether today is a day that the query says, and not that of the session.
  package let isAsOf: Bool

  /// A resolver for one day; without settings the model declares no semesters.
  package init(
    today: CalendarDate, calendar: CalendarSettings = CalendarSettings(), isAsOf: Bool = false
  ) {
    self.today = today
    self.calendar = calendar
    self.isAsOf = isAsOf
  }

  /// The periods of a literal, or why there are none.
  package func resolve(_ syntax: PeriodSyntax) -> Result<ResolvedPeriods, PeriodProblem> {
    Result { () throws(PeriodProblem) in
      guard case .list(let elements) = syntax, !elements.isEmpty else {
        return ResolvedPeriods(periods: [try period(syntax)])
      }
      var periods: [Period] = []
      for element in elements { periods.append(try period(element)) }
      return ResolvedPeriods(periods: periods)
    }
  }

  /// The one period of a literal; a list inside another form is the range that holds it.
  private func period(_ syntax: PeriodSyntax) throws(PeriodProblem) -> Period {
    switch syntax {
    case .year(let year):
      return try unit(.year, containing: CalendarDate(year: year, month: 1, day: 1))
    case .fiscalYear(let year):
      return try fiscalYear(year)
    case .relative(let unit, let offset):
      return try relative(unit, offset)
    case .part(let part, let container):
      return try self.part(part, of: try period(container ?? Self.container(of: part)))
    case .rolling(let count, let unit, let isFuture):
      return try rolling(count, unit, isFuture: isFuture)
    case .whole(let count, let unit, let isFuture):
      return isFuture
        ? try range(from: relative(unit, 1), through: relative(unit, count))
        : try range(from: relative(unit, -count), through: relative(unit, -1))
    case .toDate(let period):
      let start = try known(try self.period(period).start)
      guard start <= today else { throw .backwards(first: "\(start)", last: "\(today)") }
      return Period(start: start, last: today, granularity: .range)
    case .range(let first, let last):
      return try range(from: try period(first), through: try period(last))
    case .list(let elements):
      guard let first = elements.first, let last = elements.last else { throw .outOfCalendar }
      return try range(from: try period(first), through: try period(last))
    case .open(let relation, let period):
      return try open(relation, try self.period(period))
    case .invalid(let problem):
      throw problem
    }
  }

  /// A day that lies in the calendar.
  func known(_ date: CalendarDate?) throws(PeriodProblem) -> CalendarDate {
    guard let date else { throw .outOfCalendar }
    return date
  }

  /// The whole unit that holds a day.
  private func unit(
    _ unit: Period.Granularity, containing date: CalendarDate?
  ) throws(PeriodProblem) -> Period {
    guard let date, let period = Period(unit, containing: date) else { throw .outOfCalendar }
    return period
  }

  /// From the first day of one to the last of the other.
  private func range(
    from first: Period, through last: Period
  ) throws(PeriodProblem) -> Period {
    guard let start = first.start, let end = last.last else { throw .outOfCalendar }
    guard let period = Period(from: start, through: end) else {
      throw .backwards(first: "\(start)", last: "\(end)")
    }
    return period
  }

  /// The larger unit of a part that says none.
  private static func container(of part: PeriodPart) -> PeriodSyntax {
    switch part {
    case .month, .quarter, .half, .week, .semester, .first, .last: .relative(.year, offset: 0)
    case .tenDays, .halfMonth, .day, .firstDay, .lastDay: .relative(.month, offset: 0)
    case .weekday, .weekend: .relative(.week, offset: 0)
    }
  }
}

// MARK: - Counted from today

extension PeriodResolver {
  /// The unit that holds today, moved by so many units.
  private func relative(_ unit: PeriodUnit, _ offset: Int) throws(PeriodProblem) -> Period {
    let granularity: Period.Granularity
    switch unit {
    case .day: granularity = .day
    case .week: granularity = .week
    case .tenDays: granularity = .tenDays
    case .month: granularity = .month
    case .quarter: granularity = .quarter
    case .half: granularity = .half
    case .year: granularity = .year
    case .semester: return try semester(offset: offset)
    case .fiscalYear:
      let isBefore = today.month < calendar.fiscalYearFirstMonth
      let (year, overflow) = (today.year - (isBefore ? 1 : 0)).addingReportingOverflow(offset)
      if overflow { throw .outOfCalendar }
      return try fiscalYear(year)
    }
    let current = try self.unit(granularity, containing: today)
    guard let period = current.shifted(by: offset) else { throw .outOfCalendar }
    return period
  }

  /// From the day after today minus that much to today; ahead, from today to the day before
  /// today plus that much. Months clamp to their end.
  private func rolling(
    _ count: Int, _ unit: PeriodUnit, isFuture: Bool
  ) throws(PeriodProblem) -> Period {
    guard count > 0 else { throw .nothingCounted(unit) }
    guard let end = moved(today, by: isFuture ? count : -count, unit) else { throw .outOfCalendar }
    let start = isFuture ? today : try known(end.adding(days: 1))
    let last = isFuture ? try known(end.adding(days: -1)) : today
    return Period(start: start, last: last, granularity: .range)
  }

  /// A day so many units later, or earlier.
  private func moved(_ date: CalendarDate, by count: Int, _ unit: PeriodUnit) -> CalendarDate? {
    let months: Int
    switch unit {
    case .day: return date.adding(days: count)
    case .week, .tenDays:
      let (days, overflow) = count.multipliedReportingOverflow(by: unit == .week ? 7 : 10)
      return overflow ? nil : date.adding(days: days)
    case .month: months = 1
    case .quarter: months = 3
    case .half, .semester: months = 6
    case .year, .fiscalYear: months = 12
    }
    let (total, overflow) = count.multipliedReportingOverflow(by: months)
    return overflow ? nil : date.adding(months: total)
  }

  /// The range that is open on one side of a period.
  private func open(
    _ relation: PeriodRelation, _ period: Period
  ) throws(PeriodProblem) -> Period {
    switch relation {
    case .before:
      let last = try known(period.start?.adding(days: -1))
      return Period(start: nil, last: last, granularity: .range)
    case .by:
      return Period(start: nil, last: try known(period.last), granularity: .range)
    case .after:
      let start = try known(period.last?.adding(days: 1))
      return Period(start: start, last: nil, granularity: .range)
    case .since:
      return Period(start: try known(period.start), last: nil, granularity: .range)
    }
  }
}
