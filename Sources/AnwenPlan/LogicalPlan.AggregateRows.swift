package import AnwenTypes

extension LogicalPlan {
  /// One row for each different combination of the keys, in key order: the keys, then the
  /// aggregates. Missing is one key value, and last. Without keys: one row, also of no input.
  ///
  /// Schema: its own. SQL: `GROUP BY keys ORDER BY keys NULLS LAST`.
  package struct AggregateRows: Hashable, Sendable {
    package let input: LogicalPlan
    package let keys: [BoundExpression]
    package let aggregates: [Aggregate]
    package let schema: Schema

    package init(
      input: LogicalPlan, keys: [BoundExpression], aggregates: [Aggregate], schema: Schema
    ) {
      precondition(
        keys.map(\.type) + aggregates.map(\.type) == schema.fields.map(\.type),
        "an aggregation's types")
      self.input = input
      self.keys = keys
      self.aggregates = aggregates
      self.schema = schema
    }
  }
}
