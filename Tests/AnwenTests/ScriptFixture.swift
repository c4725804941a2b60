import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport

/// Files in memory that scripts may include; what they would write has a place.
struct FilesInMemory: ScriptFiles {
  var texts: [String: String] = [:]

  func read(_ path: String, includedBy includer: String?) throws(ScriptFileError) -> SourceText {
    guard let text = texts[path] else { throw .refused(.outsideRoot(path)) }
    return SourceText(text, name: path)
  }

  func destination(
    _ path: String, writtenBy writer: String?
  ) throws(ScriptFileError) -> String { path }
}

/// A script that was read over the built-in plan.
struct ReadScript {
  let reader: ScriptReader
  let session: Session

  init(
    _ text: String, files: [String: String] = [:], given: [String: String] = [:],
    missing: ScriptReader.MissingArguments = .areErrors, session: Session? = nil
  ) throws {
    let session =
      try session ?? Session(folder: packagePath("Examples/dizhuang-2024"), language: .english)
    var reader = ScriptReader(
      session: session, given: given, missingArguments: missing,
      files: FilesInMemory(texts: files))
    try reader.read(SourceText(text, name: "script.anw"))
    self.reader = reader
    self.session = session
  }

  /// The codes of all that is wrong, in order.
  var codes: [String] {
    reader.statements.compactMap { statement in
      if case .failed(let error) = statement.kind { error.code } else { nil }
    }
  }

  /// The answers as CSV, the lines of each joined by spaces.
  func answers() throws -> [String] {
    try reader.statements.compactMap { statement in
      guard case .query(let query) = statement.kind else { return nil }
      return try session.run(query).text(as: .csv).split(separator: "\n").joined(separator: " ")
    }
  }
}
