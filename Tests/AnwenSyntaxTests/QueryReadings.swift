import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport

/// What the parser makes of a text.
struct QueryReadings {
  let text: LexedText
  let queries: [QuerySyntax]
  let diagnostics: [Diagnostic]

  /// Every reading on a line of its own, in the alphabet's order.
  var dump: String { queries.map(QueryDump.text).sorted().joined(separator: "\n") }

  init(_ source: String, _ vocabulary: Vocabulary) {
    let (text, problems) = Lexer.lex(SourceText(source))
    let (queries, diagnostics) = vocabulary.parse(text)
    self.text = text
    self.queries = queries
    self.diagnostics = problems + diagnostics
  }
}
