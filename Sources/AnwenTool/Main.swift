import Anwen
import AnwenDiagnostics
import ArgumentParser
import Glibc

/// The program `anwen`.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if isPlainQuestion(arguments) {
        try answer(question(of: arguments))
      } else if HelpRequest.isAbout(arguments, commands: commands) {
        try Exit.onError { try HelpRequest.answer(arguments) }
      } else if ParameterList.isAskedFor(arguments) {
        try ParameterList.answer(arguments)
      } else {
        try run(arguments)
      }
    } catch {
      let message = AnwenCommand.fullMessage(for: error)
      if !message.isEmpty { StandardError.write(message + "\n") }
      exit(AnwenCommand.exitCode(for: error).rawValue)
    }
  }

  /// Whether the words are a question without any option.
  ///
  /// Then no options need to be read, which would take a quarter of the time to the answer.
  private static func isPlainQuestion(_ arguments: [String]) -> Bool {
    guard let first = arguments.first else { return false }
    return !(commands + ["help"]).contains(first) && !arguments.contains { $0.hasPrefix("-") }
  }

  /// The words with spaces between; most often the shell has made one of them.
  private static func question(of arguments: [String]) -> String {
    arguments.dropFirst().reduce(arguments[0]) { $0 + " " + $1 }
  }

  private static var commands: [String] {
    AnwenCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  private static func answer(_ question: String) throws {
    try Exit.onError {
      let session = try DataSettings().open(for: question)
      let runner = ScriptRunner(session: session, output: OutputSettings())
      try runner.runQuestion(SourceText(question))
      // The session goes with the process; to take it apart first would only take time.
      withExtendedLifetime(session) { exit(EXIT_SUCCESS) }
    }
  }

  /// Runs a command. Help and the version are written as any answer, and may fail as one.
  private static func run(_ arguments: [String]) throws {
    do {
      var command = try AnwenCommand.parseAsRoot(arguments)
      try command.run()
    } catch  where AnwenCommand.exitCode(for: error).isSuccess {
      let message = AnwenCommand.fullMessage(for: error)
      try Exit.onError { try StandardOutput.write(message.isEmpty ? "" : message + "\n") }
    }
  }
}
