package import AnwenData
package import AnwenDiagnostics
import AnwenEngine

/// Why a data set could not be opened or a question not be answered.
public struct SessionError: Error, CustomStringConvertible, Sendable {
  /// What kind of failure it is; the raw value is the tool's exit status.
  public enum Status: Int32, Hashable, Sendable {
    /// The query has an error.
    case invalidQuery = 1
    /// A file, the model or the data could not be read.
    case unreadableData = 2
    /// A limit or the timeout was reached.
    case limitReached = 3
    /// Rows break a rule that the query asserts.
    case assertionFailed = 4
    /// The question was cancelled while it ran.
    case interrupted = 130
  }

  /// What kind of failure it is.
  public let status: Status
  /// The stable code of the first mistake.
  public let code: String
  /// The mistakes as they are shown to a person: the line, a mark under the place, what to write.
  public let description: String
  /// The mistakes with their places in the query or model; empty where a file or limit failed.
  package let diagnostics: [Diagnostic]

  package init(
    _ diagnostics: [Diagnostic], in text: SourceText, language: Language, status: Status
  ) {
    self.status = status
    self.diagnostics = diagnostics
    code = diagnostics.first?.problem.code ?? ""
    description = DiagnosticRenderer(language: language).render(diagnostics, in: text)
  }

  /// Rows that break a rule, drawn below it.
  init(_ diagnostic: Diagnostic, in text: SourceText, language: Language, rows: String) {
    status = .assertionFailed
    diagnostics = [diagnostic]
    code = diagnostic.problem.code
    description = DiagnosticRenderer(language: language).render(diagnostic, in: text) + rows
  }

  package init(_ error: DataError, language: Language) {
    status = .unreadableData
    diagnostics = []
    code = error.code
    description = DiagnosticRenderer(language: language).render(error)
  }

  /// Marks what was computed when a result did not fit, where the query says it.
  init(_ error: EngineError, of prepared: Session.PreparedQuery) {
    let operations = error.operations
    let places = prepared.query.computations.filter { operations.contains($0.operation) }
    if let first = places.first {
      let range = places.dropFirst().reduce(first.range) { $0.union($1.range) }
      self.init(
        [Diagnostic(error, at: range)], in: prepared.text, language: prepared.language,
        status: .invalidQuery)
      return
    }
    self.init(error, language: prepared.language)
  }

  private init(_ error: EngineError, language: Language) {
    status =
      switch error {
      case .overflow, .unreadable: .invalidQuery
      case .tooManyRows, .timedOut, .columnTooLong, .tooMuchMemory: .limitReached
      case .cancelled: .interrupted
      case .source: .unreadableData
      }
    diagnostics = []
    code = error.code
    description = DiagnosticRenderer(language: language).render(
      code: error.code, error.message, file: nil, row: nil, column: nil)
  }
}

extension DiagnosticRenderer {
  /// An error of the world, with its place.
  package func render(
    _ error: DataError, severity: Diagnostic.Severity = .error
  ) -> String {
    render(
      code: error.code, error.reason, file: error.place.file, row: error.place.row,
      column: error.place.header ?? error.place.columnNumber.map(String.init), severity: severity)
      + render(expected: error.expected, suggestions: error.suggestions)
  }
}
