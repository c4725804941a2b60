import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax

/// Says the statements of scripts in a language.
struct StatementText {
  let session: Session
  let language: Language

  /// The statement as its head and its stages, and where each stands in the source.
  struct Parts {
    let texts: [String]
    let places: [Int]
  }

  /// Nil where no usual spelling says the same; then the statement stays as it is.
  func parts(of statement: ReadStatement) -> Parts? {
    let start = statement.text.offsets[statement.range.lowerBound]
    func single(_ text: String) -> Parts { Parts(texts: [text], places: [start]) }
    switch statement.kind {
    case .query(let prepared): return parts(of: prepared.query, statement, head: "", start)
    case .namedQuery(let name, let query):
      let head = word(.let) + " " + newName(name.name) + " = "
      return parts(of: query, statement, head: head, start)
    case .parameter(let parameter): return single(text(of: parameter))
    case .definition(let definition):
      return body(of: definition, statement).map { body in
        let formals = definition.parameters.map { newName($0.name) }.joined(separator: ", ")
        let head = newName(definition.name.name) + (formals.isEmpty ? "" : "(\(formals))")
        return single(word(.define) + " " + head + " = " + body)
      }
    case .include(let text): return single(word(.include) + " " + quoted(text.text))
    case .title(let text): return single(word(.title) + " " + quoted(text.text))
    case .note(let text): return single(word(.note) + " " + quoted(text.text))
    case .failed: return nil
    }
  }

  private var printer: QueryText { QueryText(source: language, vocabulary: session.vocabulary) }

  private func word(_ word: StatementWord) -> String { word.spelling(in: language) }

  private func newName(_ name: String) -> String { printer.newName(name) }

  private func quoted(_ text: String) -> String { printer.quoted(text) }

  private func parts(
    of query: BoundQuery, _ statement: ReadStatement, head: String, _ start: Int
  ) -> Parts? {
    guard
      var texts = session.sourceParts(of: query, in: language, names: statement.names)
    else { return nil }
    texts[0] = head + texts[0]
    return Parts(texts: texts, places: [start] + query.syntax.stages.map(\.place.range.start))
  }

  private func text(of parameter: ParameterSyntax) -> String {
    let type = Parser.name(of: parameter.type, in: language, vocabulary: session.vocabulary)
    let value = parameter.value.map { " = " + printer.text(ofArgument: $0) } ?? ""
    return word(.param) + " " + newName(parameter.name.name) + ": " + type + value
  }

  /// The body, where what it says over the rows of each entity is one text that reads as before.
  private func body(of definition: DefinitionSyntax, _ statement: ReadStatement) -> String? {
    var text: String?
    for (entity, expression) in definition.readings {
      let printed = printer.text(of: expression, entity: entity)
      if let text, text != printed { return nil }
      text = printed
    }
    guard let text,
      readings(of: text, definition, statement) == definition.readings.map(\.expression)
    else { return nil }
    return text
  }

  private func readings(
    of body: String, _ definition: DefinitionSyntax, _ statement: ReadStatement
  ) -> [ExpressionSyntax] {
    let (lexed, _) = Lexer.lex(SourceText(body))
    return definition.readings.compactMap { entity, _ in
      Parser.definitionBody(
        in: lexed, 0..<lexed.count, vocabulary: session.vocabulary, names: statement.names,
        entity: entity.flatMap { session.vocabulary.entityIndex($0) },
        parameters: definition.parameters.map(\.name)
      ).readings.first
    }
  }
}
