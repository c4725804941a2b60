import AnwenBinder
package import AnwenDiagnostics
import AnwenOutput
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
      return PeriodText.range(period) + "  " + text
    }

    /// One JSON object; an open side is null.
    package func json(phrase: String) -> String {
      let members: [(String, String)] = [
        ("phrase", JSONWriter.quoted(phrase)), ("start", json(period.start)),
        ("end", json(period.last)),
        ("unit", JSONWriter.quoted(PeriodText.unitName(period.granularity).english)),
        ("text", JSONWriter.quoted(PeriodText.words(period)[language])),
      ]
      return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private func json(_ day: CalendarDate?) -> String {
      day.map { JSONWriter.quoted($0.description) } ?? "null"
    }
  }

  /// Reads a phrase that is one period, or a list of them.
  package func periods(_ text: SourceText) throws(SessionError) -> [DescribedPeriod] {
    let (lexed, lexical) = Lexer.lex(text)
    let spoken = language ?? StatementLanguage.of(lexed, 0..<lexed.count, vocabulary)
    guard lexical.isEmpty else {
      throw SessionError(lexical, in: text, language: spoken, status: .invalidQuery)
    }
    let matches = PeriodParser(lexed).matches(at: 0, expectsPeriod: true)
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
