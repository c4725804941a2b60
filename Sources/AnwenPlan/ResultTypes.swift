package import AnwenTypes

extension BoundExpression.Arithmetic {
  /// The type of the result, or nil where the operation does not take the operands.
  package func resultType(_ left: DataType, _ right: DataType) -> DataType? {
    switch (left, right) {
    case (.int, .int): self == .divide ? .decimal(scale: DecimalNumber.minimumQuotientScale) : .int
    case (.decimal(let left), .decimal(let right)): decimalType(left, right)
    case (.int, .decimal(let right)): decimalType(0, right)
    case (.decimal(let left), .int): decimalType(left, 0)
    case (.float, _) where right.isNumeric, (_, .float) where left.isNumeric: .float
    case (.date, .date): self == .subtract ? .int : nil
    case (.date, .int): self == .add || self == .subtract ? .date : nil
    case (.int, .date): self == .add ? .date : nil
    default: nil
    }
  }

  private func decimalType(_ left: Int, _ right: Int) -> DataType {
    switch self {
    case .add, .subtract, .remainder: .decimal(scale: max(left, right))
    case .multiply: .decimal(scale: min(left + right, DecimalNumber.maximumScale))
    case .divide: .decimal(scale: max(DecimalNumber.minimumQuotientScale, left, right))
    case .wholeDivide: .decimal(scale: 0)
    }
  }
}

extension Aggregate.Function {
  /// The type of the result, or nil where the function does not take such an argument.
  package func resultType(of argument: DataType?) -> DataType? {
    guard let argument else { return self == .count ? .int : nil }
    switch self {
    case .count, .countDistinct: return .int
    case .sum: return argument.isNumeric ? argument : nil
    case .stddev: return argument.isNumeric ? .float : nil
    case .avg, .median, .percentile:
      switch argument {
      case .int: return .decimal(scale: DecimalNumber.minimumQuotientScale)
      case .decimal(let scale):
        return .decimal(scale: Swift.max(DecimalNumber.minimumQuotientScale, scale))
      case .float: return .float
      default: return nil
      }
    case .min, .max, .first, .last: return argument
    case .any, .every: return argument == .bool ? .bool : nil
    case .rate:
      return argument == .bool ? .decimal(scale: DecimalNumber.minimumQuotientScale) : nil
    case .list: return .list(argument)
    }
  }
}
