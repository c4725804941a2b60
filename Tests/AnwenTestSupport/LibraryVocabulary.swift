import AnwenBinder
package import AnwenDiagnostics
package import AnwenSyntax

/// The words of the library's model, with some names from its data.
package func libraryVocabulary() throws(MissingFile) -> Vocabulary {
  let authors = ["王小明", "李红", "Zhao Lei"].map { name in
    ValueWord(spelling: name, key: name, type: .entity("author"))
  }
  let books = [("山海经", "1"), ("Deep Sea", "2"), ("星空", "3")].map { title, key in
    ValueWord(spelling: title, key: key, type: .entity("book"))
  }
  let people = [("陈静", "R1"), ("张伟", "R2"), ("Ann Lee", "R3")].map { name, key in
    ValueWord(spelling: name, key: key, type: .entity("person"))
  }
  return vocabulary(
    ofModel: try packageFile("Tests/Fixtures/library/model.anw"), values: authors + books + people)
}

/// The words of a model, with names from its data.
package func vocabulary(ofModel text: String, values: [ValueWord] = []) -> Vocabulary {
  Catalog.read(SourceText(text)).catalog.vocabulary(values: values)
}

extension Vocabulary {
  /// What the parser makes of a text that is one statement.
  package func parse(
    _ text: LexedText
  ) -> (readings: [QuerySyntax], diagnostics: [Diagnostic]) {
    let start = text.scalars.firstIndex { !UnitClass.isSpace($0) } ?? 0
    var parser = Parser(text, range: start..<text.count, vocabulary: self)
    let result = parser.parseQuery(from: start)
    return (result.readings, result.diagnostics)
  }

  /// Whether the parser takes a text as one statement, and the mistakes where it does not.
  package func takes(
    _ text: LexedText, names: ScriptNames
  ) -> (isTaken: Bool, diagnostics: [Diagnostic]) {
    let start = text.scalars.firstIndex { !UnitClass.isSpace($0) } ?? 0
    var parser = Parser(text, range: start..<text.count, vocabulary: self, names: names)
    let result = parser.parseStatement(from: start)
    return (result.statement != nil, result.diagnostics)
  }
}
