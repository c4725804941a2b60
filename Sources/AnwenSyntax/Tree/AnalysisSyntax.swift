/// Which earlier period `compare` looks at.
package enum EarlierPeriodSyntax: Hashable, Sendable {
  /// One unit before: `the previous month`, 上月.
  case previous(PeriodUnit)
  /// The one before of the same length: `the previous period`, 上期.
  case previousPeriod
  /// `the same period last year`, 去年同期.
  case sameLastYear
}

/// `compare found_on with the previous month`, 对比发现日期与上月, 对比上月、去年同期.
package struct CompareSyntax: Hashable, Sendable {
  /// The date whose period is moved; nil where the query says one period only.
  package let date: NameSyntax?
  /// One, or one and that of the year before, in either order.
  package let earlier: [EarlierPeriodSyntax]

  package init(date: NameSyntax?, earlier: [EarlierPeriodSyntax]) {
    self.date = date
    self.earlier = earlier
  }
}

/// What `compare` adds to a column.
package enum ComparedColumn: String, Hashable, Sendable {
  case previous, change, growth
  /// Those of the year before, where another period is compared, too.
  case lastYear = "last_year"
  case yearChange = "yoy_change"
  case yearGrowth = "yoy_growth"

  package func name(of column: String) -> String { column + "_" + rawValue }
}

extension CompareSyntax {
  /// For each earlier period what it adds to a column: its value, the change and the growth.
  package var columns: [[ComparedColumn]] {
    earlier.map { period in
      period == .sameLastYear && earlier.count > 1
        ? [.lastYear, .yearChange, .yearGrowth] : [.previous, .change, .growth]
    }
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

/// `fill`, `fill months of 2024`, `fill by month(found_on)`.
package struct FillSyntax: Hashable, Sendable {
  /// The units of a key that is a period; nil where the query tells them.
  package let periods: PeriodSourceSyntax?
  /// The keys of which all values have rows, the others those that occur; all keys where it is
  /// empty.
  package let keys: [NameSyntax]

  package init(periods: PeriodSourceSyntax?, keys: [NameSyntax]) {
    self.periods = periods
    self.keys = keys
  }
}
