package import AnwenTypes

extension LogicalPlan {
  /// Rows that the query itself says, in their order.
  ///
  /// SQL: `VALUES (…), (…)`.
  package struct Values: Hashable, Sendable {
    /// One value for each field in each row.
    package let rows: [[Value]]
    package let schema: Schema

    /// - Precondition: each row has a value of its type for each field.
    package init(rows: [[Value]], schema: Schema) {
      precondition(rows.allSatisfy { $0.count == schema.fields.count }, "a row has all fields")
      self.rows = rows
      self.schema = schema
    }
  }
}
