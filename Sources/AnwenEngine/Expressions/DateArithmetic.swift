import AnwenColumns
import AnwenTypes

/// The days from one date to another.
struct DateDifference: ValueEvaluator {
  let left: any ValueEvaluator
  let right: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (leftColumn, rightColumn) = (try left.evaluate(input), try right.evaluate(input))
    let (left, right) = (leftColumn.days, rightColumn.days)
    return Column(
      type: .int, storage: .ints(left.indices.map { Int64(left[$0]) - Int64(right[$0]) }),
      presence: Column.commonPresence(leftColumn, rightColumn), rowCount: input.count)
  }
}

/// A date so many days later, or earlier.
struct ShiftedDate: ValueEvaluator {
  let date: any ValueEvaluator
  let days: any ValueEvaluator
  let isBackwards: Bool

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (dateColumn, countColumn) = (try date.evaluate(input), try days.evaluate(input))
    guard case .ints(let counts) = countColumn.storage else { preconditionFailure("ints") }
    let dates = dateColumn.days
    let presence = Column.commonPresence(dateColumn, countColumn)
    var results = [Int32](repeating: 0, count: input.count)
    for row in dates.indices where presence?[row] ?? true {
      let date = CalendarDate(daysSinceEpoch: dates[row])
      let (offset, overflows) = counts[row].multipliedReportingOverflow(by: isBackwards ? -1 : 1)
      guard !overflows, let day = date.adding(days: Int(offset)) else {
        throw overflow(date, counts[row])
      }
      results[row] = day.daysSinceEpoch
    }
    return Column(
      type: .date, storage: .days(results), presence: presence, rowCount: input.count)
  }

  private func overflow(_ date: CalendarDate, _ count: Int64) -> EngineError {
    .overflow(
      isBackwards ? .subtraction : .addition, detail: "\(date) \(isBackwards ? "-" : "+") \(count)")
  }
}
