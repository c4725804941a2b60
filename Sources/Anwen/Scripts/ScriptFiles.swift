package import AnwenData
package import AnwenDiagnostics
package import AnwenSyntax

/// The files that scripts may touch; whoever runs a script says which these are.
package protocol ScriptFiles: Sendable {
  /// Reads a file that a script includes.
  ///
  /// - Parameter includer: the name of the text that includes it, nil where it was typed.
  func read(_ path: String, includedBy includer: String?) throws(ScriptFileError) -> SourceText

  /// The path under which a file is to be written.
  func destination(
    _ path: String, writtenBy writer: String?
  ) throws(ScriptFileError) -> String
}

/// Why a script may not or cannot use a file.
package enum ScriptFileError: Error {
  case refused(ScriptProblem)
  case unreadable(DataError)
}
