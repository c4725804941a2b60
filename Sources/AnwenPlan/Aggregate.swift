package import AnwenTypes

/// One aggregate over the rows of a group.
package struct Aggregate: Hashable, Sendable {
  package enum Function: String, CaseIterable, Hashable, Sendable {
    /// The rows, or the argument's values that are there; 0 over nothing.
    case count
    /// Different values that are there.
    case countDistinct
    /// 0 over nothing; overflow is an error.
    case sum
    /// A decimal of scale at least 6, half away from zero; missing over nothing.
    case avg
    case min, max
    /// The middle value, or the mean of the two middle ones, as `avg` does.
    case median
    /// Of the input's order.
    case first, last
    /// Whether the argument holds for one row, for every row.
    case any, every
    /// The part of the rows for which the argument holds, a decimal; missing over nothing.
    case rate
    /// The values that are there, in the input's order.
    case list
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
