import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenOutput

/// Answers the statements of texts, one after the other.
struct ScriptRunner {
  let session: Session
  let output: OutputSettings
  let script: ScriptSettings
  /// The cells of the window that results are fitted to, at the prompt.
  var cellLimit: Int?

  init(
    session: Session, output: OutputSettings, script: ScriptSettings = ScriptSettings(),
    cellLimit: Int? = nil
  ) {
    self.session = session
    self.output = output
    self.script = script
    self.cellLimit = cellLimit
  }

  /// Every text is read and bound whole before the first statement runs. The first statement that
  /// fails ends the run, unless it is to go on.
  func run(_ texts: [SourceText], isPrompt: Bool = false) throws {
    var reader = ScriptReader(
      session: session, given: script.arguments,
      files: ScriptFolder(of: texts.first?.name, isSafe: script.isSafe))
    for text in texts { try reader.read(text) }
    if let error = reader.firstError, !script.keepsGoing { throw error }
    if !isPrompt, let error = reader.unusedArgument() { throw error }
    try answer(Report(reader.statements))
    if isPrompt { session.names = reader.names }
  }

  /// A question on the command line is one statement.
  func runQuestion(_ text: SourceText) throws {
    var reader = ScriptReader(
      session: session, given: script.arguments,
      files: ScriptFolder(of: nil, isSafe: script.isSafe))
    try reader.read(text)
    if let error = reader.firstError { throw error }
    guard reader.statements.count == 1, case .query = reader.statements[0].kind else {
      // Says what is wrong with the number or the kind of statements.
      _ = try session.prepare(text)
      return
    }
    if let error = reader.unusedArgument() { throw error }
    try answer(Report(reader.statements))
  }

  private func answer(_ report: Report) throws {
    defer { tellRejectedRows() }
    var sink = AnswerSink(
      settings: output, isQuiet: script.isQuiet, hasFootnotes: script.hasFootnotes,
      cellLimit: cellLimit)
    var firstFailure: SessionError.Status?
    for block in report.blocks {
      do {
        switch block {
        case .text(let text, let isTitle): try sink.write(text, isTitle: isTitle)
        case .failed(let error): throw error
        case .answer(let query, let title, let notes):
          try sink.write(try session.run(query), to: query, title: title, notes: notes, in: session)
        }
      } catch let error as SessionError where script.keepsGoing {
        StandardError.write(error.description)
        firstFailure = firstFailure ?? error.status
      } catch let error as DataError where script.keepsGoing {
        StandardError.write(DiagnosticRenderer(language: .english).render(error))
        firstFailure = firstFailure ?? .unreadableData
      }
    }
    try sink.finish()
    if let firstFailure { throw ReportedFailure(status: firstFailure) }
  }
}

extension ScriptRunner {
  /// Says which rows of the data were left out.
  private func tellRejectedRows() {
    let renderer = DiagnosticRenderer(language: session.language ?? .english)
    for error in session.takeRejectedRows() {
      StandardError.write(renderer.render(error, severity: .warning))
    }
  }
}

/// A failure of which the user has been told, with the status of the program.
struct ReportedFailure: Error {
  let status: SessionError.Status
}
