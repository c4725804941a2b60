import AnwenPlan
import AnwenTypes

/// Which types combine, and the implicit conversions between them: there are no others.
///
/// | from | to | where |
/// | --- | --- | --- |
/// | int | decimal | beside a decimal, in comparisons and arithmetic |
/// | int, decimal | float | beside a float |
/// | decimal | decimal of a larger scale | beside one |
/// | a number literal | the key of a reference | beside a reference with an int key |
/// | a text literal | a value of an enumeration or reference | beside one |
/// | a day period | date | beside a date |
/// | int, decimal | the wider number | below one in a column, in `union` and its kin |
enum TypeRules {
  /// Both sides as one type, or nil where they cannot be compared.
  static func comparable(
    _ left: BoundExpression, _ right: BoundExpression
  ) -> (BoundExpression, BoundExpression)? {
    if left.type == right.type {
      return left.type.isList ? nil : (left, right)
    }
    if left.type.isNumeric, right.type.isNumeric {
      let type = commonNumber(left.type, right.type)
      return (convert(left, to: type), convert(right, to: type))
    }
    switch (left.type, right.type) {
    case (.reference(let reference), .int) where reference.key == .int:
      return (left, retyped(right, left.type))
    case (.int, .reference(let reference)) where reference.key == .int:
      return (retyped(left, right.type), right)
    case (.reference(let reference), .text) where reference.key == .text:
      return (left, retyped(right, left.type))
    case (.text, .reference(let reference)) where reference.key == .text:
      return (retyped(left, right.type), right)
    default: return nil
    }
  }

  /// Two types that do not meet.
  struct Mismatch: Error {
    let left: DataType
    let right: DataType
  }

  /// All values as one type.
  static func alike(_ values: [BoundExpression]) -> Result<[BoundExpression], Mismatch> {
    guard var type = values.first?.type else { return .success([]) }
    for value in values.dropFirst() where value.type != type {
      guard let (wider, _) = comparable(.column(0, type), value) else {
        return .failure(Mismatch(left: type, right: value.type))
      }
      type = wider.type
    }
    return .success(
      values.map { value in
        value.type == type ? value : comparable(.column(0, type), value)?.1 ?? value
      })
  }

  /// A key is stored like the values of its type, so a literal only changes its name.
  private static func retyped(_ expression: BoundExpression, _ type: DataType) -> BoundExpression {
    if case .literal(let value, _) = expression { .literal(value, type) } else { expression }
  }

  static func commonNumber(_ left: DataType, _ right: DataType) -> DataType {
    switch (left, right) {
    case (.float, _), (_, .float): .float
    case (.decimal(let first), .decimal(let second)): .decimal(scale: max(first, second))
    case (.decimal(let scale), _), (_, .decimal(let scale)): .decimal(scale: scale)
    default: .int
    }
  }

  /// The type of a column in which values of both types stand, or nil where there is none.
  static func common(_ left: DataType, _ right: DataType) -> DataType? {
    if left == right { return left }
    return left.isNumeric && right.isNumeric ? commonNumber(left, right) : nil
  }

  /// Whether every value of one type of number is one of another.
  static func widens(_ type: DataType, to wider: DataType) -> Bool {
    type.isNumeric && wider.isNumeric && commonNumber(type, wider) == wider
  }

  static func convert(_ expression: BoundExpression, to type: DataType) -> BoundExpression {
    expression.type == type ? expression : .converted(expression, type)
  }
}
