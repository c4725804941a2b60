package import AnwenTypes

/// One aggregate over the rows of a group.
///
/// Missing values take no part, and an empty list counts as missing; `first` and `last` alone look
/// at a row, not at a value.
package struct Aggregate: Hashable, Sendable {
  package enum Function: String, CaseIterable, Hashable, Sendable {
    /// The rows, or the argument's values that are there; 0 over nothing.
    case count
    /// Different values that are there.
    case countDistinct
    /// 0 over nothing; overflow is an error.
    case sum
    /// A decimal of the larger of 6 and the argument's scale, half away from zero, or a float over
    /// floats; missing over nothing.
    case avg
    /// Of any type that orders; missing over nothing.
    case min, max
    /// The middle value, or the mean of the two middle ones, as `avg` does.
    case median
    /// The value in the first or the last row, in the input's order, also where it is missing
    /// there: so several of them give values of one row.
    case first, last
    /// Whether the argument holds for one row, for every row: over nothing false and true.
    case any, every
    /// The part of the rows for which the argument holds, a decimal of scale 6; missing over
    /// nothing.
    case rate
    /// The values that are there, in the input's order.
    case list

    /// Whether a window can compute it over a frame that moves from row to row.
    package var slides: Bool {
      switch self {
      case .count, .sum, .avg, .min, .max: true
      case .countDistinct, .median, .first, .last, .any, .every, .rate, .list: false
      }
    }
  }

  package let function: Function
  /// Over the input's columns; nil only for a count of rows.
  package let argument: BoundExpression?
  /// Rows for which this is false do not take part.
  package let filter: BoundExpression?
  package let type: DataType

  package init(
    _ function: Function, _ argument: BoundExpression? = nil, filter: BoundExpression? = nil,
    type: DataType
  ) {
    self.function = function
    self.argument = argument
    self.filter = filter
    self.type = type
  }
}
