package import AnwenTypes

extension LogicalPlan {
  /// The input's rows with total rows between and behind them, and a column that tells which a row
  /// is: missing in the input's rows, else the rank of its level.
  ///
  /// Rows with the same keys of a level come together, in the order of the first of them, and the
  /// level's row with these keys stands behind them. So the input's rows of one value keep their
  /// order, and the row of a level without keys, the grand total, is last. A level's row whose keys
  /// no row of the input has is left out.
  ///
  /// Schema: the input's, then `mark`. SQL: `UNION ALL` of all, ordered by the place of the first
  /// row of each key.
  package struct Totals: Hashable, Sendable {
    /// Rows that sum up those of the input.
    package struct Level: Hashable, Sendable {
      /// One row for each combination of the keys, with the input's columns.
      package let rows: LogicalPlan
      /// The columns that tell the rows apart.
      package let keys: [Int]

      package init(rows: LogicalPlan, keys: [Int]) {
        self.rows = rows
        self.keys = keys
      }
    }

    package let input: LogicalPlan
    /// Each has the keys of the one before and more.
    package let levels: [Level]
    /// Of an enumeration with a case for each level, in their order.
    package let mark: Field
    /// The input's fields, then the mark.
    package let schema: Schema

    /// - Precondition: the levels have columns of the input's types.
    package init(input: LogicalPlan, levels: [Level], mark: Field) {
      precondition(
        levels.allSatisfy { $0.rows.schema.fields.map(\.type) == input.schema.fields.map(\.type) },
        "total rows have the columns of the rows that they sum up")
      self.input = input
      self.levels = levels
      self.mark = mark
      schema = Schema(input.schema.fields + [mark])
    }
  }
}
