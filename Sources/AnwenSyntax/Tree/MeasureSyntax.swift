/// A named measure of the model: `close_rate` over the rows of a group, or
/// `close_rate of hazards found this year` over those of a relation.
package struct MeasureSyntax: Hashable, Sendable {
  /// The canonical name of the entity that declares it, whose rows it measures.
  package let entity: String
  package let name: String
  /// The relation over whose rows it runs; nil for the rows of a group.
  package let relation: RelatedSyntax?
  /// Rows for which it is false do not take part.
  package let filter: ExpressionSyntax?
  package let place: SyntaxRange

  package init(
    entity: String, name: String, relation: RelatedSyntax?,
    filter: ExpressionSyntax?, place: SyntaxRange
  ) {
    self.entity = entity
    self.name = name
    self.relation = relation
    self.filter = filter
    self.place = place
  }
}
