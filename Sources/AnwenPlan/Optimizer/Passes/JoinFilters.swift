/// Where the terms of a join's condition, and of a filter above it, are tested.
///
/// A term that is always true is none. From the first that can fail on they stay where they are: below the join such a term would see
/// rows that meet no other.
struct JoinFilters {
  /// Over the left rows.
  private(set) var left: [BoundExpression] = []
  /// Over the right rows.
  private(set) var right: [BoundExpression] = []
  /// The join's condition.
  private(set) var pairs: [BoundExpression] = []
  /// Over the join.
  private(set) var above: [BoundExpression] = []

  init(_ terms: [BoundExpression], above node: LogicalPlan.Join) {
    let leftCount = node.left.schema.fields.count
    var mayFail = false
    for term in node.condition.conjuncts where term != .literal(.bool(true), .bool) {
      mayFail = mayFail || term.mayFail
      // A left row that an outer or anti join's condition does not let meet any is kept.
      let isOfLeft = node.kind == .inner || node.kind == .semi
      if !mayFail, isOfLeft, !term.columns.isEmpty, term.reads(before: leftCount) {
        left.append(term)
      } else if !mayFail, !term.columns.isEmpty, term.reads(from: leftCount) {
        right.append(term.remappingColumns { $0 - leftCount })
      } else {
        pairs.append(term)
      }
    }
    for term in terms {
      mayFail = mayFail || term.mayFail
      if !mayFail, term.reads(before: leftCount) {
        left.append(term)
      } else if node.kind != .inner {
        above.append(term)
      } else if !mayFail, term.reads(from: leftCount) {
        right.append(term.remappingColumns { $0 - leftCount })
      } else {
        pairs.append(term)
      }
    }
  }
}

extension BoundExpression {
  fileprivate func reads(before limit: Int) -> Bool { columns.allSatisfy { $0 < limit } }

  fileprivate func reads(from limit: Int) -> Bool { columns.allSatisfy { $0 >= limit } }
}
