package import AnwenTypes

extension LogicalPlan {
  /// One row for each element of a list column, which takes the list's place at `column`; an
  /// empty list gives one row with a missing element.
  ///
  /// Schema: the input's, with the element's type at `column`. Row order: the input's, then that of
  /// the list. SQL: `LEFT JOIN UNNEST(column)`.
  package struct Expand: Hashable, Sendable {
    package let input: LogicalPlan
    package let column: Int
    package let schema: Schema

    /// - Precondition: `column` is a list.
    package init(input: LogicalPlan, column: Int) {
      self.input = input
      self.column = column
      var fields = input.schema.fields
      let field = fields[column]
      precondition(field.type.isList, "only a list can be expanded")
      fields[column] = Field(
        name: field.name, type: field.type.element, label: field.label, display: field.display)
      schema = Schema(fields)
    }
  }
}
