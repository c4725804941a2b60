package import AnwenDiagnostics
package import AnwenPlan

/// What all rows have to fulfil at some stage of a query.
package struct BoundAssertion: Sendable {
  /// Gives the rows that break the rule, with the columns that are shown there.
  package let plan: LogicalPlan
  /// What the query says of them; nil where the rule speaks for itself.
  package let message: String?
  /// The rule as it is written.
  package let rule: String
  package let place: SourceRange
  package let source: SourceText
}
