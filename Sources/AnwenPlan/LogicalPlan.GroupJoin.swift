package import AnwenTypes

extension LogicalPlan {
  /// The input's columns, then one column for each aggregate over the rows of `many` whose key
  /// equals the input row's key. Missing keys never meet. Row order and count: the input's.
  ///
  /// Either key may be a list: then rows meet when they have an element in common, and a row of
  /// `many` counts once for an input row. SQL: a left join with a grouped subquery.
  package struct GroupJoin: Hashable, Sendable {
    package let input: LogicalPlan
    package let many: LogicalPlan
    /// Over the input.
    package let key: BoundExpression
    /// Over `many`.
    package let manyKey: BoundExpression
    /// Over `many`.
    package let aggregates: [Aggregate]
    /// Names of the aggregates' columns.
    package let fields: [Field]
    /// The input's fields, then those of the aggregates.
    package let schema: Schema

    package init(
      input: LogicalPlan, many: LogicalPlan, key: BoundExpression, manyKey: BoundExpression,
      aggregates: [Aggregate], fields: [Field]
    ) {
      precondition(aggregates.map(\.type) == fields.map(\.type), "a group join's types")
      self.input = input
      self.many = many
      self.key = key
      self.manyKey = manyKey
      self.aggregates = aggregates
      self.fields = fields
      schema = Schema(input.schema.fields + fields)
    }
  }
}
