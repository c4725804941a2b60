/// What could have stood at a place of the text.
package enum Expectation: Hashable, Sendable {
  case keyword(Keyword)
  case symbol(String)
  /// The first words of a phrase.
  case phrase(String)
  case entity
  /// A column or relation, with its spellings.
  case name([Spelling])
  case value(ValueType)
  case condition([Spelling])
  case period
  case number
  case text
  case newName
  case expression
  case endOfQuery
}
