/// One value of a table's cell, of a literal, or of a result.
///
/// `missing` equals `missing` here, as grouping and `distinct` need it; a comparison in a query
/// is false for both, which is the expression evaluator's rule and not this type's.
public enum Value: Hashable, Sendable {
  case missing
  case bool(Bool)
  case int(Int64)
  case decimal(DecimalNumber)
  case float(Double)
  case text(TextValue)
  case date(CalendarDate)
  case period(Period)
  /// The rank of an enumeration's value.
  case rank(UInt8)
  case list([Value])

  public static func text(_ string: String) -> Value { .text(TextValue(string)) }

  public var isMissing: Bool {
    switch self {
    case .missing: true
    case .list(let elements): elements.isEmpty
    case .bool, .int, .decimal, .float, .text, .date, .period, .rank: false
    }
  }
}
