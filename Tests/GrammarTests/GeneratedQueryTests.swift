import Anwen
import AnwenEngine
import AnwenPlan
import AnwenTestSupport
import Testing

/// Queries that nobody has thought of: each is carried out in every way, and all ways must agree.
@Suite("Grammar: queries made from it")
struct GeneratedQueryTests {
  /// How many queries of each style are carried out.
  private static let queryCount = 25

  @Test("every way of carrying one out gives the same", arguments: SentenceMaker.Style.allCases)
  func ways(style: SentenceMaker.Style) throws {
    let session = try Session(
      folder: packagePath("Tests/Fixtures/ledger"), language: .english)
    let productions = try GrammarReader.read(packageFile("Grammar/anwen.ebnf"))
    let grammar = try ModelGrammar(productions, vocabulary: session.vocabulary)
    var queries = GeneratedQueries(session, grammar, style: style, seed: 2_024)
    for number in 0..<Self.queryCount {
      (session.limits.disabledPasses, session.limits.batchSize) = ([], Engine.defaultBatchSize)
      guard let query = queries.next() else { continue }
      check(query, number: number, in: session)
    }
  }

  /// Compares all ways with the usual one.
  private func check(_ query: GeneratedQueries.Query, number: Int, in session: Session) {
    let names = Optimizer.passes.map(\.name)
    let sizes = [1, 3, Engine.defaultBatchSize]
    let usual = outcome(of: query, without: [], batchSize: Engine.defaultBatchSize, in: session)
    var ways = [Set<String>(), Set(names)].flatMap { passes in sizes.map { (passes, $0) } }
    for (place, name) in names.enumerated() {
      ways.append(([name], sizes[(place + number) % sizes.count]))
    }
    for (passes, batchSize) in ways {
      let found = outcome(of: query, without: passes, batchSize: batchSize, in: session)
      #expect(
        found == usual, "\(query.text)\nbatches of \(batchSize), without \(passes.sorted())")
      // One report of a query is enough.
      if found != usual { return }
    }
  }

  /// The rows, or the code of what stops them.
  private func outcome(
    of query: GeneratedQueries.Query, without passes: Set<String>, batchSize: Int,
    in session: Session
  ) -> String {
    session.limits.disabledPasses = passes
    session.limits.batchSize = batchSize
    do throws(SessionError) {
      return try session.run(query.prepared).text(as: .csv)
    } catch {
      return error.code
    }
  }
}
