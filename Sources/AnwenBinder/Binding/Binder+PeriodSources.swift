import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// The units of a period as rows, and the day as of which a query asks.
extension Binder {
  /// More rows of one source are refused: a century of days.
  private static let periodSourceLimit = 36_525

  /// One row for each unit: the period itself, its first and its last day.
  mutating func bindPeriodSource(_ source: PeriodSourceSyntax) -> RowScope? {
    guard let periods = resolve(source.periods) else { return nil }
    var rows: [[Value]] = []
    for period in periods {
      guard let start = period.start, let last = period.last,
        last.days(since: start) < Self.periodSourceLimit
      else {
        report(TimeProblem.endlessSource(limitYears: 100), at: source.periods.place)
        return nil
      }
      switch resolver.units(source.unit, of: period) {
      case .success(let units): rows += units.map(Self.row)
      case .failure(let problem):
        report(problem as any Problem, at: source.place)
        return nil
      }
    }
    return periodScope(rows)
  }

  private static func row(of period: Period) -> [Value] {
    [
      .period(period), period.start.map { .date($0) } ?? .missing,
      period.last.map { .date($0) } ?? .missing,
    ]
  }

  private func periodScope(_ rows: [[Value]]) -> RowScope {
    let fields = PeriodSourceColumn.allCases.map { column in
      Field(
        name: column.rawValue, type: column == .period ? .period : .date,
        label: LocalizedText(english: column.rawValue, chinese: column.chinese))
    }
    return outputScope(.values(LogicalPlan.Values(rows: rows, schema: Schema(fields))))
  }

  /// Lets today be the day that the query says, which is the last one of a longer period.
  mutating func shiftToday(to asOf: PeriodListSyntax) -> Bool {
    switch resolver.asOf(asOf.period) {
    case .success(let shifted):
      guard let shifted else {
        report(TimeProblem.asOfNeedsDay, at: asOf.place)
        return false
      }
      resolver = shifted
      return true
    case .failure(let problem):
      report(problem as any Problem, at: asOf.place)
      return false
    }
  }
}
