import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen explain 'QUERY'`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how a question is read, with every date resolved, and how it is answered.",
    usage: "anwen explain [OPTIONS] 'QUESTION'")

  @OptionGroup var data: DataOptions

  @Option(
    name: .customLong("without-pass"),
    help: ArgumentHelp(
      "Leave out an optimizer pass; repeatable. There are: "
        + Session.passNames.joined(separator: ", ") + ".", valueName: "pass"))
  var disabledPasses: [String] = []

  @Flag(help: "Answer the question, and show the rows and the time of each step.")
  var analyze = false

  @Flag(help: "Show the plan before the optimizer's passes and behind each that changes it.")
  var passes = false

  @Argument(
    help: ArgumentHelp(
      "The question; several words are joined by spaces.", valueName: "question"))
  var words: [String]

  func validate() throws {
    let known = Session.passNames
    for pass in disabledPasses where !known.contains(pass) {
      throw ValidationError(
        "there is no pass '\(pass)'; there are: \(known.joined(separator: ", "))")
    }
  }

  func run() throws {
    try Exit.onError {
      let session = try data.open(for: words.joined(separator: " "))
      let text = SourceText(words.joined(separator: " "))
      var detail = Session.ExplanationDetail()
      detail.showsPasses = passes
      detail.isAnalyzed = analyze
      detail.disabledPasses = Set(disabledPasses)
      try StandardOutput.write(session.explanation(of: text, detail))
    }
  }
}
