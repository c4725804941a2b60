import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen 'QUERY'`, and without words the prompt or a script from standard input.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answer one question (the default).",
    usage: "anwen [OPTIONS] ['QUESTION']")

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var script: ScriptOptions

  @Argument(
    help: ArgumentHelp(
      "The question; several words are joined by spaces. Without one, the prompt.",
      valueName: "question"))
  var words: [String] = []

  func run() throws {
    try Exit.onError {
      let session = try data.open(for: words.joined(separator: " "))
      output.applyLimits(to: session)
      guard words.isEmpty else {
        let text = SourceText(words.joined(separator: " "))
        let runner = ScriptRunner(
          session: session, output: output.settings, script: script.settings())
        try runner.runQuestion(text)
        return
      }
      if StandardInput.isTerminal {
        guard output.output == nil else {
          throw ValidationError("-o needs a question; the prompt answers on the screen")
        }
        var prompt = Prompt(session: session, options: output, script: script.settings())
        try prompt.run()
      } else {
        let text = try StandardInput.readScript()
        let runner = ScriptRunner(
          session: session, output: output.settings, script: script.settings())
        try runner.run([text])
      }
    }
  }
}
