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
    let prepared = try prepare(SourceText(question))
    if let file = prepared.query.syntax.destination {
      throw SessionError(
        [Diagnostic(ScriptProblem.noQuestion("write"), at: file.place.range)],
        in: SourceText(question), language: prepared.language, status: .invalidQuery)
    }
    return try run(prepared)
  }

  /// Reads a text that is one statement.
  ///
  /// - Parameter names: what is named already; else what the session knows.
  package func prepare(
    _ text: SourceText, names: ScriptNames? = nil
  ) throws(SessionError) -> PreparedQuery {
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
    return try prepare(script, range, names: names ?? self.names)
  }

  /// The statements of a text.
  package struct Script: Sendable {
    package let text: LexedText
    package let ranges: [Range<Int>]
  }

  /// A statement that is ready to run.
  package struct PreparedQuery: Sendable {
    package let text: SourceText
    let lexed: LexedText
    /// What the script around it names.
    let names: ScriptNames
    package let query: BoundQuery
    package let language: Language
    /// The file to which the rows go instead, as the system names it.
    package var destination: String?
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

  /// Reads one question and gives its names a meaning.
  private func prepare(
    _ script: Script, _ range: Range<Int>, names: ScriptNames
  ) throws(SessionError) -> PreparedQuery {
    let spoken = language ?? StatementLanguage.of(script.text, range, vocabulary)
    var parser = Parser(script.text, range: range, vocabulary: vocabulary, names: names)
    let parsed = parser.parseStatement(from: range.lowerBound)
    switch parsed.statement {
    case .query(let readings):
      return PreparedQuery(
        text: script.text.source, lexed: script.text, names: names,
        query: try bind(readings, in: script.text, names: names, language: spoken),
        language: spoken)
    case nil:
      throw SessionError(
        parsed.diagnostics, in: script.text.source, language: spoken, status: .invalidQuery)
    case .parameter, .namedQuery, .definition, .include, .title, .note:
      let word = script.text.source.slice(script.text.range(range.lowerBound, range.upperBound))
        .prefix { !$0.isWhitespace }
      let start = script.text.offsets[range.lowerBound]
      throw SessionError(
        [
          Diagnostic(
            ScriptProblem.noQuestion(String(word)),
            at: SourceRange(start, start + word.utf8.count))
        ], in: script.text.source, language: spoken, status: .invalidQuery)
    }
  }

  /// Gives the names of a query a meaning.
  func bind(
    _ readings: [QuerySyntax], in text: LexedText, names: ScriptNames, language: Language
  ) throws(SessionError) -> BoundQuery {
    let result = Binder.bind(
      readings, catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: text,
      names: names)
    if let query = result.query { return query }
    if !result.modelDiagnostics.isEmpty {
      throw SessionError(
        result.modelDiagnostics, in: catalog.text.source, language: language,
        status: .unreadableData)
    }
    throw SessionError(
      result.diagnostics, in: text.source, language: language, status: .invalidQuery)
  }

  /// The plan as it is carried out.
  package func optimized(_ plan: LogicalPlan) -> LogicalPlan {
    Optimizer(disabledPasses: limits.disabledPasses).rewrite(plan)
  }

  /// Carries out a query, once all that it asserts holds.
  ///
  /// Where only the data tells the columns, it is asked for them first.
  package func run(_ prepared: PreparedQuery) throws(SessionError) -> Answer {
    for assertion in prepared.query.assertions { try check(assertion, of: prepared) }
    let isCheck = prepared.query.syntax.stages.last?.isAssertion ?? false
    let asksForColumns = prepared.query.asksForColumns
    let answer = try answer(
      to: prepared, plan: prepared.query.plan, maxRows: asksForColumns ? nil : limits.maxRows,
      isCheck: isCheck)
    guard asksForColumns else { return answer.with(remark: try remark(on: prepared)) }
    let whole = try completed(prepared, by: answer)
    return try self.answer(
      to: whole, plan: whole.query.plan, maxRows: limits.maxRows, isCheck: isCheck
    ).with(remark: try remark(on: whole))
  }

  /// The query with the columns that the answer to its first question names.
  private func completed(
    _ prepared: PreparedQuery, by answer: Answer
  ) throws(SessionError) -> PreparedQuery {
    let field = answer.schema.fields[0]
    let columns = answer.batches.flatMap { batch in
      (0..<batch.rowCount).map { row in
        let value = batch.columns[0][row]
        return PivotColumn(value, type: field.type, label: answer.label(of: value, field.type))
      }
    }
    let result = Binder.complete(
      prepared.query, columns: columns, catalog: catalog, vocabulary: vocabulary,
      resolver: resolver, text: prepared.lexed, names: prepared.names)
    guard let query = result.query else {
      throw SessionError(
        result.diagnostics, in: prepared.text, language: prepared.language,
        status: .invalidQuery)
    }
    return PreparedQuery(
      text: prepared.text, lexed: prepared.lexed, names: prepared.names, query: query,
      language: prepared.language, destination: prepared.destination)
  }

  /// The rows of a plan that belongs to a query.
  func answer(
    to prepared: PreparedQuery, plan: LogicalPlan, maxRows: Int?, isCheck: Bool
  ) throws(SessionError) -> Answer {
    let plan = optimized(plan)
    let batches = try carryOut(plan, of: prepared, maxRows: maxRows)
    let labels = try referenceLabels(for: plan.schema, language: prepared.language)
    return Answer(
      schema: plan.schema, batches: batches, language: prepared.language, labels: labels,
      isSample: prepared.query.usesSample, isCheck: isCheck)
  }

  /// The rows of a plan.
  ///
  /// - Parameter meter: counts what each step does.
  func carryOut(
    _ plan: LogicalPlan, of prepared: PreparedQuery, maxRows: Int? = nil,
    meter: ExecutionMeter? = nil
  ) throws(SessionError) -> [Batch] {
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
    do throws(EngineError) {
      return try engine.run(plan, meter: meter).batches
    } catch {
      throw SessionError(error, of: prepared)
    }
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
