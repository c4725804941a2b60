package import AnwenTypes

extension LogicalPlan {
  /// Appends what each row's place among the others gives: its number, a neighbour's value, an
  /// aggregate over the rows up to it.
  ///
  /// The rows that look at each other are those with equal `partition`, in which missing is one
  /// value; they are ordered by `order`, missing last, equal ones as the input orders them.
  ///
  /// Schema: the input's, then `fields`. Row order: the input's.
  /// SQL: `f OVER (PARTITION BY … ORDER BY … NULLS LAST ROWS …)`.
  package struct Window: Hashable, Sendable {
    package let input: LogicalPlan
    package let partition: [BoundExpression]
    /// The input's order where it is empty.
    package let order: [Sort.Key]
    package let functions: [WindowFunction]
    /// One for each function.
    package let fields: [Field]
    package let schema: Schema

    package init(
      input: LogicalPlan, partition: [BoundExpression], order: [Sort.Key],
      functions: [WindowFunction], fields: [Field]
    ) {
      precondition(functions.map(\.type) == fields.map(\.type), "a window's types")
      self.input = input
      self.partition = partition
      self.order = order
      self.functions = functions
      self.fields = fields
      schema = Schema(input.schema.fields + fields)
    }
  }
}

/// What a window gives each row.
package enum WindowFunction: Hashable, Sendable {
  /// 1, 2, 3 …
  case rowNumber
  /// One more than the rows that come before all equal ones: 1, 1, 3.
  case rank
  /// One more than the different places before: 1, 1, 2.
  case denseRank
  /// The value that stands so many rows further on, or before where `rowCount` is negative;
  /// missing where there is no such row.
  case neighbour(BoundExpression, rowCount: Int)
  /// Over the rows of the frame, in their order. Behind another frame than `all` only a count, sum,
  /// average, minimum or maximum stands.
  case aggregate(Aggregate, Frame)

  /// The rows around one over which an aggregate runs.
  package enum Frame: Hashable, Sendable {
    /// All rows of its partition.
    case all
    /// From the first to the row itself.
    case running
    /// The row itself and those before it, so many in all, fewer at the beginning.
    case moving(rowCount: Int)
  }

  package var type: DataType {
    switch self {
    case .rowNumber, .rank, .denseRank: .int
    case .neighbour(let value, _): value.type
    case .aggregate(let aggregate, _): aggregate.type
    }
  }

  /// The positions of the input that are read.
  package var columns: Set<Int> {
    switch self {
    case .rowNumber, .rank, .denseRank: []
    case .neighbour(let value, _): value.columns
    case .aggregate(let aggregate, _): aggregate.columns
    }
  }

  /// Whether rows can make it fail, because a result does not fit its type.
  package var mayFail: Bool {
    switch self {
    case .rowNumber, .rank, .denseRank: false
    case .neighbour(let value, _): value.mayFail
    case .aggregate(let aggregate, _): aggregate.mayFail
    }
  }

  /// The same function of other expressions.
  func replacingExpressions(
    _ transform: (BoundExpression) -> BoundExpression
  ) -> WindowFunction {
    switch self {
    case .rowNumber, .rank, .denseRank: self
    case .neighbour(let value, let count): .neighbour(transform(value), rowCount: count)
    case .aggregate(let aggregate, let frame):
      .aggregate(aggregate.replacingExpressions(transform), frame)
    }
  }
}
