import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen check FILE…`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with scripts, all of it, without running them.",
    usage: "anwen check [OPTIONS] [FILE…]")

  @OptionGroup var data: DataOptions
  @OptionGroup var script: ScriptOptions

  @Argument(
    help: ArgumentHelp("The scripts; without one, standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      let texts =
        files.isEmpty
        ? [try StandardInput.readScript()] : try files.map { try ScriptFile.read($0) }
      var first: SessionError?
      for text in texts {
        for error in errors(of: text, in: session) {
          StandardError.write(error.description)
          first = first ?? error
        }
      }
      if let first { throw ReportedFailure(status: first.status) }
    }
  }

  /// Every mistake, in the order of the text.
  private func errors(of text: SourceText, in session: Session) -> [SessionError] {
    let settings = script.settings()
    var reader = ScriptReader(
      session: session, given: settings.arguments, missingArguments: .haveStandIns,
      files: ScriptFolder(of: text.name, isSafe: settings.isSafe))
    do throws(SessionError) {
      try reader.read(text)
    } catch {
      return [error]
    }
    return reader.statements.compactMap { statement in
      if case .failed(let error) = statement.kind { error } else { nil }
    } + [reader.unusedArgument()].compactMap { $0 }
  }
}
