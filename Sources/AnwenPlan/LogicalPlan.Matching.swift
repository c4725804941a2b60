package import AnwenTypes

extension LogicalPlan {
  /// Keeps the input rows for which some row of `other`, or none where it is negated, has the same
  /// keys; missing equals missing.
  ///
  /// Where a key of the input is a list and that of the other side is none, the list stands for
  /// each of its elements, an empty one for a missing element; so the rows are found that grouping
  /// by the elements put into the groups of `other`, each of them once. Without keys all rows are
  /// kept if `other` has any.
  ///
  /// Schema: the input's. Row order: preserved. SQL: `WHERE [NOT] EXISTS (SELECT 1 FROM other WHERE
  /// key IS NOT DISTINCT FROM other_key AND …)`.
  package struct Matching: Hashable, Sendable {
    package let input: LogicalPlan
    package let other: LogicalPlan
    /// Over the input.
    package let keys: [BoundExpression]
    /// Over `other`, one for each of `keys`.
    package let otherKeys: [BoundExpression]
    package let isNegated: Bool
    /// The input's.
    package let schema: Schema

    /// - Precondition: there is a key of the other side for each key.
    package init(
      input: LogicalPlan, other: LogicalPlan, keys: [BoundExpression],
      otherKeys: [BoundExpression], isNegated: Bool = false
    ) {
      precondition(keys.count == otherKeys.count, "keys come in pairs")
      self.input = input
      self.other = other
      self.keys = keys
      self.otherKeys = otherKeys
      self.isNegated = isNegated
      schema = input.schema
    }
  }
}
