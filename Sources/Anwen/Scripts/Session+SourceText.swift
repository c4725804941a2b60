package import AnwenBinder
package import AnwenDiagnostics
import AnwenSyntax

extension Session {
  /// A question in the usual spelling of a language: its clause, then each stage.
  ///
  /// What is written is read again before it counts, so that no spelling ever changes a meaning.
  /// Nil where none of those that are tried says the same.
  package func sourceParts(of query: BoundQuery, in language: Language) -> [String]? {
    for isCautious in [false, true] {
      let printer = QueryText(source: language, vocabulary: vocabulary, isCautious: isCautious)
      let parts = printer.parts(of: query.syntax)
      if meaning(of: parts.joined(separator: " | ")) == query.meaning { return parts }
    }
    return nil
  }

  private func meaning(of text: String) -> String? {
    do {
      return try prepare(SourceText(text)).query.meaning
    } catch {
      return nil
    }
  }
}
