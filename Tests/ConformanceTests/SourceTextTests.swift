import Anwen
import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

/// Holds the printing of questions to what they mean.
@Suite("Conformance: source texts")
struct SourceTextTests {
  @Test(
    "each question is said again in both languages, and back", arguments: ConformanceFile.names)
  func bothWays(file: String) throws {
    let path = "Tests/ConformanceTests/cases/\(file).anwtest"
    var sessions: [String: Session] = [:]
    for example in try ConformanceFile.cases(of: packageFile(path), file: file) {
      guard case .rows = example.expectation else { continue }
      let key = example.dataFolder + (example.today ?? "")
      let session =
        try sessions[key]
        ?? Session(
          folder: packagePath(example.dataFolder),
          today: example.today.flatMap { CalendarDate($0) }, language: .english)
      sessions[key] = session
      for spelling in example.spellings { try check(spelling.text, in: session) }
    }
  }

  private func check(_ question: String, in session: Session) throws {
    // Scripts are formatted whole, which other tests hold to their meaning.
    guard try session.statements(of: SourceText(question)).ranges.count == 1 else { return }
    let query = try session.prepare(SourceText(question)).query
    for language in Language.allCases {
      guard let parts = session.sourceParts(of: query, in: language) else {
        Issue.record(
          "\(question)\n  cannot be said in \(language), not as \(attempts(query, language, session))"
        )
        continue
      }
      let text = parts.joined(separator: " | ")
      let again = try session.prepare(SourceText(text)).query
      #expect(again.meaning == query.meaning, "\(question)\n  \(text)")
      let twice = session.sourceParts(of: again, in: language)
      #expect(twice == parts, "\(question)\n  is said in two ways")
    }
  }

  private func attempts(
    _ query: BoundQuery, _ language: Language, _ session: Session
  ) -> [String] {
    FaithfulText.styles.map { style in
      QueryText(source: language, vocabulary: session.vocabulary, style: style)
        .text(of: query.syntax)
    }
  }
}
