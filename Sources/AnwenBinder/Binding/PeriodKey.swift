import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// A key that is the week, month or longer unit in which a date lies: `month(found_on)`.
struct PeriodKey {
  let unit: PeriodUnit
  let date: BoundExpression
  private let function: ScalarFunction

  init?(_ key: BoundExpression) {
    guard case .call(let function, let arguments, .period) = key, let date = arguments.first,
      let unit = Self.units.first(where: { $0.function == function })?.unit
    else { return nil }
    self.unit = unit
    self.date = date
    self.function = function
  }

  private static let units: [(function: ScalarFunction, unit: PeriodUnit)] = [
    (.week, .week), (.month, .month), (.quarter, .quarter), (.half, .half), (.year, .year),
  ]

  /// The unit that holds a day.
  func period(containing day: CalendarDate) -> Period? {
    switch unit {
    case .week: Period(.week, containing: day)
    case .quarter: Period(.quarter, containing: day)
    case .half: Period(.half, containing: day)
    case .year: Period(.year, containing: day)
    case .day, .tenDays, .month, .semester, .fiscalYear: Period(.month, containing: day)
    }
  }

  /// The key of the later unit that an earlier one is compared with; nil where the units do not
  /// meet.
  func movedForward(by earlier: EarlierPeriodSyntax) -> BoundExpression? {
    if unit == .week {
      let days: Int64
      switch earlier {
      case .previousPeriod, .previous(.week): days = 7
      // The week of that number has the same weekdays.
      case .sameLastYear, .previous(.year): days = 364
      case .previous: return nil
      }
      return key(of: .arithmetic(.add, date, .literal(.int(days), .int), .date))
    }
    guard let own = unit.monthCount, let months = earlier.months(of: own), months % own == 0
    else { return nil }
    // So many times 31 days from a month's first day lie in the month that is so many later, up to
    // some years.
    let first = BoundExpression.arithmetic(
      .subtract, date, .call(.day, [date], .int), .date)
    return key(
      of: .arithmetic(.add, first, .literal(.int(Int64(31 * months + 1)), .int), .date))
  }

  private func key(of date: BoundExpression) -> BoundExpression {
    .call(function, [date], .period)
  }
}

extension EarlierPeriodSyntax {
  /// How many months it lies back, from a period of so many; nil where that is no number of months.
  func months(of own: Int?) -> Int? {
    switch self {
    case .previous(let unit): unit.monthCount
    case .previousPeriod: own
    case .sameLastYear: 12
    }
  }
}
