/// The units of a period as rows: `months of 2024H1`, 2024上半年各月.
package struct PeriodSourceSyntax: Hashable, Sendable {
  package let unit: PeriodUnit
  package let periods: PeriodListSyntax
  package let place: SyntaxRange

  package init(unit: PeriodUnit, periods: PeriodListSyntax, place: SyntaxRange) {
    self.unit = unit
    self.periods = periods
    self.place = place
  }
}

/// A column of the rows that a period source gives.
package enum PeriodSourceColumn: String, CaseIterable, Hashable, Sendable {
  /// The unit itself.
  case period
  /// Its first day.
  case start
  /// Its last day, which belongs to it.
  case end

  package var chinese: String {
    switch self {
    case .period: "时段"
    case .start: "起始日"
    case .end: "结束日"
    }
  }
}
