/// What is said of a noun on one side of it: conditions that all hold.
struct ModifierRun: Hashable, Sendable {
  let conditions: [ExpressionSyntax]

  static let empty = ModifierRun(conditions: [])

  func prefixed(by condition: ExpressionSyntax) -> ModifierRun {
    ModifierRun(conditions: [condition] + conditions)
  }
}

/// Where a modifier stands, which decides what it may be.
enum ModifierPlacement: Int, Hashable, Sendable {
  /// Before the noun, as in Chinese, and adjectives in English.
  case before
  /// Behind the noun of the query; `where` begins a stage there.
  case after
  /// Behind a noun inside another clause; `where` belongs to that noun.
  case afterNested
  /// Behind a comma: a bare value or period would continue the list before it.
  case afterComma
}

/// A period that waits for the next predicate that can take it.
struct PendingPeriod: Hashable, Sendable {
  let periods: PeriodListSyntax
  let position: Int

  var isEach: Bool { periods.isEach }

  /// The same periods, each of which is meant.
  func each() -> PendingPeriod { PendingPeriod(periods: periods.each(), position: position) }
}

/// One modifier, and whether it took the period that stood before it.
struct ModifierAtom: Hashable, Sendable {
  let condition: ExpressionSyntax
  let tookPending: Bool
  /// Whether a period beside it could be meant inside or outside the negation.
  let isNegated: Bool
  /// Whether 都 stands in it, and so under a negation before it: 未在4月、5月都走访.
  let holdsEach: Bool

  init(
    _ condition: ExpressionSyntax, tookPending: Bool = false, isNegated: Bool = false,
    holdsEach: Bool = false
  ) {
    self.condition = condition
    self.tookPending = tookPending
    self.isNegated = isNegated
    self.holdsEach = holdsEach
  }

  func negated(at range: SyntaxRange) -> ExpressionSyntax {
    holdsEach ? .not(condition, range) : condition.negated(at: range)
  }
}
