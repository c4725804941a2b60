package import AnwenTypes

extension LogicalPlan {
  /// At most `count` rows after the first `offset`; all of them where `count` is nil.
  ///
  /// Schema: the input's. Row order: preserved. SQL: `LIMIT … OFFSET …`.
  package struct Slice: Hashable, Sendable {
    package let input: LogicalPlan
    package let offset: Int
    package let count: Int?
    /// The input's.
    package let schema: Schema

    /// - Precondition: neither number is negative.
    package init(input: LogicalPlan, offset: Int, count: Int?) {
      precondition(offset >= 0 && count ?? 0 >= 0, "a slice counts rows")
      self.input = input
      self.offset = offset
      self.count = count
      schema = input.schema
    }
  }
}
