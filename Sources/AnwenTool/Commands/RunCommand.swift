import Anwen
import AnwenData
import ArgumentParser

/// `anwen run FILE…`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scripts: each statement is answered in turn.",
    usage: "anwen run [OPTIONS] FILE…")

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var script: ScriptOptions

  @Flag(
    name: .customLong("keep-going"),
    help: "Go on behind a statement that fails; the exit status is the first failure's.")
  var keepsGoing = false

  @Argument(help: ArgumentHelp("The scripts.", valueName: "file"))
  var files: [String]

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      output.applyLimits(to: session)
      let runner = ScriptRunner(
        session: session, output: output.settings,
        script: script.settings(keepsGoing: keepsGoing))
      try runner.run(try files.map { try ScriptFile.read($0) })
    }
  }
}
