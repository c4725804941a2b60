package import AnwenDiagnostics
package import AnwenSyntax
import AnwenTypes

/// Says in a sentence how a query was read, with every relative date resolved.
package struct Restatement {
  private let vocabulary: Vocabulary
  private let resolver: PeriodResolver

  package init(vocabulary: Vocabulary, resolver: PeriodResolver) {
    self.vocabulary = vocabulary
    self.resolver = resolver
  }

  package func sentence(of query: QuerySyntax) -> LocalizedText {
    guard let asOf = query.asOf, let shifted = try? resolver.asOf(asOf.period).get() else {
      return LocalizedText(english: text(of: query, .english), chinese: text(of: query, .chinese))
    }
    // What the query's own day is has to be worked out before it is today.
    let day = PeriodListSyntax(
      .day(shifted.today.day, month: shifted.today.month, year: shifted.today.year),
      place: asOf.place)
    let dated = QuerySyntax(
      source: query.source, stages: query.stages, asOf: day, place: query.place)
    let restatement = Restatement(vocabulary: vocabulary, resolver: shifted)
    return LocalizedText(
      english: restatement.text(of: dated, .english),
      chinese: restatement.text(of: dated, .chinese))
  }

  private func text(of query: QuerySyntax, _ language: Language) -> String {
    let printer = QueryText(language: language, vocabulary: vocabulary, style: .restatement) {
      days(of: $0, language)
    }
    return printer.text(of: query)
  }

  private func days(of syntax: PeriodSyntax, _ language: Language) -> String {
    switch resolver.resolve(syntax) {
    case .success(let resolved):
      resolved.periods.map { PeriodText.words($0)[language] }
        .joined(separator: language == .english ? " or " : "、")
    case .failure(let problem): problem.message[language]
    }
  }
}
