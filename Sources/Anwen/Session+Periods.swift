import AnwenBinder
package import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes

extension Session {
  /// A period in words, and as its first and last day.
  package struct DescribedPeriod: Sendable {
    package let period: Period
    package let language: Language

    /// `2024-10-01 … 2024-12-31`, and what it is.
    package var line: String {
      let text = PeriodText.words(period)[language]
      return "\(period.start.map { "\($0) " } ?? "")…\(period.last.map { " \($0)" } ?? "")  \(text)"
    }
  }

  /// Reads a phrase that is one period, or a list of them.
  package func periods(_ text: SourceText) throws(SessionError) -> [DescribedPeriod] {
    let (lexed, lexical) = Lexer.lex(text)
    let spoken = language ?? StatementLanguage.of(lexed, 0..<lexed.count, vocabulary)
    guard lexical.isEmpty else {
      throw SessionError(lexical, in: text, language: spoken, status: .invalidQuery)
    }
    let matches = PeriodParser(lexed.folded).matches(at: 0, expectsPeriod: true)
    guard let match = matches.first, match.end == lexed.count else {
      let unread = lexed.range(min(matches.first?.end ?? 0, lexed.count), lexed.count)
      throw SessionError(
        [Diagnostic(SyntaxProblem.noPeriod(text.slice(unread)), at: unread)], in: text,
        language: spoken, status: .invalidQuery)
    }
    switch resolver.resolve(match.syntax) {
    case .success(let resolved):
      return resolved.periods.map { DescribedPeriod(period: $0, language: spoken) }
    case .failure(let problem):
      throw SessionError(
        [Diagnostic(problem, at: lexed.range(0, lexed.count))], in: text, language: spoken,
        status: .invalidQuery)
    }
  }
}
