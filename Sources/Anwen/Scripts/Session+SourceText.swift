package import AnwenBinder
package import AnwenDiagnostics
package import AnwenSyntax

extension Session {
  /// A question in the usual spelling of a language: its source, then each stage.
  ///
  /// Nil where no spelling that is tried says the same, so that none ever changes a meaning.
  ///
  /// - Parameter names: what the script has named before the question.
  package func sourceParts(
    of query: BoundQuery, in language: Language, names: ScriptNames = ScriptNames()
  ) -> [String]? {
    FaithfulText(catalog: catalog, vocabulary: vocabulary, resolver: resolver, names: names)
      .parts(of: query.syntax, in: language)
  }
}
