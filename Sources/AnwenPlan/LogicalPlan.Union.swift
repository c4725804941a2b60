package import AnwenTypes

extension LogicalPlan {
  /// The rows of one input, then those of another; rows that are alike stay.
  ///
  /// Schema: the first input's, whose types the second has. Row order: as said. SQL: `UNION ALL`.
  package struct Union: Hashable, Sendable {
    package let first: LogicalPlan
    package let second: LogicalPlan
    /// The first input's.
    package let schema: Schema

    /// - Precondition: both have columns of the same types.
    package init(first: LogicalPlan, second: LogicalPlan) {
      precondition(
        first.schema.fields.map(\.type) == second.schema.fields.map(\.type),
        "the sides of a union have the same types")
      self.first = first
      self.second = second
      schema = first.schema
    }
  }
}
