import Anwen
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

/// The conformance cases hold every form of the language.
@Suite("Grammar: the conformance cases")
struct CaseCoverageTests {
  @Test("the grammar derives every case that has an answer, and each of its parts is in one")
  func coverage() throws {
    let productions = try GrammarReader.read(packageFile("Grammar/anwen.ebnf"))
    var unused: [Int: String] = [:]
    // A slot stands in models only, and the particle of `Of` is read as a part
    // of what it joins.
    for production in productions where production.name != "Of" {
      for part in production.parts where part.text != "slot" {
        unused[part.number] = "\(production.name): \(part.text)"
      }
    }
    let cases = try ConformanceFile.allCases().filter {
      if case .rows = $0.expectation { true } else { false }
    }
    for (folder, cases) in Dictionary(grouping: cases, by: \.dataFolder) {
      let vocabulary = try Session(folder: packagePath(folder)).vocabulary
      // A script is read statement by statement; what one names, those behind it may use.
      var names = ScriptNames()
      var statements: [LexedText] = []
      for spelling in cases.flatMap(\.spellings) {
        let (text, _) = Lexer.lex(SourceText(spelling.text))
        for range in StatementSplitter(text, vocabulary: vocabulary).statements() {
          let slice = text.source.slice(text.range(range.lowerBound, range.upperBound))
          let statement = Lexer.lex(SourceText(slice)).text
          statements.append(statement)
          _ = names.read(statement, vocabulary: vocabulary)
        }
      }
      let grammar = try ModelGrammar(productions, vocabulary: vocabulary, names: names)
      for statement in statements {
        var recogniser = Recogniser(statement, grammar: grammar)
        let isDerived = recogniser.derivesAll()
        #expect(isDerived, "the grammar does not derive: \(statement.source.text)")
        for part in recogniser.usedInDerivations().parts { unused[part] = nil }
      }
    }
    let missing = unused.sorted { $0.key < $1.key }.map(\.value)
    #expect(missing.isEmpty, "no case uses these \(missing.count): \(missing.prefix(30))")
  }
}
