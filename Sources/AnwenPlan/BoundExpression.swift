package import AnwenFunctions
package import AnwenTypes

/// An expression in which every name is resolved: columns are positions in the input.
///
/// Logic is two-valued: a comparison with a missing value is false, and `not` is a true
/// complement, so no pass may turn `not (a < b)` into `a >= b`. A missing bool is false where a
/// condition is needed.
package indirect enum BoundExpression: Hashable, Sendable {
  case literal(Value, DataType)
  case column(Int, DataType)

  // Conditions: always true or false, never missing.
  case not(BoundExpression)
  /// True when all are; true when empty. A term is looked at only in rows where all before it are
  /// true, so an error in it does not arise in other rows.
  case and([BoundExpression])
  /// True when one is; false when empty. A term is looked at only in rows where none before it is
  /// true.
  case or([BoundExpression])
  /// Of two values of one type, or of two numbers. False where one is missing, except `notEqual`,
  /// which is the complement of `equal`. An empty list is a value here.
  case comparison(Comparison, BoundExpression, BoundExpression)
  /// A missing value, or an empty list.
  case isMissing(BoundExpression)
  /// Whether a value is one of `values`, which have its type; a missing value, or an empty list,
  /// is none of them.
  case isIn(BoundExpression, values: [Value])
  /// Whether one element, or every element, of a list fulfils `condition`, in which column 0 is
  /// the element. Over an empty list `any` is false and `every` is true.
  case quantified(Quantifier, list: BoundExpression, condition: BoundExpression)

  // Values: missing where an operand is missing.
  case arithmetic(Arithmetic, BoundExpression, BoundExpression, DataType)
  case negated(BoundExpression)
  /// The first that is not missing; an empty list counts as missing. The later ones are looked at
  /// only in rows where all before are missing.
  case coalesce([BoundExpression], DataType)
  /// Only the branch that a row takes is looked at there.
  case ifThenElse(
    condition: BoundExpression, then: BoundExpression, otherwise: BoundExpression, DataType)
  case call(ScalarFunction, [BoundExpression], DataType)
  /// An int as a decimal or float, a decimal at a larger scale.
  case converted(BoundExpression, DataType)

  package enum Comparison: Hashable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  package enum Quantifier: Hashable, Sendable {
    case any, every
  }

  /// Types: int with int gives int, except `divide`, which gives a decimal. With decimals: + and
  /// − keep the larger scale, × adds the scales (at most 18), ÷ gives the larger of 6 and both
  /// scales, half away from zero. Date − date is an int of days, date ± int is a date. With a float
  /// all give a float. A division by zero, whole or not, and its remainder are missing. A result
  /// that does not fit is an error: in a float, infinity; in a date, a day outside the years 1 to
  /// 9999. The whole part and the remainder of the least int by −1 count as not fitting.
  package enum Arithmetic: Hashable, Sendable {
    case add, subtract, multiply, divide
    /// The whole part of a division: an int of ints, a decimal of scale 0 of decimals.
    case wholeDivide
    /// What the whole part leaves, with the sign of the dividend; decimals keep the larger scale.
    case remainder
  }
}

extension BoundExpression {
  package var type: DataType {
    switch self {
    case .literal(_, let type), .column(_, let type), .arithmetic(_, _, _, let type),
      .coalesce(_, let type), .ifThenElse(_, _, _, let type), .call(_, _, let type),
      .converted(_, let type):
      type
    case .not, .and, .or, .comparison, .isMissing, .isIn, .quantified: .bool
    case .negated(let operand): operand.type
    }
  }

  /// It as an argument of a function.
  package var argument: FunctionArgument {
    let literal: Value? = if case .literal(let value, _) = self { value } else { nil }
    return FunctionArgument(type: type, literal: literal)
  }
}
