package import AnwenTypes

extension LogicalPlan {
  /// Orders the rows, and gives the first `limit` of them, all where it is nil; equal rows keep the
  /// input's order. Missing comes last in both directions, and so does an empty list.
  ///
  /// Schema: the input's. Text orders by its UTF-8 bytes, enumerations by rank. SQL: `ORDER BY …
  /// NULLS LAST LIMIT …`.
  package struct Sort: Hashable, Sendable {
    /// One expression to order by.
    package struct Key: Hashable, Sendable {
      package let expression: BoundExpression
      package let isDescending: Bool

      package init(_ expression: BoundExpression, isDescending: Bool) {
        self.expression = expression
        self.isDescending = isDescending
      }
    }

    package let input: LogicalPlan
    /// The first decides, then the second among equals, and so on.
    package let keys: [Key]
    package let limit: Int?
    /// The input's.
    package let schema: Schema

    /// - Precondition: `limit` is not negative.
    package init(input: LogicalPlan, keys: [Key], limit: Int? = nil) {
      precondition(limit ?? 0 >= 0, "a limit counts rows")
      self.input = input
      self.keys = keys
      self.limit = limit
      schema = input.schema
    }
  }
}
