import Anwen
import AnwenData
import AnwenDiagnostics
import ArgumentParser

/// `anwen fmt FILE…`.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write scripts in their usual form; --lang translates them.",
    usage: "anwen fmt [--lang zh|en] [--check] [FILE…]",
    discussion: """
      Files are changed in place; without one, standard input is written to standard output. \
      Comments and the meaning of each statement stay.
      """)

  @OptionGroup var data: DataOptions

  @Flag(help: "Change nothing; the exit status is 1 where a file is not in its usual form.")
  var check = false

  @Argument(help: ArgumentHelp("The scripts.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      let formatter = ScriptFormatter(session: session, language: data.language)
      guard !files.isEmpty else {
        let text = try StandardInput.readScript()
        let formatted = try formatter.format(text, files: ScriptFolder(of: nil, isSafe: false))
        if check { return try report(isChanged: formatted != text.text, text.name ?? "") }
        return try StandardOutput.write(formatted)
      }
      var firstFailure: SessionError.Status?
      for file in files {
        do {
          try format(file, with: formatter)
        } catch let error as SessionError {
          StandardError.write(error.description)
          firstFailure = firstFailure ?? error.status
        } catch let failure as ReportedFailure {
          firstFailure = firstFailure ?? failure.status
        }
      }
      if let firstFailure { throw ReportedFailure(status: firstFailure) }
    }
  }

  private func format(_ file: String, with formatter: ScriptFormatter) throws {
    let text = try ScriptFile.read(file)
    let formatted = try formatter.format(text, files: ScriptFolder(of: file, isSafe: false))
    guard formatted != text.text else { return }
    if check { return try report(isChanged: true, file) }
    let bytes = Array(formatted.utf8)
    try AtomicFileWriter.write(bytes.span, to: file, overwriting: true)
  }

  private func report(isChanged: Bool, _ name: String) throws {
    guard isChanged else { return }
    let message = LocalizedText(
      english: "\(VisibleText.of(name)) is not in its usual form",
      chinese: "\(VisibleText.of(name)) 不是标准格式")
    StandardError.write(message[data.language ?? .english] + "\n")
    throw ReportedFailure(status: .invalidQuery)
  }
}
