import AnwenDiagnostics

/// How a date lies to another date, or to a period that is worked out.
extension Parser {
  /// Words of a relation to what stands behind them. `by` is not among them: behind a condition of
  /// `summarize` it begins the keys.
  private static let relationWords: [(spelling: String, relation: PeriodRelation)] = [
    ("before", .before), ("早于", .before), ("after", .after), ("晚于", .after),
    ("no later than", .by), ("on or before", .by), ("不晚于", .by), ("不迟于", .by),
    ("since", .since), ("on or after", .since), ("不早于", .since),
  ]

  /// Reads `closed_on before due`, 销号日期早于整改期限.
  ///
  ///     date_relation = relation_word sum .
  ///
  /// A number of four digits is a year, which dates are compared with.
  mutating func parseRelation(
    of left: Reading<ExpressionSyntax>, at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    var found: [Reading<ExpressionSyntax>] = []
    for (spelling, relation) in Parser.relationWords {
      guard let end = literalEnd(spelling, at: start) else { continue }
      found += parseSum(at: end, scope: scope).map { operand in
        let operand = operand.map { year($0, at: end, end: operand.end) ?? $0 }
        return membership(
          left, Self.kind(relation, operand.node), operatorEnd: end, operand: operand)
      }
    }
    return found
  }

  /// The year that a plain number is behind such a word.
  private mutating func year(
    _ operand: ExpressionSyntax, at position: Int, end: Int
  ) -> ExpressionSyntax? {
    guard case .number(let number) = operand, number.parameter == nil else { return nil }
    let year = periodMatches(at: skipSpace(position), takesYear: true).first { $0.end == end }
    return year.map { .period(PeriodListSyntax($0.syntax, place: number.place)) }
  }

  /// Before one period the word and the period are one literal.
  private static func kind(
    _ relation: PeriodRelation, _ operand: ExpressionSyntax
  ) -> MembershipSyntax.Kind {
    guard case .period(let periods) = operand, periods.period.unit != nil else {
      return .relation(relation, operand)
    }
    let open = PeriodListSyntax(.open(relation, periods.period), place: periods.place)
    return .oneOf([.period(open)])
  }
}

extension PeriodRelation {
  /// The words of the relation before an expression.
  func words(in language: Language) -> String {
    switch (self, language) {
    case (.before, .english): "before"
    case (.before, .chinese): "早于"
    case (.by, .english): "no later than"
    case (.by, .chinese): "不晚于"
    case (.after, .english): "after"
    case (.after, .chinese): "晚于"
    case (.since, .english): "since"
    case (.since, .chinese): "不早于"
    }
  }
}
