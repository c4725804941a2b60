package import AnwenDiagnostics
package import AnwenSyntax

/// Writes questions so that they are read again as they are meant, and in no other way.
///
/// What is written is read again before it counts.
package struct FaithfulText {
  private let catalog: Catalog
  private let vocabulary: Vocabulary
  private let resolver: PeriodResolver
  /// What the script has named before the question.
  private let names: ScriptNames

  /// In the order in which they are tried.
  package static let styles: [QueryText.Style] = [.source, .nounFirst, .cautiousSource]

  package init(
    catalog: Catalog, vocabulary: Vocabulary, resolver: PeriodResolver, names: ScriptNames
  ) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.resolver = resolver
    self.names = names
  }

  /// A question in the usual spelling of a language: its source, then each stage.
  ///
  /// Nil where none of the spellings that are tried says the same.
  package func parts(of query: QuerySyntax, in language: Language) -> [String]? {
    let meaning = NormalForm.of(query)
    for style in Self.styles {
      let printer = QueryText(source: language, vocabulary: vocabulary, style: style)
      let parts = printer.parts(of: query)
      if self.meaning(of: parts.joined(separator: " | ")) == meaning { return parts }
    }
    return nil
  }

  /// The question on one line of each language.
  func line(of query: QuerySyntax) -> LocalizedText? {
    guard let english = parts(of: query, in: .english), let chinese = parts(of: query, in: .chinese)
    else { return nil }
    return LocalizedText(
      english: english.joined(separator: " | "), chinese: chinese.joined(separator: " | "))
  }

  /// Nil where the text has no meaning, or more than one.
  private func meaning(of text: String) -> String? {
    let (lexed, diagnostics) = Lexer.lex(SourceText(text))
    guard diagnostics.isEmpty else { return nil }
    var parser = Parser(
      lexed, range: 0..<lexed.count, vocabulary: vocabulary, names: names)
    guard case .query(let readings)? = parser.parseStatement(from: 0).statement else { return nil }
    let bound = Binder.differentReadings(readings) {
      var binder = Binder(
        catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: lexed, names: names)
      binder.offersCorrections = false
      return binder
    }
    return bound.queries.count == 1 ? bound.queries[0].meaning : nil
  }
}
