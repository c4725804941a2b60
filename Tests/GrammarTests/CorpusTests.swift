import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Grammar: the corpus")
struct CorpusTests {
  @Test("the parser takes every query of the corpus, and the grammar derives it")
  func bothWays() throws {
    let vocabulary = try libraryVocabulary()
    let names = NamedSample.names(for: vocabulary)
    let grammar = try ModelGrammar.queries(of: vocabulary, names: names)
    for query in QueryCorpus.all {
      let (text, problems) = Lexer.lex(SourceText(query))
      #expect(problems.isEmpty, "\(query)")
      let isTaken = vocabulary.takes(text, names: names).isTaken
      #expect(isTaken, "the parser does not take: \(query)")
      let isDerived = Recogniser.derives(text, grammar: grammar)
      #expect(isDerived, "the grammar does not derive: \(query)")
    }
  }

  @Test("every production of the grammar is used by a query of the corpus")
  func coverage() throws {
    let vocabulary = try libraryVocabulary()
    let names = NamedSample.names(for: vocabulary)
    let grammar = try ModelGrammar.queries(of: vocabulary, names: names)
    var used: Set<String> = []
    for query in QueryCorpus.all {
      var recogniser = Recogniser(Lexer.lex(SourceText(query)).text, grammar: grammar)
      used.formUnion(recogniser.usedInDerivations().symbols.map { grammar.symbols[$0].name })
    }
    // A slot stands in models only. The particle of `Of` is read as a part of what it joins. The
    // library does not say of its rows when they exist.
    let elsewhere: Set<String> = [
      "slot", "Of", "stock", "stock_each", "stock_end", "stock_ends", "standing", "stood",
    ]
    let unused = Set(grammar.productions.keys).subtracting(used).subtracting(elsewhere)
    #expect(unused.sorted() == [])
  }
}
