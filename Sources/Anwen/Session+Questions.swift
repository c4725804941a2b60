package import AnwenBinder
import AnwenColumns
import AnwenData
package import AnwenDiagnostics
import AnwenEngine
package import AnwenPlan
package import AnwenSyntax
import AnwenTypes

extension Session {
  /// Answers one question.
  public func ask(_ question: String) throws(SessionError) -> Answer {
    try run(try prepare(SourceText(question)))
  }

  /// Reads a text that is one statement.
  package func prepare(_ text: SourceText) throws(SessionError) -> PreparedQuery {
    let script = try statements(of: text)
    guard script.ranges.count == 1, let range = script.ranges.first else {
      let problem = StatementProblem.notOneStatement(script.ranges.count)
      let place = script.ranges.dropFirst().first.map {
        script.text.range($0.lowerBound, $0.upperBound)
      }
      throw SessionError(
        [Diagnostic(problem, at: place ?? SourceRange(0, 0))], in: text,
        language: language ?? .english, status: .invalidQuery)
    }
    return try prepare(script, range)
  }

  /// Reads every statement of a script.
  package func prepare(_ script: Script) throws(SessionError) -> [PreparedQuery] {
    var prepared: [PreparedQuery] = []
    for range in script.ranges { prepared.append(try prepare(script, range)) }
    return prepared
  }

  /// The statements of a text.
  package struct Script: Sendable {
    package let text: LexedText
    package let ranges: [Range<Int>]
  }

  /// A statement that is ready to run.
  package struct PreparedQuery: Sendable {
    package let text: SourceText
    package let query: BoundQuery
    package let language: Language
  }

  /// A script or question of more bytes is refused.
  package static let textLimit = 4 << 20

  /// Lexes a text and finds its statements.
  package func statements(of text: SourceText) throws(SessionError) -> Script {
    guard text.text.utf8.count <= Session.textLimit else {
      let problem = SyntaxProblem.textTooLarge(limit: Session.textLimit)
      throw SessionError(
        [Diagnostic(problem, at: SourceRange(0, 0))], in: SourceText("", name: text.name),
        language: language ?? .english, status: .limitReached)
    }
    let (lexed, diagnostics) = Lexer.lex(text)
    guard diagnostics.isEmpty else {
      let whole = StatementLanguage.of(lexed, 0..<lexed.count, vocabulary)
      throw SessionError(
        diagnostics, in: text, language: language ?? whole, status: .invalidQuery)
    }
    let ranges = StatementSplitter(lexed, vocabulary: vocabulary).statements()
    return Script(text: lexed, ranges: ranges)
  }

  /// Reads one statement and gives its names a meaning.
  private func prepare(
    _ script: Script, _ range: Range<Int>
  ) throws(SessionError) -> PreparedQuery {
    let spoken = language ?? StatementLanguage.of(script.text, range, vocabulary)
    var parser = Parser(script.text, range: range, vocabulary: vocabulary)
    let parsed = parser.parseQuery(from: range.lowerBound)
    guard !parsed.readings.isEmpty else {
      throw SessionError(
        parsed.diagnostics, in: script.text.source, language: spoken, status: .invalidQuery)
    }
    let result = Binder.bind(
      parsed.readings, catalog: catalog, vocabulary: vocabulary, resolver: resolver,
      text: script.text)
    guard let query = result.query else {
      if !result.modelDiagnostics.isEmpty {
        throw SessionError(
          result.modelDiagnostics, in: catalog.text.source, language: spoken,
          status: .unreadableData)
      }
      throw SessionError(
        result.diagnostics, in: script.text.source, language: spoken, status: .invalidQuery)
    }
    return PreparedQuery(text: script.text.source, query: query, language: spoken)
  }

  /// The plan as it is carried out.
  package func optimized(_ plan: LogicalPlan) -> LogicalPlan {
    Optimizer(disabledPasses: limits.disabledPasses).rewrite(plan)
  }

  /// Carries out a query, once all that it asserts holds.
  package func run(_ prepared: PreparedQuery) throws(SessionError) -> Answer {
    for assertion in prepared.query.assertions { try check(assertion, of: prepared) }
    return try answer(
      to: prepared, plan: prepared.query.plan, maxRows: limits.maxRows,
      isCheck: prepared.query.syntax.stages.last?.isAssertion ?? false)
  }

  /// The rows of a plan that belongs to a query.
  func answer(
    to prepared: PreparedQuery, plan: LogicalPlan, maxRows: Int?, isCheck: Bool
  ) throws(SessionError) -> Answer {
    let plan = optimized(plan)
    try load(plan.scannedColumns, language: prepared.language)
    let engine = Engine(
      source: LoadedTables(data: data), batchSize: limits.batchSize, maxRows: maxRows,
      maxMemory: limits.maxMemory,
      interruption: { [interruption = limits.interruption] in
        switch interruption() {
        case nil: nil
        case .cancelled: .cancelled
        case .timedOut: .timedOut
        }
      })
    let result: ResultTable
    do throws(EngineError) {
      result = try engine.run(plan)
    } catch {
      throw SessionError(error, of: prepared)
    }
    let labels = try referenceLabels(for: plan.schema, language: prepared.language)
    return Answer(
      schema: plan.schema, batches: result.batches, language: prepared.language, labels: labels,
      isSample: prepared.query.usesSample, isCheck: isCheck)
  }

  private func load(
    _ tables: [(table: String, columns: [String]?)], language: Language
  ) throws(SessionError) {
    do throws(DataError) {
      try data.load(tables)
    } catch {
      throw SessionError(error, language: language)
    }
  }

  /// How the rows that references in the result point to are called.
  private func referenceLabels(
    for schema: Schema, language: Language
  ) throws(SessionError) -> [String: [Value: String]] {
    var labels: [String: [Value: String]] = [:]
    for field in schema.fields {
      guard case .reference(let reference) = field.type.element, labels[reference.entity] == nil,
        let entity = catalog.entity(reference.entity), let key = entity.key,
        let label = entity.label, label != key
      else { continue }
      let columns = [key, label].map { entity.columns[$0].name }
      try load([(entity.name, columns)], language: language)
      guard let table = data[entity.name], let keys = table[entity.columns[key].name],
        let names = table[entity.columns[label].name]
      else { continue }
      var found: [Value: String] = [:]
      for row in 0..<table.rowCount {
        if case .text(let name) = names[row] { found[keys[row]] = name.string }
      }
      labels[reference.entity] = found
    }
    return labels
  }
}

/// The loaded tables of a data set, as the engine reads them.
private struct LoadedTables: TableSource {
  let data: DataSet

  func batches(ofTable table: String, columns: [String]) throws(TableSourceError) -> [Batch] {
    guard let table = data[table] else { return [] }
    return [Batch(columns: columns.compactMap { table[$0] }, rowCount: table.rowCount)]
  }
}

extension LogicalPlan {
  /// The tables and columns that the plan scans.
  fileprivate var scannedColumns: [(table: String, columns: [String]?)] {
    if case .scan(let node) = self { return [(node.table, node.columns)] }
    return inputs.flatMap(\.scannedColumns)
  }
}
