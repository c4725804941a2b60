/// One statement of a script.
package enum StatementSyntax: Sendable {
  /// Every reading of a query.
  case query([QuerySyntax])
  case parameter(ParameterSyntax)
  case namedQuery(NamedQuerySyntax)
  case definition(DefinitionSyntax)
  case include(TextSyntax)
  case title(TextSyntax)
  case note(TextSyntax)
}

/// `param leader: text = 武长庚`.
package struct ParameterSyntax: Sendable {
  package let name: AliasSyntax
  package let type: ParameterType
  package let typePlace: SyntaxRange
  /// The value that it has where none is given.
  package let value: ExpressionSyntax?

  package init(
    name: AliasSyntax, type: ParameterType, typePlace: SyntaxRange, value: ExpressionSyntax?
  ) {
    self.name = name
    self.type = type
    self.typePlace = typePlace
    self.value = value
  }
}

/// What a parameter takes.
package enum ParameterType: Hashable, Sendable {
  case text
  case int
  case decimal
  case bool
  /// One day.
  case date
  case period
  /// A row of an entity or a value of an enumeration, by its name.
  case value(ValueType)
}

/// `let late = hazards overdue`.
package struct NamedQuerySyntax: Sendable {
  package struct Reading: Sendable {
    package let query: QuerySyntax
    /// The names that stages behind the query may use.
    package let scope: NamedScope
  }

  package let name: AliasSyntax
  package let readings: [Reading]
}

/// `define overdue_on(d) = d < today`.
package struct DefinitionSyntax: Sendable {
  package let name: AliasSyntax
  package let parameters: [AliasSyntax]
  /// Where the body stands in the text, by its units.
  package let body: Range<Int>
  /// The body as it is read over the rows of an entity, or over none where no column stands in it.
  package let readings: [(entity: String?, expression: ExpressionSyntax)]
}

/// A text in quotes.
package struct TextSyntax: Hashable, Sendable {
  package let text: String
  package let place: SyntaxRange

  package init(_ text: String, place: SyntaxRange) {
    self.text = text
    self.place = place
  }
}

/// A use of a name that the script gave, by the name's place among all.
package struct ScriptNameSyntax: Hashable, Sendable {
  package let name: String
  package let index: Int
  package let place: SyntaxRange

  package init(_ name: String, index: Int, place: SyntaxRange) {
    self.name = name
    self.index = index
    self.place = place
  }
}

/// `overdue_on(due)`: a definition with what stands for its parameters.
package struct ExpansionSyntax: Hashable, Sendable {
  package let name: ScriptNameSyntax
  package let arguments: [ExpressionSyntax]
  package let place: SyntaxRange

  package init(name: ScriptNameSyntax, arguments: [ExpressionSyntax], place: SyntaxRange) {
    self.name = name
    self.arguments = arguments
    self.place = place
  }
}
