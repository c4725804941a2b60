import Anwen
import AnwenDiagnostics
import AnwenShell

/// The interactive prompt: reads a statement, answers it, and goes on after any mistake.
struct Prompt {
  private let session: Session
  private let options: OutputOptions

  init(session: Session, options: OutputOptions) {
    self.session = session
    self.options = options
  }

  func run() throws {
    try StandardOutput.write(greeting)
    var configuration = LineEditor.Configuration()
    configuration.prompt = "安问> "
    configuration.language = session.language ?? .chinese
    configuration.isComplete = { Session.isComplete($0) }
    configuration.complete = { before, _ in Completer(session: session).complete(before) }
    configuration.warn = { StandardError.write($0[session.language ?? .chinese] + "\n") }
    guard let editor = LineEditor(configuration) else {
      try readPlainLines()
      return
    }
    let limit = session.limits.interruption
    while true {
      switch editor.readStatement() {
      case .endOfInput: return
      case .interrupted: continue
      case .statement(let statement):
        session.limits.interruption = {
          TerminalSignals.interruptRequested ? .cancelled : limit()
        }
        try answer(statement)
        session.limits.interruption = limit
      }
    }
  }

  /// Without a terminal on both sides: a script, line by line.
  private func readPlainLines() throws {
    let text = try StandardInput.readScript()
    try ScriptRunner(session: session, output: options).run([text])
  }

  /// A mistake is shown and the next statement works.
  private func answer(_ statement: String) throws {
    guard !statement.allSatisfy(\.isWhitespace) else { return }
    do {
      try ScriptRunner(session: session, output: options).run([SourceText(statement)])
    } catch let error as SessionError {
      StandardError.write(error.description)
    }
  }

  private var greeting: String {
    let title = session.catalog.title
    switch session.language ?? .chinese {
    case .chinese:
      return """
        \(title.chinese)，截至 \(session.today)
        试试：武长庚负责的本季度到期的任务（Tab 补全，Ctrl-D 退出）

        """
    case .english:
      return """
        \(title.english), as of \(session.today)
        Try: tasks due this quarter (Tab completes, Ctrl-D ends)

        """
    }
  }
}
