package import AnwenTypes

extension LogicalPlan {
  /// Keeps the input rows whose predicate is true.
  ///
  /// Schema: the input's. Row order: preserved. SQL: `WHERE`.
  package struct Filter: Hashable, Sendable {
    package let input: LogicalPlan
    package let predicate: BoundExpression
    /// The input's.
    package let schema: Schema

    /// - Precondition: `predicate` is boolean and reads only columns of `input`.
    package init(input: LogicalPlan, predicate: BoundExpression) {
      precondition(predicate.type == .bool, "a filter needs a boolean predicate")
      self.input = input
      self.predicate = predicate
      schema = input.schema
    }
  }
}
