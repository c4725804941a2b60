import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Grammar: what the parser takes")
struct MutationTests {
  private static let partCount = 8

  /// No beginning of a query, and no query with a change of one word or character, is a trap
  /// either: all of them are parsed.
  @Test(
    "the grammar derives every mutation of the corpus that the parser takes",
    arguments: 0..<partCount)
  func mutations(part: Int) throws {
    let vocabulary = try libraryVocabulary()
    let names = NamedSample.names(for: vocabulary)
    let grammar = try ModelGrammar.queries(of: vocabulary, names: names)
    var seen: Set<String> = []
    var takenCount = 0
    for index in QueryCorpus.all.indices where index % Self.partCount == part {
      let query = QueryCorpus.all[index]
      let mutations =
        Mutations.ofWords(Lexer.lex(SourceText(query)).text, vocabulary)
        + Mutations.ofCharacters(query)
      for mutation in mutations where seen.insert(mutation).inserted {
        let (text, problems) = Lexer.lex(SourceText(mutation))
        let (isTaken, diagnostics) = vocabulary.takes(text, names: names)
        #expect(isTaken == diagnostics.isEmpty, "\(mutation)")
        guard problems.isEmpty, isTaken else { continue }
        takenCount += 1
        let isDerived = Recogniser.derives(text, grammar: grammar)
        #expect(isDerived, "the grammar does not derive: \(mutation)")
      }
    }
    // Most changes make no query, and many do.
    #expect(takenCount > 150)
  }
}
