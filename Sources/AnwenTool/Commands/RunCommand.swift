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

  @Argument(help: ArgumentHelp("The scripts.", valueName: "file"))
  var files: [String]

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      output.applyLimits(to: session)
      let runner = ScriptRunner(session: session, output: output.settings)
      try runner.run(try files.map { try ScriptFile.read($0) })
    }
  }
}
