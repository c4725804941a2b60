package import AnwenSyntax
package import AnwenTypes

extension PeriodResolver {
  /// The units of which a period is made, in order: those that have a day in it, and of weeks those
  /// whose Thursday lies in it. Each is whole, also where the period holds a part of it.
  ///
  /// - Precondition: the period has both ends.
  package func units(
    _ unit: PeriodUnit, of period: Period
  ) -> Result<[Period], PeriodProblem> {
    Result { () throws(PeriodProblem) in
      guard let start = period.start, let last = period.last else { throw .outOfCalendar }
      switch unit {
      case .semester: return try semesters(from: start, through: last)
      case .fiscalYear:
        var years: [Period] = []
        for year in (start.year - 1)...last.year where CalendarDate.years.contains(year) {
          let fiscal = try fiscalYear(year)
          if Self.meet(fiscal, start, last) { years.append(fiscal) }
        }
        return years
      case .week: return try calendarUnits(.week, from: start, through: last)
      case .day: return try calendarUnits(.day, from: start, through: last)
      case .tenDays: return try calendarUnits(.tenDays, from: start, through: last)
      case .month: return try calendarUnits(.month, from: start, through: last)
      case .quarter: return try calendarUnits(.quarter, from: start, through: last)
      case .half: return try calendarUnits(.half, from: start, through: last)
      case .year: return try calendarUnits(.year, from: start, through: last)
      }
    }
  }

  private func calendarUnits(
    _ unit: Period.Granularity, from start: CalendarDate, through last: CalendarDate
  ) throws(PeriodProblem) -> [Period] {
    var units: [Period] = []
    var day = start
    while day <= last {
      guard let period = Period(unit, containing: day), let end = period.last else {
        throw .outOfCalendar
      }
      let thursday = unit == .week ? period.start?.adding(days: 3) : nil
      if thursday.map({ start <= $0 && $0 <= last }) ?? true { units.append(period) }
      guard let next = end.adding(days: 1) else { break }
      day = next
    }
    return units
  }

  private func semesters(
    from start: CalendarDate, through last: CalendarDate
  ) throws(PeriodProblem) -> [Period] {
    guard !calendar.terms.isEmpty else { throw .noSemesters }
    var found: [Period] = []
    for year in (start.year - 1)...last.year where CalendarDate.years.contains(year) {
      for term in calendar.terms {
        let semester = try period(of: term, in: year)
        if Self.meet(semester, start, last) { found.append(semester) }
      }
    }
    return found
  }

  private static func meet(
    _ period: Period, _ start: CalendarDate, _ last: CalendarDate
  ) -> Bool {
    guard let first = period.start, let end = period.last else { return false }
    return first <= last && start <= end
  }

  /// A resolver for the last day of a period; nil where it is no single one, or has no last day.
  package func asOf(_ syntax: PeriodSyntax) -> Result<PeriodResolver?, PeriodProblem> {
    resolve(syntax).map { resolved in
      guard resolved.periods.count == 1, let day = resolved.periods[0].last else { return nil }
      return PeriodResolver(today: day, calendar: calendar, isAsOf: true)
    }
  }
}
