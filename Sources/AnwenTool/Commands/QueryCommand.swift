import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen 'QUERY'`, and without words the prompt or a script from standard input.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answer one question (the default).")

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The question; several words are joined by spaces.")
  var words: [String] = []

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      output.applyLimits(to: session)
      guard words.isEmpty else {
        let text = SourceText(words.joined(separator: " "))
        try ScriptRunner(session: session, output: output).runQuestion(text)
        return
      }
      if StandardInput.isTerminal {
        try Prompt(session: session, options: output).run()
      } else {
        let text = try StandardInput.readScript()
        try ScriptRunner(session: session, output: output).run([text])
      }
    }
  }
}
