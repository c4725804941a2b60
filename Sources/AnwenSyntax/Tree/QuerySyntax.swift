/// One query: `source { [ "|" ] stage }`.
package struct QuerySyntax: Hashable, Sendable {
  package let source: SourceSyntax
  package let stages: [StageSyntax]
  /// What today is for this query: `as of 2024-06-30`; nil where it is the session's day.
  package let asOf: PeriodListSyntax?
  package let place: SyntaxRange

  /// The file to which the rows go.
  package var destination: TextSyntax? {
    if case .write(let file) = stages.last?.kind { file } else { nil }
  }

  package init(
    source: SourceSyntax, stages: [StageSyntax], asOf: PeriodListSyntax? = nil, place: SyntaxRange
  ) {
    self.source = source
    self.stages = stages
    self.asOf = asOf
    self.place = place
  }
}

/// A noun with what is said of it: `tasks owned by …`, `高风险点位`.
///
/// The same stands at the head of a query, behind `with`, and in the brackets of an aggregate.
package struct ClauseSyntax: Hashable, Sendable {
  /// The canonical name of the entity.
  package let entity: String
  /// The query of the script whose rows these are; else they are all of the entity.
  package let base: ScriptNameSyntax?
  /// All of them hold.
  package let modifiers: [ExpressionSyntax]
  /// Of the noun alone.
  package let nounPlace: SyntaxRange
  package let place: SyntaxRange

  package init(
    entity: String, base: ScriptNameSyntax? = nil, modifiers: [ExpressionSyntax],
    nounPlace: SyntaxRange, place: SyntaxRange
  ) {
    self.entity = entity
    self.base = base
    self.modifiers = modifiers
    self.nounPlace = nounPlace
    self.place = place
  }

  /// The same noun with other things said of it.
  package func with(modifiers: [ExpressionSyntax]) -> ClauseSyntax {
    ClauseSyntax(
      entity: entity, base: base, modifiers: modifiers, nounPlace: nounPlace, place: place)
  }
}

/// One step of a query, with the place of its first word.
package struct StageSyntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case filter(ExpressionSyntax)
    case select([ItemSyntax])
    case derive([ItemSyntax])
    case summarize(aggregates: [ItemSyntax], keys: [ItemSyntax])
    case sort([SortKeySyntax])
    case take(CountSyntax)
    /// A total row over all groups, and one for each combination of the named keys and of those
    /// before them.
    case total(by: [NameSyntax])
    case skip(CountSyntax)
    /// The first row of each that differs in these values; in all columns where there is none.
    case distinct(by: [ExpressionSyntax])
    case top(TopSyntax)
    case rename([RenamingSyntax])
    case drop([NameSyntax])
    /// A row for each element of a list, which then has its name.
    case expand(NameSyntax)
    /// Other rows beside these.
    case join(JoinSyntax)
    case combine(SetOperation, QuerySyntax)
    case assertion(AssertionSyntax)
    /// The values of a key become columns.
    case pivot(PivotSyntax)
    /// Each row beside that of an earlier period.
    case compare(CompareSyntax)
    /// A row for every combination of the keys.
    case fill(FillSyntax)
    /// A row for each of some periods, with what a row must have in it.
    case require(RequireSyntax)
    /// The last one: its rows go to a file instead of the screen.
    case write(TextSyntax)
  }

  package let kind: Kind
  package let place: SyntaxRange

  package init(_ kind: Kind, place: SyntaxRange) {
    self.kind = kind
    self.place = place
  }
}

extension StageSyntax {
  package var isAssertion: Bool { if case .assertion = kind { true } else { false } }
}

/// An expression that becomes a column: `count(tasks) as n`, `n = count(tasks)`.
package struct ItemSyntax: Hashable, Sendable {
  package let expression: ExpressionSyntax
  package let alias: AliasSyntax?

  package init(expression: ExpressionSyntax, alias: AliasSyntax?) {
    self.expression = expression
    self.alias = alias
  }
}

/// A name that a query gives.
package struct AliasSyntax: Hashable, Sendable {
  package let name: String
  package let place: SyntaxRange

  package init(_ name: String, place: SyntaxRange) {
    self.name = name
    self.place = place
  }
}

/// `due`, `n desc`.
package struct SortKeySyntax: Hashable, Sendable {
  package let expression: ExpressionSyntax
  package let isDescending: Bool

  package init(expression: ExpressionSyntax, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}
