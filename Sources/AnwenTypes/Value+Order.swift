/// How one value stands to another of the same type.
package enum ValueOrder: Hashable, Sendable {
  case before, same, after

  /// The order of two things that can be compared.
  package init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .before : left == right ? .same : .after
  }
}

extension Period {
  /// Periods order by their first day, then by their last; an open side lies outside of all days.
  ///
  /// Two periods with the same key are equal in a comparison and in grouping, whatever their
  /// units.
  package var orderKey: OrderKey {
    OrderKey(
      start: start.map { Int64($0.daysSinceEpoch) } ?? .min,
      last: last.map { Int64($0.daysSinceEpoch) } ?? .max)
  }

  package struct OrderKey: Hashable, Comparable, Sendable {
    package let start: Int64
    package let last: Int64

    package static func < (left: Self, right: Self) -> Bool {
      left.start == right.start ? left.last < right.last : left.start < right.start
    }
  }
}

extension Value {
  /// How two values of one type order, numbers of different types included; nil where one is
  /// missing or the types cannot be compared.
  ///
  /// Texts order by their UTF-8 bytes, enumerations by rank, false before true, lists by their
  /// first different element. Inside a list a missing element is a value, and last.
  package func order(_ other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.bool(let left), .bool(let right)): ValueOrder(left ? 1 : 0, right ? 1 : 0)
    case (.int(let left), .int(let right)): ValueOrder(left, right)
    case (.decimal(let left), .decimal(let right)): ValueOrder(left, right)
    case (.int(let left), .decimal(let right)): ValueOrder(DecimalNumber(left), right)
    case (.decimal(let left), .int(let right)): ValueOrder(left, DecimalNumber(right))
    case (.float(let left), .float(let right)): ValueOrder(left, right)
    case (.float(let left), .int(let right)): ValueOrder(left, Double(right))
    case (.int(let left), .float(let right)): ValueOrder(Double(left), right)
    case (.float(let left), .decimal(let right)): ValueOrder(left, right.double)
    case (.decimal(let left), .float(let right)): ValueOrder(left.double, right)
    case (.text(let left), .text(let right)): ValueOrder(left, right)
    case (.date(let left), .date(let right)): ValueOrder(left, right)
    case (.period(let left), .period(let right)): ValueOrder(left.orderKey, right.orderKey)
    case (.rank(let left), .rank(let right)): ValueOrder(left, right)
    case (.list(let left), .list(let right)): Self.order(left, right)
    default: nil
    }
  }

  private static func order(_ left: [Value], _ right: [Value]) -> ValueOrder? {
    for (left, right) in zip(left, right) {
      let order: ValueOrder?
      switch (left, right) {
      case (.missing, .missing): order = .same
      case (.missing, _): order = .after
      case (_, .missing): order = .before
      default: order = left.order(right)
      }
      guard order == .same else { return order }
    }
    return ValueOrder(left.count, right.count)
  }
}
