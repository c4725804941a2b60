/// What a row's place among the others gives: `running sum(n) by month per department`.
///
/// It stands alone in an item of `derive`.
package struct WindowSyntax: Hashable, Sendable {
  package enum Function: Hashable, Sendable {
    case rowNumber
    case rank
    case denseRank
    /// The value of so many rows before.
    case lag(ExpressionSyntax, rowCount: CountSyntax)
    /// The value of so many rows further on.
    case lead(ExpressionSyntax, rowCount: CountSyntax)
    /// An aggregate over the rows up to the one at hand; of no argument where it counts rows.
    case running(Keyword, ExpressionSyntax?)
    /// An aggregate over the last so many rows.
    case moving(Keyword, ExpressionSyntax, rowCount: CountSyntax)
    /// The part that the value is of the sum.
    case share(ExpressionSyntax)
    /// The value in the first, in the last row.
    case first(ExpressionSyntax)
    case last(ExpressionSyntax)
  }

  package let function: Function
  /// The rows stand as they come where it is empty.
  package let order: [SortKeySyntax]
  /// Rows with the same values of these look at each other; all do where it is empty.
  package let groups: [ExpressionSyntax]
  package let place: SyntaxRange

  package init(
    function: Function, order: [SortKeySyntax], groups: [ExpressionSyntax], place: SyntaxRange
  ) {
    self.function = function
    self.order = order
    self.groups = groups
    self.place = place
  }
}

extension WindowSyntax.Function {
  /// The value that it looks at.
  package var argument: ExpressionSyntax? {
    switch self {
    case .rowNumber, .rank, .denseRank: nil
    case .running(_, let value): value
    case .lag(let value, _), .lead(let value, _), .moving(_, let value, _), .share(let value),
      .first(let value), .last(let value):
      value
    }
  }

  package var isShare: Bool { if case .share = self { true } else { false } }

  /// Whether its order begins with the largest, as that of `top` does.
  package var beginsWithLargest: Bool {
    switch self {
    case .rank, .denseRank: true
    case .rowNumber, .lag, .lead, .running, .moving, .share, .first, .last: false
    }
  }

  /// The words that say it, the first of which stands for the function.
  package var keywords: [Keyword] {
    switch self {
    case .rowNumber: [.rowNumber]
    case .rank: [.rank]
    case .denseRank: [.denseRank]
    case .lag: [.lag]
    case .lead: [.lead]
    case .running(let aggregate, _): [.running, aggregate]
    case .moving(let aggregate, _, _): [.moving, aggregate]
    case .share: [.share]
    case .first: [.first]
    case .last: [.last]
    }
  }

  /// The number of rows that stands behind the argument.
  package var rowCount: CountSyntax? {
    switch self {
    case .lag(_, let count), .lead(_, let count): count == CountSyntax(1) ? nil : count
    case .moving(_, _, let count): count
    case .rowNumber, .rank, .denseRank, .running, .share, .first, .last: nil
    }
  }
}
