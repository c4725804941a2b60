import AnwenPlan

/// What the items of `summarize` ask of the rows of a group, while they are being bound.
///
/// An item is an expression over aggregates: each aggregate that is met becomes a column behind the
/// keys, and the item reads that.
struct OpenGroup {
  /// The rows of all groups.
  var rows: RowScope
  let keyCount: Int
  private(set) var functions: [Aggregate] = []
  /// Whether the item at hand holds an aggregate or measure.
  var hasMetAggregate = false

  init(rows: RowScope, keyCount: Int) {
    self.rows = rows
    self.keyCount = keyCount
  }

  /// Adds an aggregate, and gives the column that holds it.
  mutating func append(_ aggregate: Aggregate) -> BoundExpression {
    functions.append(aggregate)
    return .column(keyCount + functions.count - 1, aggregate.type)
  }
}
