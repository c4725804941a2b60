package import AnwenBinder
package import AnwenDiagnostics
package import AnwenSyntax

/// A statement of a script whose names all have a meaning.
package struct ReadStatement: Sendable {
  package enum Kind: Sendable {
    case query(Session.PreparedQuery)
    case parameter(ParameterSyntax)
    case namedQuery(AliasSyntax, BoundQuery)
    case definition(DefinitionSyntax)
    /// The statements of the file stand behind it.
    case include(TextSyntax)
    case title(TextSyntax)
    case note(TextSyntax)
    case failed(SessionError)
  }

  package let kind: Kind
  package let text: LexedText
  /// Its units, without white space at the ends.
  package let range: Range<Int>
  /// The language in which it is written.
  package let written: Language
  /// The language of answers and messages about it.
  package let language: Language
  /// What was named before it.
  package let names: ScriptNames
}
