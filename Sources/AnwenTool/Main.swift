import Anwen
import AnwenDiagnostics
import ArgumentParser

/// The program `anwen`.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard isPlainQuestion(arguments) else { return AnwenCommand.main(arguments) }
    do {
      try Exit.onError {
        let runner = ScriptRunner(session: try DataSettings().open(), output: OutputSettings())
        try runner.runQuestion(SourceText(arguments.joined(separator: " ")))
      }
    } catch {
      AnwenCommand.exit(withError: error)
    }
  }

  /// Whether the words are a question without any option.
  ///
  /// Then no options need to be read, which would take a quarter of the time to the answer.
  private static func isPlainQuestion(_ arguments: [String]) -> Bool {
    guard let first = arguments.first else { return false }
    let commands = AnwenCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    return !(commands + ["help"]).contains(first) && !arguments.contains { $0.hasPrefix("-") }
  }
}
