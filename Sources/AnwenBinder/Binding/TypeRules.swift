package import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// Which types combine, and the implicit conversions between them: there are no others.
package enum TypeRules {
  /// What becomes of a value by itself, as the reference says it.
  package struct Conversion: Sendable {
    package let from: String
    package let to: String
    package let place: String
    /// The value as the other type, or nil where the rule is not about these; nil too for what only
    /// a literal becomes, as it is read beside the other type.
    fileprivate let convert: @Sendable (BoundExpression, DataType) -> BoundExpression?

    fileprivate init(
      _ from: String, _ to: String, _ place: String,
      convert: @escaping @Sendable (BoundExpression, DataType) -> BoundExpression? = { _, _ in nil }
    ) {
      self.from = from
      self.to = to
      self.place = place
      self.convert = convert
    }
  }

  package static let conversions: [Conversion] = [
    Conversion("int", "decimal", "beside a decimal") { value, type in
      guard value.type == .int, case .decimal = type else { return nil }
      return .converted(value, type)
    },
    Conversion("decimal", "decimal with more digits behind the point", "beside one") {
      guard case .decimal(let scale) = $0.type, case .decimal(let wider) = $1, wider > scale else {
        return nil
      }
      return .converted($0, $1)
    },
    Conversion("int, decimal", "float", "beside a float") { value, type in
      value.type.isNumeric && value.type != .float && type == .float ? .converted(value, type) : nil
    },
    Conversion("int", "the key of a reference", "beside a reference with an int key") {
      guard case .reference(let reference) = $1, reference.key == .int, $0.type == .int else {
        return nil
      }
      return retyped($0, $1)
    },
    Conversion("text", "the key of a reference", "beside a reference with a text key") {
      guard case .reference(let reference) = $1, reference.key == .text, $0.type == .text else {
        return nil
      }
      return retyped($0, $1)
    },
    Conversion("a bare word or text", "a value of an enumeration or reference", "beside one"),
    Conversion("a bare word", "text", "beside a text"),
    Conversion("a name of a day of the week", "a day of the week", "beside one"),
    Conversion("a period that is one day", "date", "where no period is needed"),
    Conversion("int", "a year", "where a period is expected"),
    Conversion("a missing bool", "false", "where a condition is needed"),
  ]

  /// A value as another type; nil where it does not become one by itself.
  static func converted(_ value: BoundExpression, to type: DataType) -> BoundExpression? {
    if value.type == type { return value }
    for conversion in conversions {
      if let converted = conversion.convert(value, type) { return converted }
    }
    return nil
  }

  /// A key is stored like the values of its type, so a literal only changes its name.
  private static func retyped(_ value: BoundExpression, _ type: DataType) -> BoundExpression {
    if case .literal(let value, _) = value {
      .literal(value, type)
    } else {
      .converted(value, type)
    }
  }
}

extension TypeRules {
  /// Both sides as one type, or nil where they cannot be compared.
  ///
  /// Exact numbers stay as they are: they are compared by value, and a conversion could overflow.
  static func comparable(
    _ left: BoundExpression, _ right: BoundExpression
  ) -> (BoundExpression, BoundExpression)? {
    if left.type.isExactNumber, right.type.isExactNumber { return (left, right) }
    if left.type == right.type { return left.type.isList ? nil : (left, right) }
    if let right = converted(right, to: left.type) { return (left, unwrapped(right)) }
    return converted(left, to: right.type).map { (unwrapped($0), right) }
  }

  /// A column of keys, which is compared with references as it stands.
  private static func unwrapped(_ value: BoundExpression) -> BoundExpression {
    if case .converted(let key, .reference) = value { key } else { value }
  }

  /// Two types that do not meet.
  struct Mismatch: Error {
    let left: DataType
    let right: DataType
    /// The place of the second among the values.
    let index: Int
  }

  /// All values as one type.
  static func alike(_ values: [BoundExpression]) -> Result<[BoundExpression], Mismatch> {
    guard var type = values.first?.type else { return .success([]) }
    for (index, value) in values.enumerated() where converted(value, to: type) == nil {
      guard converted(.column(0, type), to: value.type) != nil else {
        return .failure(Mismatch(left: type, right: value.type, index: index))
      }
      type = value.type
    }
    return .success(values.compactMap { converted($0, to: type) })
  }

  /// The type of a column in which values of both types stand, or nil where there is none.
  static func common(_ left: DataType, _ right: DataType) -> DataType? {
    if left == right || widens(right, to: left) { return left }
    return widens(left, to: right) ? right : nil
  }

  /// Whether every value of one type of number is one of another.
  static func widens(_ type: DataType, to wider: DataType) -> Bool {
    type.isNumeric && wider.isNumeric && converted(.column(0, type), to: wider) != nil
  }
}

// MARK: - Conversions that a query asks for

extension TypeRules {
  /// A function that makes values of other types, as the reference says it.
  package struct ExplicitConversion: Sendable {
    package let from: String
    package let to: String
    package let function: ScalarFunction
    fileprivate let applies: @Sendable (_ from: DataType, _ to: DataType) -> Bool
  }

  package static let explicitConversions: [ExplicitConversion] = [
    ExplicitConversion(from: "text, bool, a whole number", to: "int", function: .int) {
      ($0 == .text || $0 == .bool) && $1 == .int
    },
    ExplicitConversion(from: "text, int, float", to: "decimal", function: .decimal) {
      guard case .decimal = $1 else { return false }
      return $0 == .text
    },
    ExplicitConversion(from: "text, bool, int, decimal", to: "float", function: .float) {
      $0 == .text && $1 == .float
    },
    ExplicitConversion(from: "text, int", to: "date", function: .date) {
      ($0 == .text || $0 == .int) && $1 == .date
    },
    ExplicitConversion(from: "period", to: "date", function: .start) {
      $0 == .period && $1 == .date
    },
    ExplicitConversion(from: "date", to: "period", function: .month) {
      $0 == .date && $1 == .period
    },
    ExplicitConversion(from: "a list", to: "text", function: .join) { $0.isList && $1 == .text },
    ExplicitConversion(from: "all but a list", to: "text", function: .text) {
      !$0.isList && $0 != .text && $1 == .text
    },
  ]

  /// The function that makes one type of another, if there is one.
  static func explicitConversion(from type: DataType, to wanted: DataType) -> ScalarFunction? {
    explicitConversions.first { $0.applies(type, wanted) }?.function
  }
}

extension DataType {
  fileprivate var isExactNumber: Bool {
    switch self {
    case .int, .decimal: true
    default: false
    }
  }
}
