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
    /// The value so far up in the order of all as the aggregate's part says; between two values by
    /// a straight line (R's type 7: Hyndman and Fan, Sample quantiles, 1996), as `avg` rounds.
    case percentile
    /// The standard deviation of a sample, a float; missing over fewer than two values.
    case stddev
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
      case .countDistinct, .median, .percentile, .stddev, .first, .last, .any, .every, .rate, .list:
        false
      }
    }
  }

  package let function: Function
  /// Over the input's columns; nil only for a count of rows.
  package let argument: BoundExpression?
  /// From 0 to 1, of a percentile alone.
  package let part: DecimalNumber?
  /// Rows for which this is false do not take part.
  package let filter: BoundExpression?
  package let type: DataType

  package init(
    _ function: Function, _ argument: BoundExpression? = nil, part: DecimalNumber? = nil,
    filter: BoundExpression? = nil, type: DataType
  ) {
    self.function = function
    self.argument = argument
    self.part = part
    self.filter = filter
    self.type = type
  }
}

extension Aggregate {
  /// The same aggregate of other rows.
  func replacingFilter(_ filter: BoundExpression?) -> Aggregate {
    Aggregate(function, argument, part: part, filter: filter, type: type)
  }
}
