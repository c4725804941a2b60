import AnwenColumns
import AnwenPlan
import AnwenTypes

/// The week, month, quarter, half or year that a date lies in.
struct PeriodOfDate: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let periods = column.days.map { period(of: CalendarDate(daysSinceEpoch: $0)) }
    return column.replacingStorage(.periods(periods), type: .period)
  }

  private func period(of date: CalendarDate) -> Period {
    let day = CivilDay(date)
    switch function {
    case .week: return date.weekPeriod
    case .month: return day.months(day.month, day.month, .month)
    case .quarter: return day.months(day.quarter * 3 - 2, day.quarter * 3, .quarter)
    case .half: return day.month <= 6 ? day.months(1, 6, .half) : day.months(7, 12, .half)
    default: return day.months(1, 12, .year)
    }
  }
}

/// The number of a date's month, quarter or year, or of its day in the month.
struct NumberOfDate: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let numbers = column.days.map { days in
      Int64(number(of: CivilDay(CalendarDate(daysSinceEpoch: days))))
    }
    return column.replacingStorage(.ints(numbers), type: .int)
  }

  private func number(of day: CivilDay) -> Int {
    switch function {
    case .monthNumber: day.month
    case .quarterNumber: day.quarter
    case .yearNumber: day.year
    default: day.day
    }
  }
}
