/// Which earlier period `compare` looks at.
package enum EarlierPeriodSyntax: Hashable, Sendable {
  /// One unit before: `the previous month`, 上月.
  case previous(PeriodUnit)
  /// The one before of the same length: `the previous period`, 上期.
  case previousPeriod
  /// `the same period last year`, 去年同期.
  case sameLastYear
}

/// `compare found_on with the previous month`, 对比发现日期与上月.
package struct CompareSyntax: Hashable, Sendable {
  /// The date whose period is moved; nil where the query says one period only.
  package let date: NameSyntax?
  package let earlier: EarlierPeriodSyntax

  package init(date: NameSyntax?, earlier: EarlierPeriodSyntax) {
    self.date = date
    self.earlier = earlier
  }
}

/// `pivot month(found_on)`, `pivot level in (low, major)`.
package struct PivotSyntax: Hashable, Sendable {
  package let key: NameSyntax
  /// The values that become columns; nil where the data tells.
  package let values: [ExpressionSyntax]?

  package init(key: NameSyntax, values: [ExpressionSyntax]?) {
    self.key = key
    self.values = values
  }
}
