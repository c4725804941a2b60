import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenShell

/// The interactive prompt: reads a statement, answers it, and goes on after any mistake.
struct Prompt {
  private let session: Session
  private let options: OutputOptions
  private let script: ScriptSettings
  /// The language of what the prompt itself says: the session's, else that of the last statement.
  private var language: Language

  init(session: Session, options: OutputOptions, script: ScriptSettings) {
    self.session = session
    self.script = script
    self.options = options
    language = session.language ?? .chinese
  }

  mutating func run() throws {
    guard Terminal.isInteractive else { return try runLines() }
    var configuration = LineEditor.Configuration()
    configuration.prompt = "安问> "
    configuration.language = language
    configuration.isComplete = { Session.isComplete($0) }
    configuration.complete = { [session] before, _ in Completer(session: session).complete(before) }
    configuration.warn = { [language] in StandardError.write($0[language] + "\n") }
    guard let editor = LineEditor(configuration) else { return try runLines() }
    try StandardOutput.write(Greeting(session: session).text)
    while true {
      switch editor.readStatement() {
      case .endOfInput: return
      case .interrupted: continue
      case .statement(let statement):
        guard try obey(statement) else { return }
        editor.setPrompt(configuration.prompt, language: language)
      }
    }
  }

  /// Where the line editor cannot work: a script from standard input.
  private func runLines() throws {
    let text = try StandardInput.readScript()
    try ScriptRunner(session: session, output: options.settings, script: script).run([text])
  }

  /// Does what was typed; false where that is to leave.
  private mutating func obey(_ statement: String) throws -> Bool {
    guard !statement.allSatisfy(\.isWhitespace) else { return true }
    switch PromptWord(statement, session: session) {
    case .leave: return false
    case .help(let entity, let spoken):
      language = session.language ?? spoken
      try show { try StandardOutput.write(help(entity)) }
    case nil:
      language = session.language(of: statement)
      options.applyLimits(to: session) { TerminalSignals.interruptRequested }
      try show(mistakesIn: statement) {
        let runner = ScriptRunner(
          session: session, output: options.settings, script: script,
          cellLimit: Terminal.size.columns)
        try runner.run([SourceText(statement)], isPrompt: true)
      }
    }
    return true
  }

  private func help(_ entity: String?) throws(SessionError) -> String {
    let command = LocalizedText(english: "help", chinese: "帮助")
    if let entity, !session.knows(entity: entity) {
      let sections = HelpTopics().sections(about: entity)
      if !sections.isEmpty { return sections.map(\.text).joined(separator: "\n") }
    }
    return try session.description(of: entity, in: language, moreBy: command[language])
  }

  /// Shows an answer, or a mistake, after which the next statement works. Only a terminal that is
  /// gone ends the prompt.
  private func show(
    mistakesIn statement: String? = nil, _ answer: () throws -> Void
  ) throws {
    do {
      try answer()
    } catch let error as SessionError where error.status == .interrupted {
      // The terminal has written ^C where the answer would have begun.
      let message = LocalizedText(english: "interrupted", chinese: "已中断")
      StandardError.write("\n" + message[language] + "\n")
    } catch let error as SessionError {
      guard let statement, error.status == .invalidQuery, !error.diagnostics.isEmpty else {
        return StandardError.write(error.description)
      }
      // Drawn for this window, so that no line wraps and every mark stands where it belongs.
      let renderer = DiagnosticRenderer(language: language, cellLimit: Terminal.size.columns)
      StandardError.write(renderer.render(error.diagnostics, in: SourceText(statement)))
    }
  }
}
