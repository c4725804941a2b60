package import AnwenTypes

extension LogicalPlan {
  /// The input's columns, then those of the one row of `target` whose key equals; missing where
  /// there is none. Row order and count: the input's. A missing key meets nothing.
  ///
  /// SQL: `LEFT JOIN target ON target.key = key`, the key being unique.
  package struct Lookup: Hashable, Sendable {
    package let input: LogicalPlan
    package let target: LogicalPlan
    /// Over the input.
    package let key: BoundExpression
    /// Over the target; different in every row.
    package let targetKey: BoundExpression
    /// The input's fields, then the target's.
    package let schema: Schema

    package init(
      input: LogicalPlan, target: LogicalPlan, key: BoundExpression, targetKey: BoundExpression
    ) {
      self.input = input
      self.target = target
      self.key = key
      self.targetKey = targetKey
      schema = Schema(input.schema.fields + target.schema.fields)
    }
  }
}
