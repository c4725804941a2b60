import AnwenSyntax
import AnwenTypes

/// The earlier period that a period is compared with.
enum EarlierPeriod {
  /// The period moved back; nil where there is none, as for a week 53.
  ///
  /// A whole unit gives a whole one, and a period to date the same days of the earlier one.
  static func of(
    _ period: Period, said syntax: PeriodSyntax, _ earlier: EarlierPeriodSyntax
  ) -> Period? {
    guard let start = period.start, let last = period.last else { return nil }
    switch earlier {
    case .previousPeriod:
      guard case .toDate(.relative(let unit, _)) = syntax else { return period.shifted(by: -1) }
      return moved(start, last, by: .previous(unit), isToDate: true)
    case .sameLastYear where period.granularity == .week:
      let (year, week) = start.isoWeek
      return CalendarDate(isoYear: year - 1, week: week).flatMap { Period(.week, containing: $0) }
    case .previous, .sameLastYear:
      return moved(start, last, by: earlier, isToDate: syntax.isToDate)
    }
  }

  private static func moved(
    _ start: CalendarDate, _ last: CalendarDate, by earlier: EarlierPeriodSyntax, isToDate: Bool
  ) -> Period? {
    if case .previous(let unit) = earlier, let days = unit.dayCount {
      guard let first = start.adding(days: -days), let end = last.adding(days: -days) else {
        return nil
      }
      return Period(from: first, through: end)
    }
    guard let months = earlier.months(of: nil), let first = start.adding(months: -months),
      let end = last.adding(months: -months)
    else { return nil }
    // The last day of a month is compared with the last day of one.
    let isWhole = !isToDate && start.day == 1 && last == last.monthEnd
    return Period(from: first, through: isWhole ? end.monthEnd : end)
  }
}

extension PeriodSyntax {
  /// Whether it ends today, however long its unit goes on.
  var isToDate: Bool {
    switch self {
    case .toDate, .rolling(_, _, isFuture: false): true
    default: false
    }
  }
}

extension PeriodUnit {
  /// How many days it has; nil where it has months.
  fileprivate var dayCount: Int? {
    switch self {
    case .day: 1
    case .week: 7
    case .tenDays, .month, .quarter, .half, .semester, .year, .fiscalYear: nil
    }
  }
}
