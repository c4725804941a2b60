import AnwenDiagnostics
package import AnwenTypes

extension LogicalPlan {
  /// The input's columns, then one column for each aggregate over those rows of `many` that belong
  /// to the input row, where `many` itself reads the input's rows.
  ///
  /// In `many` stands one ``RowsAtHand``: the input's rows with their numbers, and each row of
  /// `many` belongs to the input row whose number it has. Row order and count: the input's.
  ///
  /// SQL: `SELECT input.*, (SELECT aggregate FROM many)`, a correlated subquery.
  package struct Correlation: Hashable, Sendable {
    package let input: LogicalPlan
    package let many: LogicalPlan
    /// The number of the input row, over `many`.
    package let number: BoundExpression
    /// Over `many`.
    package let aggregates: [Aggregate]
    /// Names of the aggregates' columns.
    package let fields: [Field]
    /// The input's fields, then those of the aggregates.
    package let schema: Schema

    package init(
      input: LogicalPlan, many: LogicalPlan, number: BoundExpression, aggregates: [Aggregate],
      fields: [Field]
    ) {
      precondition(aggregates.map(\.type) == fields.map(\.type), "a correlation's types")
      self.input = input
      self.many = many
      self.number = number
      self.aggregates = aggregates
      self.fields = fields
      schema = Schema(input.schema.fields + fields)
    }
  }

  /// The rows of the input of the nearest correlation in whose `many` it stands, and behind some of
  /// their columns the number of each row, from 0.
  package struct RowsAtHand: Hashable, Sendable {
    /// Columns of the correlation's input, by position.
    package let columns: [Int]
    /// The fields of these columns, then that of the number.
    package let schema: Schema

    package init(columns: [Int], of input: Schema) {
      self.init(columns: columns, fields: columns.map { input.fields[$0] })
    }

    private init(columns: [Int], fields: [Field]) {
      self.columns = columns
      let number = Field(
        name: "row", type: .int, label: LocalizedText(english: "row", chinese: "行"))
      schema = Schema(fields + [number])
    }

    /// The rows with some of the columns.
    func keeping(_ places: [Int]) -> RowsAtHand {
      RowsAtHand(columns: places.map { columns[$0] }, fields: places.map { schema.fields[$0] })
    }
  }
}

extension LogicalPlan {
  /// The same plan where the rows at hand, which those of correlations inside it are not, are read
  /// in another way.
  func replacingRowsAtHand(_ transform: (RowsAtHand) -> RowsAtHand) -> LogicalPlan {
    if case .rowsAtHand(let node) = self { return .rowsAtHand(transform(node)) }
    var inputs = inputs
    let ownCount = if case .correlation = self { 1 } else { inputs.count }
    for index in 0..<ownCount { inputs[index] = inputs[index].replacingRowsAtHand(transform) }
    return replacingInputs(inputs)
  }

  /// The rows at hand that the plan reads, which those of correlations inside it are not.
  var rowsAtHand: [RowsAtHand] {
    if case .rowsAtHand(let node) = self { return [node] }
    if case .correlation(let node) = self { return node.input.rowsAtHand }
    return inputs.flatMap(\.rowsAtHand)
  }
}
