/// What could have stood at a place of the text.
package enum Expectation: Hashable, Sendable {
  case keyword(Keyword)
  case symbol(String)
  /// The first words of a phrase.
  case phrase(String)
  case entity
  /// A column of an entity, by their places in the vocabulary.
  case column(Int, Int)
  case relation(Int, Int)
  /// A column that the query made.
  case alias(String)
  /// The name of an entity whose rows a join has brought in, by its place in the vocabulary.
  case joinedRows(Int)
  /// A column that the query made without a name, which its expression over an entity's rows names.
  case unnamed(ExpressionSyntax, entity: Int?)
  /// A name that a statement of the script gave.
  case scriptName(String)
  case value(ValueType)
  case condition(Int, Int)
  case measure(Int, Int)
  case period
  case number
  case text
  case newName
  /// The name of a type.
  case typeName
  case expression
  case endOfQuery
}
