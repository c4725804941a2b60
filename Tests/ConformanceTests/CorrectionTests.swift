import Anwen
import AnwenBinder
import AnwenDiagnostics
import AnwenTestSupport
import Testing

/// Holds the lines that an error offers to what they promise: each can be typed, has one meaning,
/// and no two have the same.
@Suite("Conformance: corrections")
struct CorrectionTests {
  /// Mistakes of which every one offers whole lines.
  private static let codes = ["E0213", "E0221"]

  @Test("what the cases that may mean two things offer can be asked")
  func cases() throws {
    var count = 0
    for example in try ConformanceFile.allCases() {
      guard case .mistakes(let mistakes) = example.expectation,
        mistakes.contains(where: { Self.codes.contains($0.code) })
      else { continue }
      let session = try Session(
        folder: packagePath(example.dataFolder),
        today: example.today.flatMap { CalendarDate($0) })
      for spelling in example.spellings { try check(spelling.text, in: session) }
      count += 1
    }
    #expect(count > 5)
  }

  @Test(
    "further questions that may mean two things",
    arguments: [
      "没有销号的隐患的点位", "今年未销号隐患数", "1月、2月隐患都已销号的点位",
      "各部门1月、2月没有走访的点位数", "points with no hazards found in January and February",
      "count of hazards not closed this year by department", "今年没有销号的隐患的点位",
    ])
  func questions(text: String) throws {
    try check(text, in: Session(folder: packagePath("Tests/Fixtures/ledger")))
  }

  private func check(_ question: String, in session: Session) throws {
    let error = #expect(throws: SessionError.self, "\(question)") { try session.ask(question) }
    let offered = error?.diagnostics.first { Self.codes.contains($0.problem.code) }
    for language in Language.allCases {
      let lines = offered?.problem.corrections.map { $0[language] } ?? []
      #expect(lines.count == 2, "\(question)\n  offers \(lines)")
      let meanings = try lines.map { try session.prepare(SourceText($0)).query.meaning }
      #expect(Set(meanings).count == lines.count, "\(question)\n  offers one thing twice: \(lines)")
    }
  }
}
