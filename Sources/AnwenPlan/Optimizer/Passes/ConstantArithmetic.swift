import AnwenTypes

/// Arithmetic on single values, for literals.
///
/// Each function gives nil where the result does not fit, so that the engine reports it, and where
/// floats or other types take part, which the engine computes.
enum ConstantArithmetic {
  static func result(
    of operation: BoundExpression.Arithmetic, _ left: Value, _ right: Value
  ) -> Value? {
    switch (left, right) {
    case (.int(let left), .int(let right)): result(of: operation, left, right)
    case (.decimal(let left), .decimal(let right)): result(of: operation, left, right)
    case (.int(let left), .decimal(let right)):
      result(of: operation, DecimalNumber(left), right)
    case (.decimal(let left), .int(let right)):
      result(of: operation, left, DecimalNumber(right))
    case (.date(let left), .date(let right)) where operation == .subtract:
      .int(Int64(left.daysSinceEpoch) - Int64(right.daysSinceEpoch))
    case (.date(let day), .int(let count)) where operation == .add: shifted(day, by: count)
    case (.int(let count), .date(let day)) where operation == .add: shifted(day, by: count)
    case (.date(let day), .int(let count)) where operation == .subtract:
      count == .min ? nil : shifted(day, by: -count)
    default: nil
    }
  }

  static func negation(of value: Value) -> Value? {
    switch value {
    case .missing: .missing
    case .int(let value): value == .min ? nil : .int(-value)
    case .decimal(let number): .decimal(number.negated)
    default: nil
    }
  }

  static func conversion(of value: Value, to type: DataType) -> Value? {
    switch (value, type) {
    case (.missing, _): .missing
    case (.int(let value), .decimal(let scale)):
      (try? DecimalNumber(value).rescaled(to: scale)).map { .decimal($0) }
    case (.decimal(let number), .decimal(let scale)):
      (try? number.rescaled(to: scale)).map { .decimal($0) }
    case (.int(let value), .float): .float(Double(value))
    case (.decimal(let number), .float): .float(number.double)
    default: nil
    }
  }

  private static func result(
    of operation: BoundExpression.Arithmetic, _ left: Int64, _ right: Int64
  ) -> Value? {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      guard let quotient = try? DecimalNumber(left).divided(by: DecimalNumber(right)) else {
        return right == 0 ? .missing : nil
      }
      return .decimal(quotient)
    case .wholeDivide, .remainder:
      if right == 0 { return .missing }
      result =
        operation == .remainder
        ? left.remainderReportingOverflow(dividingBy: right)
        : left.dividedReportingOverflow(by: right)
    }
    return result.overflow ? nil : .int(result.partialValue)
  }

  private static func result(
    of operation: BoundExpression.Arithmetic, _ left: DecimalNumber, _ right: DecimalNumber
  ) -> Value? {
    do throws(DecimalOverflow) {
      let result: DecimalNumber? =
        switch operation {
        case .add: try left.adding(right)
        case .subtract: try left.subtracting(right)
        case .multiply: try left.multiplied(by: right)
        case .divide: try left.divided(by: right)
        case .wholeDivide: try left.dividedWhole(by: right)
        case .remainder: try left.remainder(dividingBy: right)
        }
      return result.map { .decimal($0) } ?? .missing
    } catch {
      return nil
    }
  }

  private static func shifted(_ day: CalendarDate, by count: Int64) -> Value? {
    day.adding(days: Int(count)).map { .date($0) }
  }
}
