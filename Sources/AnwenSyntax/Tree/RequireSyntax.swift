/// `require at least 1 inspections each month of 2024H1 where risk >= serious, … summary`.
package struct RequireSyntax: Hashable, Sendable {
  /// How many rows of a relation a row must have in each of some periods.
  package struct Requirement: Hashable, Sendable {
    package let quantity: ExistenceSyntax.Quantity
    /// The count of the related rows.
    package let count: AggregateSyntax
    package let periods: PeriodSourceSyntax
    /// Of which rows it is required; nil for all.
    package let condition: ExpressionSyntax?

    package init(
      quantity: ExistenceSyntax.Quantity, count: AggregateSyntax, periods: PeriodSourceSyntax,
      condition: ExpressionSyntax?
    ) {
      self.quantity = quantity
      self.count = count
      self.periods = periods
      self.condition = condition
    }
  }

  /// The first whose condition a row fulfils is that of the row.
  package let requirements: [Requirement]
  /// Whether the periods of each row are summed up.
  package let isSummary: Bool

  package init(requirements: [Requirement], isSummary: Bool) {
    self.requirements = requirements
    self.isSummary = isSummary
  }
}

/// A column that `require` makes.
package enum RequiredColumn: String, CaseIterable, Hashable, Sendable {
  case period, done, required, status

  package var chinese: String {
    switch self {
    case .period: "时段"
    case .done: "完成次数"
    case .required: "应完成次数"
    case .status: "状态"
    }
  }
}
