import AnwenDiagnostics
import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Dates that are moved by a number of units, and how they lie to others.
extension Binder {
  /// A date, and by how much it is moved; negative is back.
  struct DateShift {
    let date: ExpressionSyntax
    let duration: DurationSyntax
    let sign: Int
  }

  /// `due + 3 months`, `3 months + due`, `due - 2 weeks`; nil for any other arithmetic.
  func dateShift(of node: ArithmeticSyntax) -> DateShift? {
    switch (node.arithmetic, node.left, node.right) {
    case (.add, .duration, .duration), (.subtract, .duration, .duration): nil
    case (.add, let date, .duration(let duration)):
      DateShift(date: date, duration: duration, sign: 1)
    case (.add, .duration(let duration), let date):
      DateShift(date: date, duration: duration, sign: 1)
    case (.subtract, let date, .duration(let duration)):
      DateShift(date: date, duration: duration, sign: -1)
    default: nil
    }
  }

  /// Days are added as they are, months to the day of the same number, clamped to the month's end.
  mutating func bindDateShift(
    _ shift: DateShift, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let date = bindExpression(shift.date, expecting: .date, in: &scope) else { return nil }
    guard date.type == .date else {
      report(
        TimeProblem.durationBeside(words(for: date.type)), at: shift.duration.place)
      return nil
    }
    let count = shift.sign * shift.duration.count
    if let days = shift.duration.unit.dayCount {
      return .arithmetic(.add, date, .literal(.int(Int64(count * days)), .int), .date)
    }
    let months = Int64(count * shift.duration.unit.months)
    return .call(.addMonths, [date, .literal(.int(months), .int)], .date)
  }

  /// A date beside another date, or beside a period that is worked out for each row.
  mutating func bindRelation(
    _ relation: PeriodRelation, of subject: BoundExpression, to operand: ExpressionSyntax,
    node: MembershipSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard subject.type == .date else {
      report(mismatch(relation, subject.type, .date), at: node.operatorPlace)
      return nil
    }
    if operand.isPeriod {
      guard let period = period(operand) else { return nil }
      return compare(
        subject, relation, start: period.start.map { .literal(.date($0), .date) },
        end: period.last.map { .literal(.date($0), .date) }, at: operand.place)
    }
    guard let value = bindExpression(operand, expecting: .date, in: &scope) else { return nil }
    switch value.type {
    case .date: return compare(subject, relation, start: value, end: value, at: operand.place)
    case .period:
      return compare(
        subject, relation, start: .call(.start, [value], .date),
        end: .call(.end, [value], .date),
        at: operand.place)
    default:
      report(mismatch(relation, subject.type, value.type), at: node.operatorPlace)
      return nil
    }
  }

  private func mismatch(
    _ relation: PeriodRelation, _ left: DataType, _ right: DataType
  ) -> BindingProblem {
    .typeMismatch(
      operation: relation.word, left: words(for: left),
      right: words(for: right))
  }

  private mutating func compare(
    _ date: BoundExpression, _ relation: PeriodRelation, start: BoundExpression?,
    end: BoundExpression?, at place: SyntaxRange
  ) -> BoundExpression? {
    let (comparison, bound): (BoundExpression.Comparison, BoundExpression?) =
      switch relation {
      case .before: (.less, start)
      case .by: (.lessOrEqual, end)
      case .after: (.greater, end)
      case .since: (.greaterOrEqual, start)
      }
    guard let bound else {
      report(.severalPeriods, at: place)
      return nil
    }
    return .comparison(comparison, date, bound)
  }
}

extension DurationSyntax {
  /// The days that it has, where that is always the same number.
  var days: Int? { unit.dayCount.map { $0 * count } }
}

extension PeriodUnit {
  fileprivate var dayCount: Int? {
    switch self {
    case .day: 1
    case .week: 7
    case .tenDays: 10
    case .month, .quarter, .half, .semester, .year, .fiscalYear: nil
    }
  }

  fileprivate var months: Int {
    switch self {
    case .quarter: 3
    case .half, .semester: 6
    case .year, .fiscalYear: 12
    case .day, .week, .tenDays, .month: 1
    }
  }
}

extension PeriodRelation {
  /// The word in messages.
  fileprivate var word: String {
    switch self {
    case .before: "before"
    case .by: "no later than"
    case .after: "after"
    case .since: "since"
    }
  }
}
