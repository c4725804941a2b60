package import AnwenTypes

extension LogicalPlan {
  /// One output column for each expression.
  ///
  /// Schema: its own. Row order: preserved. SQL: the `SELECT` list.
  package struct Project: Hashable, Sendable {
    package let input: LogicalPlan
    package let expressions: [BoundExpression]
    package let schema: Schema

    package init(input: LogicalPlan, expressions: [BoundExpression], schema: Schema) {
      precondition(expressions.map(\.type) == schema.fields.map(\.type), "a projection's types")
      self.input = input
      self.expressions = expressions
      self.schema = schema
    }
  }
}
