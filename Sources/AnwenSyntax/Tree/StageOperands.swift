/// `top 3 by n per department with ties`: the first rows of an order.
package struct TopSyntax: Hashable, Sendable {
  package let count: CountSyntax
  /// Without one the query is refused: nothing says which rows are the top ones.
  package let keys: [SortKeySyntax]
  /// So many rows are taken for each of their values; of all rows where it is empty.
  package let groups: [ExpressionSyntax]
  /// Whether rows equal to the last one are taken as well.
  package let keepsTies: Bool

  package init(
    count: CountSyntax, keys: [SortKeySyntax], groups: [ExpressionSyntax], keepsTies: Bool
  ) {
    self.count = count
    self.keys = keys
    self.groups = groups
    self.keepsTies = keepsTies
  }
}

/// `level as grade`: a column and the name that it gets.
package struct RenamingSyntax: Hashable, Sendable {
  package let name: NameSyntax
  package let alias: AliasSyntax

  package init(name: NameSyntax, alias: AliasSyntax) {
    self.name = name
    self.alias = alias
  }
}

/// How the rows of another query change those at hand.
package enum SetOperation: Hashable, Sendable {
  /// They follow.
  case union
  /// Those that are among them go.
  case except
  /// Only those that are among them stay.
  case intersect
}

/// `assert due is not missing "…"`: what every row has to fulfil.
package struct AssertionSyntax: Hashable, Sendable {
  package let condition: ExpressionSyntax
  /// What is said where a row breaks the rule; else the rule as it is written.
  package let message: String?

  package init(condition: ExpressionSyntax, message: String?) {
    self.condition = condition
    self.message = message
  }
}
