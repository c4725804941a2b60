import AnwenColumns
import AnwenTypes

/// A date so many months later, or earlier, clamped to the month's end.
struct DateMovedByMonths: ValueEvaluator {
  let date: any ValueEvaluator
  let months: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (dateColumn, countColumn) = (try date.evaluate(input), try months.evaluate(input))
    guard case .ints(let counts) = countColumn.storage else { preconditionFailure("ints") }
    let dates = dateColumn.days
    let presence = Column.commonPresence(dateColumn, countColumn)
    var results = [Int32](repeating: 0, count: input.count)
    for row in dates.indices where presence?[row] ?? true {
      let date = CalendarDate(daysSinceEpoch: dates[row])
      guard let day = date.adding(months: Int(counts[row])) else {
        throw .overflow(.addition, detail: "\(date) + \(counts[row]) months")
      }
      results[row] = day.daysSinceEpoch
    }
    return Column(
      type: .date, storage: .days(results), presence: presence, rowCount: input.count)
  }
}

/// Whether a date lies in a period.
struct DateWithinPeriod: ValueEvaluator {
  let date: any ValueEvaluator
  let period: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (dateColumn, periodColumn) = (try date.evaluate(input), try period.evaluate(input))
    guard case .periods(let periods) = periodColumn.storage else { preconditionFailure("periods") }
    let flags = zip(dateColumn.days, periods).map { day, period in
      period.contains(CalendarDate(daysSinceEpoch: day))
    }
    return Column(
      type: .bool, storage: .bools(flags),
      presence: Column.commonPresence(dateColumn, periodColumn), rowCount: input.count)
  }
}

/// The first or last day of a period; missing where it is open on that side.
struct BoundOfPeriod: ValueEvaluator {
  let operand: any ValueEvaluator
  let isLast: Bool

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    guard case .periods(let periods) = column.storage else { preconditionFailure("periods") }
    var builder = ColumnBuilder(type: .date)
    for (row, period) in periods.enumerated() {
      if column.validity?[row] ?? true, let day = isLast ? period.last : period.start {
        builder.append(daysSinceEpoch: day.daysSinceEpoch)
      } else {
        builder.appendMissing()
      }
    }
    return builder.build()
  }
}

/// The units from one period to another, in order.
struct PeriodsThrough: ValueEvaluator {
  let first: any ValueEvaluator
  let last: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (firstColumn, lastColumn) = (try first.evaluate(input), try last.evaluate(input))
    guard case .periods(let starts) = firstColumn.storage,
      case .periods(let ends) = lastColumn.storage
    else { preconditionFailure("periods") }
    let presence = Column.commonPresence(firstColumn, lastColumn)
    var builder = ColumnBuilder(type: .list(.period))
    for row in starts.indices {
      builder.appendList { (elements: inout ColumnBuilder) in
        guard presence?[row] ?? true, let end = ends[row].start else { return }
        var unit: Period? = starts[row]
        while let period = unit, let start = period.start, start <= end {
          elements.append(period: period)
          unit = period.next
        }
      }
    }
    return builder.build()
  }
}
