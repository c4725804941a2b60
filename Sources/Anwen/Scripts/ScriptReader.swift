import AnwenBinder
package import AnwenDiagnostics
package import AnwenSyntax

/// Reads and binds the statements of scripts, each with the names of those before it.
///
/// Nothing runs meanwhile, so a script with a mistake in its last line has no effect at all.
package struct ScriptReader {
  /// How a parameter without a value is taken.
  package enum MissingArguments: Sendable {
    case areErrors
    /// Any value of the type stands for it: the script is only looked at.
    case haveStandIns
  }

  /// More files that include one another are refused.
  static let includeLimit = 256

  let session: Session
  private let files: any ScriptFiles
  private let missingArguments: MissingArguments
  /// Values of parameters, as they were given.
  private let given: [String: String]

  package private(set) var statements: [ReadStatement] = []
  package private(set) var names: ScriptNames
  /// The parameters that the scripts declare.
  package private(set) var parameters: [ParameterSyntax] = []
  /// The names that this script gave, whether or not they could be read.
  private var namedHere: [String] = []
  private var brokenNames: [String] = []
  /// The files that are being included, outermost first.
  private var openFiles: [String] = []
  private var includedFiles: Set<String> = []

  package init(
    session: Session, given: [String: String] = [:],
    missingArguments: MissingArguments = .areErrors, files: any ScriptFiles
  ) {
    self.session = session
    self.given = given
    self.missingArguments = missingArguments
    self.files = files
    names = session.names
  }

  /// Reads a text as a script of its own: it knows nothing that another one named.
  package mutating func read(_ text: SourceText) throws(SessionError) {
    names = session.names
    (namedHere, brokenNames, includedFiles) = ([], [], [])
    openFiles = [text.name].compactMap { $0 }
    try readStatements(of: text)
  }

  private mutating func readStatements(of text: SourceText) throws(SessionError) {
    let script = try session.statements(of: text)
    for range in script.ranges { readStatement(script.text, range) }
  }

  /// The first statement that could not be read.
  package var firstError: SessionError? {
    for statement in statements {
      if case .failed(let error) = statement.kind { return error }
    }
    return nil
  }

  // MARK: - Statements

  private mutating func readStatement(_ text: LexedText, _ range: Range<Int>) {
    var parser = Parser(text, range: range, vocabulary: session.vocabulary, names: names)
    let parsed = parser.parseStatement(from: range.lowerBound)
    let written = language(of: parsed.statement, text, range)
    let language = session.language ?? written
    let before = names
    var kind: ReadStatement.Kind?
    do throws(SessionError) {
      guard let statement = parsed.statement else {
        throw SessionError(
          parsed.diagnostics, in: text.source, language: language, status: .invalidQuery)
      }
      kind = try read(statement, in: text, language)
    } catch {
      noteBrokenName(of: parsed.statement, text, range)
      // What a broken name leads to is no mistake of its own.
      if !usesBrokenName(text, range) { kind = .failed(error) }
    }
    guard let kind else { return }
    let statement = ReadStatement(
      kind: kind, text: text, range: range, written: written, language: language, names: before)
    // Those of an included file stand behind the statement that includes it.
    guard case .include(let path) = kind else { return statements.append(statement) }
    statements.append(statement)
    include(path, in: text, range, language)
  }

  /// A query's is that of its first keyword or noun, another's that of the word at its head.
  private func language(
    of statement: StatementSyntax?, _ text: LexedText, _ range: Range<Int>
  ) -> Language {
    switch statement {
    case .query, nil: StatementLanguage.of(text, range, session.vocabulary)
    case .parameter, .namedQuery, .definition, .include, .title, .note:
      text.folded[range.lowerBound] < 0x80 ? .english : .chinese
    }
  }

  private mutating func read(
    _ statement: StatementSyntax, in text: LexedText, _ language: Language
  ) throws(SessionError) -> ReadStatement.Kind {
    switch statement {
    case .query(let readings):
      let query = try session.bind(readings, in: text, names: names, language: language)
      return .query(
        Session.PreparedQuery(
          text: text.source, lexed: text, names: names, query: query, language: language,
          destination: try destination(of: query, in: text, language)))
    case .parameter(let parameter):
      parameters.append(parameter)
      try check(parameter.name, in: text, language)
      let value = try argument(for: parameter, in: text, language)
      names.add(parameter.name.name, .parameter(parameter.type, value: value))
      return .parameter(parameter)
    case .namedQuery(let named):
      try check(named.name, isNoun: true, in: text, language)
      let query = try session.bind(
        named.readings.map(\.query), in: text, names: names, language: language)
      if let file = query.syntax.destination {
        throw sessionError(.refused(.innerWrite), at: file, in: text, language)
      }
      if let reading = named.readings.first(where: { $0.query == query.syntax }) {
        names.add(named.name.name, .query(reading.query, scope: reading.scope, text))
      }
      return .namedQuery(named.name, query)
    case .definition(let definition):
      try check(
        definition.name, isCalled: !definition.parameters.isEmpty, in: text, language)
      try define(definition, in: text, language)
      return .definition(definition)
    case .include(let path): return .include(path)
    case .title(let text): return .title(text)
    case .note(let text): return .note(text)
    }
  }

  private mutating func define(
    _ definition: DefinitionSyntax, in text: LexedText, _ language: Language
  ) throws(SessionError) {
    let check = DefinitionCheck(
      catalog: session.catalog, vocabulary: session.vocabulary, resolver: session.resolver,
      names: names)
    let diagnostics = check.diagnostics(of: definition, in: text)
    guard diagnostics.isEmpty else {
      throw SessionError(diagnostics, in: text.source, language: language, status: .invalidQuery)
    }
    names.add(
      definition.name.name,
      .definition(
        ScriptNames.Definition(
          parameters: definition.parameters.map(\.name), text: text, body: definition.body,
          nameCount: names.entries.count)))
  }

  // MARK: - Names

  private mutating func check(
    _ name: AliasSyntax, isNoun: Bool = false, isCalled: Bool = false, in text: LexedText,
    _ language: Language
  ) throws(SessionError) {
    let folded = name.name.lowercased()
    let problem: ScriptProblem? =
      namedHere.contains(folded)
      ? .nameTaken(name.name)
      : session.vocabulary.isReserved(name.name, isNoun: isNoun, isCalled: isCalled)
        ? .reservedName(name.name) : nil
    namedHere.append(folded)
    guard let problem else { return }
    throw SessionError(
      [Diagnostic(problem, at: name.place.range)], in: text.source, language: language,
      status: .invalidQuery)
  }

  /// Remembers a name that was to be given by a statement that could not be read.
  private mutating func noteBrokenName(
    of statement: StatementSyntax?, _ text: LexedText, _ range: Range<Int>
  ) {
    switch statement {
    case .parameter(let node): brokenNames.append(node.name.name)
    case .namedQuery(let node): brokenNames.append(node.name.name)
    case .definition(let node): brokenNames.append(node.name.name)
    case .query, .include, .title, .note: break
    case nil:
      if let name = Parser.nameGiven(in: text, range) { brokenNames.append(name) }
    }
  }

  private func usesBrokenName(_ text: LexedText, _ range: Range<Int>) -> Bool {
    guard !brokenNames.isEmpty else { return false }
    let own = Parser.nameGiven(in: text, range)
    let slice = text.text(range.lowerBound, range.upperBound)
    return brokenNames.contains { $0 != own && slice.contains($0) }
  }

  // MARK: - Parameters

  private func argument(
    for parameter: ParameterSyntax, in text: LexedText, _ language: Language
  ) throws(SessionError) -> ExpressionSyntax {
    if let written = given[parameter.name.name] {
      if parameter.type == .text {
        return .text(written, SyntaxRange(SourceRange(0, written.utf8.count)))
      }
      let source = SourceText(written, name: "-p \(parameter.name.name)")
      let (lexed, problems) = Lexer.lex(source)
      var parser = Parser(lexed, range: 0..<lexed.count, vocabulary: session.vocabulary)
      let value = parser.parseArgument(of: parameter.type, name: parameter.name.name, at: 0)
      if let expression = value.expression, problems.isEmpty { return expression }
      throw SessionError(
        problems.isEmpty ? value.diagnostics : problems, in: source, language: language,
        status: .invalidQuery)
    }
    if let value = parameter.value { return value }
    if missingArguments == .haveStandIns { return session.vocabulary.standIn(for: parameter.type) }
    throw SessionError(
      [
        Diagnostic(
          ScriptProblem.missingArgument(parameter.name.name), at: parameter.name.place.range)
      ], in: text.source, language: language, status: .invalidQuery)
  }

  /// An error for a value that no script asked for.
  package func unusedArgument() -> SessionError? {
    let known = parameters.map(\.name.name)
    guard let name = given.keys.sorted().first(where: { !known.contains($0) }) else { return nil }
    let problem = ScriptProblem.unknownParameter(
      name, candidates: NearestWords.nearest(to: name, among: known))
    return SessionError(
      [Diagnostic(problem, at: SourceRange(0, name.utf8.count))],
      in: SourceText("\(name)=\(given[name] ?? "")", name: "-p"),
      language: session.language ?? .english, status: .invalidQuery)
  }

  // MARK: - Includes

  private mutating func include(
    _ path: TextSyntax, in text: LexedText, _ range: Range<Int>, _ language: Language
  ) {
    do throws(SessionError) {
      let file = try load(path, in: text, language)
      guard let name = file.name, !includedFiles.contains(name) else { return }
      includedFiles.insert(name)
      openFiles.append(name)
      defer { openFiles.removeLast() }
      try readStatements(of: file)
    } catch {
      statements.append(
        ReadStatement(
          kind: .failed(error), text: text, range: range, written: language, language: language,
          names: names))
    }
  }

  private func load(
    _ path: TextSyntax, in text: LexedText, _ language: Language
  ) throws(SessionError) -> SourceText {
    func failure(_ problem: ScriptProblem, _ status: SessionError.Status) -> SessionError {
      SessionError(
        [Diagnostic(problem, at: path.place.range)], in: text.source, language: language,
        status: status)
    }
    guard openFiles.count < ScriptReader.includeLimit else {
      throw failure(.includeTooDeep(limit: ScriptReader.includeLimit), .limitReached)
    }
    let file: SourceText
    do throws(ScriptFileError) {
      file = try files.read(path.text, includedBy: text.source.name)
    } catch {
      throw sessionError(error, at: path, in: text, language)
    }
    if let name = file.name, let start = openFiles.firstIndex(of: name) {
      throw failure(.includeCycle(Array(openFiles[start...]) + [name]), .invalidQuery)
    }
    return file
  }

  /// Where the rows of a query go, if they go to a file.
  private func destination(
    of query: BoundQuery, in text: LexedText, _ language: Language
  ) throws(SessionError) -> String? {
    guard let file = query.syntax.destination else { return nil }
    do throws(ScriptFileError) {
      return try files.destination(file.text, writtenBy: text.source.name)
    } catch {
      throw sessionError(error, at: file, in: text, language)
    }
  }

  private func sessionError(
    _ error: ScriptFileError, at place: TextSyntax, in text: LexedText, _ language: Language
  ) -> SessionError {
    switch error {
    case .refused(let problem):
      SessionError(
        [Diagnostic(problem, at: place.place.range)], in: text.source, language: language,
        status: .invalidQuery)
    case .unreadable(let error): SessionError(error, language: language)
    }
  }
}
