import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport

/// The model that the texts of these tests are about, with some names from its data.
enum TestModel {
  /// The library's model, with authors, books and readers.
  static func vocabulary() throws(MissingPackageFile) -> Vocabulary {
    let catalog = Catalog.read(SourceText(try packageFile("Tests/Fixtures/library/model.anw")))
    return catalog.catalog.vocabulary(values: values)
  }

  static func grammar(_ vocabulary: Vocabulary) throws -> ModelGrammar {
    let productions = try GrammarReader.read(packageFile("Grammar/anwen.ebnf"))
    return try ModelGrammar(productions, vocabulary: vocabulary)
  }

  private static let values: [ValueWord] =
    ["王小明", "李红", "Zhao Lei"].map { ValueWord(spelling: $0, key: $0, type: .entity("author")) }
    + [("山海经", "1"), ("Deep Sea", "2"), ("星空", "3")].map {
      ValueWord(spelling: $0.0, key: $0.1, type: .entity("book"))
    }
    + [("陈静", "R1"), ("张伟", "R2"), ("Ann Lee", "R3")].map {
      ValueWord(spelling: $0.0, key: $0.1, type: .entity("person"))
    }
}

extension Vocabulary {
  /// What the parser makes of one statement.
  func parse(
    _ text: LexedText
  ) -> (readings: [QuerySyntax], diagnostics: [Diagnostic]) {
    let start = text.scalars.firstIndex { !UnitClass.isSpace($0) } ?? 0
    var parser = Parser(text, range: start..<text.count, vocabulary: self)
    let result = parser.parseQuery(from: start)
    return (result.readings, result.diagnostics)
  }
}
