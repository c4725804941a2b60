import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Grammar: sentences made from it")
struct SentenceTests {
  @Test(
    "the parser takes every sentence",
    arguments: SentenceMaker.Style.allCases, [1, 2, 3, 4] as [UInt64])
  func sentences(style: SentenceMaker.Style, seed: UInt64) throws {
    let vocabulary = try libraryVocabulary()
    let names = NamedSample.names(for: vocabulary)
    let grammar = try ModelGrammar.queries(of: vocabulary, names: names)
    var maker = SentenceMaker(grammar, style: style, seed: seed)
    var (sentenceCount, brokenCount) = (0, 0)
    while sentenceCount < 200 {
      guard var sentence = maker.sentence(wordLimit: 4 + sentenceCount % 40) else { continue }
      sentenceCount += 1
      maker.write(&sentence)
      let (text, problems) = Lexer.lex(SourceText(sentence.text))
      #expect(problems.isEmpty, "\(sentence.text)")
      let (isTaken, diagnostics) = vocabulary.takes(text, names: names)
      if isTaken { continue }
      brokenCount += 1
      let place = diagnostics.map { text.source.slice($0.range) }
      #expect(
        sentence.breaksOff(text, grammar: grammar),
        "not taken, at \(place): \(sentence.text)")
    }
    // Few clauses and lists are broken off, so hardly a sentence is lost.
    #expect(brokenCount < 5)
  }
}
