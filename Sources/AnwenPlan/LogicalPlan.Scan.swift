package import AnwenTypes

extension LogicalPlan {
  /// The rows of a table, in key order.
  ///
  /// SQL: `SELECT columns FROM table ORDER BY key`.
  package struct Scan: Hashable, Sendable {
    package let table: String
    /// Physical names, one for each field of the schema.
    package let columns: [String]
    /// The column, if it is among them, that is there in every row and different in each.
    package let key: Int?
    package let schema: Schema

    package init(table: String, columns: [String], key: Int? = nil, schema: Schema) {
      precondition(columns.count == schema.fields.count, "a scan needs a column for each field")
      self.table = table
      self.columns = columns
      self.key = key
      self.schema = schema
    }
  }
}
