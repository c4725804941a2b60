import AnwenColumns
import AnwenPlan
import AnwenTypes

/// The week, month, quarter, half or year that a date lies in.
struct PeriodOfDate: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let unit = unit
    let periods = column.days.map { Self.period(unit, CalendarDate(daysSinceEpoch: $0)) }
    return column.replacingStorage(.periods(periods), type: .period)
  }

  private var unit: Period.Granularity {
    switch function {
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    default: .year
    }
  }

  /// The unit in which a day lies; the calendar's last week, which reaches out of it, ends with it.
  private static func period(_ unit: Period.Granularity, _ date: CalendarDate) -> Period {
    Period(unit, containing: date)
      ?? Period(
        start: date.adding(days: 1 - date.weekday) ?? date, last: max(date, .latest),
        granularity: unit)
  }
}

/// The number of a date's month, quarter or year, or of its day in the month.
struct NumberOfDate: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let numbers = column.days.map { Int64(number(of: CalendarDate(daysSinceEpoch: $0))) }
    return column.replacingStorage(.ints(numbers), type: .int)
  }

  private func number(of date: CalendarDate) -> Int {
    switch function {
    case .monthNumber: date.month
    case .quarterNumber: (date.month + 2) / 3
    case .yearNumber: date.year
    default: date.day
    }
  }
}
