package import AnwenBinder
package import AnwenDiagnostics
package import AnwenSyntax

extension Session {
  /// A question in the usual spelling of a language: its source, then each stage.
  ///
  /// What is written is read again before it counts, so that no spelling ever changes a meaning.
  /// Nil where none of those that are tried says the same.
  ///
  /// - Parameter names: what the script has named before the question.
  package func sourceParts(
    of query: BoundQuery, in language: Language, names: ScriptNames = ScriptNames()
  ) -> [String]? {
    for isCautious in [false, true] {
      let printer = QueryText(source: language, vocabulary: vocabulary, isCautious: isCautious)
      let parts = printer.parts(of: query.syntax)
      if meaning(of: parts.joined(separator: " | "), names) == query.meaning { return parts }
    }
    return nil
  }

  private func meaning(of text: String, _ names: ScriptNames) -> String? {
    do {
      return try prepare(SourceText(text), names: names).query.meaning
    } catch {
      return nil
    }
  }
}
