/// `left join inspections as i on i.point = point`: the rows of another query beside those at hand.
package struct JoinSyntax: Hashable, Sendable {
  package enum Kind: CaseIterable, Hashable, Sendable {
    /// Each row beside each other row that it meets.
    case inner
    /// The same, and rows that meet none.
    case left
    /// The rows that meet any.
    case semi
    /// The rows that meet none.
    case anti
  }

  package let kind: Kind
  package let query: QuerySyntax
  /// What the query's columns are named behind, where it is not the name of its source.
  package let alias: AliasSyntax?
  package let condition: ExpressionSyntax

  package init(
    _ kind: Kind, _ query: QuerySyntax, alias: AliasSyntax?, condition: ExpressionSyntax
  ) {
    self.kind = kind
    self.query = query
    self.alias = alias
    self.condition = condition
  }

  /// What a name of the other rows begins with; empty where they have none.
  package var name: String { alias?.name ?? query.source.rowsName ?? "" }

  /// The entity whose name the other rows have; nil where a name was given.
  package var namingEntity: String? { alias == nil ? query.source.unnamedEntity : nil }
}

extension JoinSyntax.Kind {
  package var keyword: Keyword {
    switch self {
    case .inner: .join
    case .left: .leftJoin
    case .semi: .semiJoin
    case .anti: .antiJoin
    }
  }

  /// Whether the other rows stand beside these behind the stage.
  package var keepsOtherRows: Bool { self == .inner || self == .left }
}

extension SourceSyntax {
  /// The name that a script gave to the rows, else that of their entity; nil where they have none.
  var rowsName: String? {
    switch self {
    case .clause(let clause): clause.base?.name ?? clause.entity
    case .named(let name): name.name
    case .periods, .oneRow: nil
    }
  }

  /// The entity whose rows they are, where no script has named them.
  var unnamedEntity: String? {
    if case .clause(let clause) = self, clause.base == nil { clause.entity } else { nil }
  }
}
