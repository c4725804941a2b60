/// What a query begins with: where its rows come from.
package enum SourceSyntax: Hashable, Sendable {
  /// The rows of an entity, with what is said of them.
  case clause(ClauseSyntax)
  /// The units of a period.
  case periods(PeriodSourceSyntax)
  /// One row of nothing, of a query that begins with `select`; the place is that of the word.
  case oneRow(SyntaxRange)
  /// A query of the script whose rows are no entity's.
  case named(ScriptNameSyntax)

  /// The canonical name of the entity whose rows these are; nil where they are of none.
  package var entity: String? {
    switch self {
    case .clause(let clause): clause.entity
    case .periods, .oneRow, .named: nil
    }
  }

  /// What is said of the rows; all of them hold.
  package var modifiers: [ExpressionSyntax] {
    switch self {
    case .clause(let clause): clause.modifiers
    case .periods, .oneRow, .named: []
    }
  }

  package var place: SyntaxRange {
    switch self {
    case .clause(let clause): clause.place
    case .periods(let source): source.place
    case .oneRow(let place): place
    case .named(let name): name.place
    }
  }
}
