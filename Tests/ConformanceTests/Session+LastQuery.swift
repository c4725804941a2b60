import Anwen
import AnwenDiagnostics
import AnwenSyntax

extension Session {
  /// The last question of a script, which may be its only statement.
  func lastQuery(of text: String) throws -> PreparedQuery {
    var reader = ScriptReader(session: self, files: EmptyFiles())
    try reader.read(SourceText(text))
    if let error = reader.firstError { throw error }
    let queries = reader.statements.compactMap { statement in
      if case .query(let query) = statement.kind { query } else { nil }
    }
    let isOneQuestion = queries.count == reader.statements.count
    guard let query = queries.last, !isOneQuestion else { return try prepare(SourceText(text)) }
    return query
  }
}

/// Every file is empty, and what would be written has a place that nobody looks at.
private struct EmptyFiles: ScriptFiles {
  func read(_ path: String, includedBy includer: String?) throws(ScriptFileError) -> SourceText {
    SourceText("", name: path)
  }

  func destination(
    _ path: String, writtenBy writer: String?
  ) throws(ScriptFileError) -> String { path }
}
