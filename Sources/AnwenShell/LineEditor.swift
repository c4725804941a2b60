package import AnwenDiagnostics

/// Reads statements at a terminal: libedit edits, this class draws and decides.
///
/// It knows nothing of the language; what a statement needs to be complete and how a word is
/// completed are closures. One thread uses it.
package final class LineEditor {
  /// How a prompt ended.
  package enum Outcome: Hashable, Sendable {
    /// A statement to be run, as it was typed; it may be blank.
    case statement(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, the terminal's end, or a signal that asks to end.
    case endOfInput
  }

  /// What a prompt needs to know.
  package struct Configuration {
    /// The name by which lines of ~/.editrc can be meant for this program alone.
    package var program = "anwen"
    package var prompt = "anwen> "
    package var language = Language.english
    /// Whether a statement can be run as it is; else Enter breaks the line.
    package var isComplete: (String) -> Bool = { _ in true }
    /// The completions of the word at the cursor: how many characters before it they replace.
    package var complete:
      (_ before: String, _ after: String) -> (replaceCount: Int, completions: [Completion]) = {
        _, _ in (0, [])
      }
    /// Takes what went wrong with the history; called between prompts.
    package var warn: (LocalizedText) -> Void = { _ in }

    package init() {}
  }

  var configuration: Configuration
  let libEdit: LibEdit
  let wakeDescriptor: Int32
  var screen: any Screen
  var decoder = KeyDecoder()
  /// Codes on their way to libedit.
  var codes: [Unicode.Scalar] = []
  var outcome: Outcome?
  var menu: CompletionMenu?
  /// The characters before the cursor that the menu's choice replaces.
  var menuReplacedCount = 0
  var search: IncrementalSearch?
  var history: HistoryWalk
  /// The column that Up and Down keep to, and the line as the last of them left it.
  var goal: (column: Int, line: EditedLine)?
  private var historyFile: HistoryFile?

  /// Opens the line editor on the process's terminal, or returns nil where there is none or libedit
  /// cannot work on it; then statements are to be read line by line.
  package init?(_ configuration: Configuration) {
    guard Terminal.isInteractive, let wakeDescriptor = TerminalSignals.install(),
      let libEdit = LibEdit(program: configuration.program)
    else { return nil }
    self.configuration = configuration
    self.libEdit = libEdit
    self.wakeDescriptor = wakeDescriptor
    let isDumb = ["", "dumb", "emacs"].contains(SystemCalls.environmentVariable("TERM") ?? "")
    let hasColour = (SystemCalls.environmentVariable("NO_COLOR") ?? "").isEmpty
    screen = isDumb ? DumbScreen() : AnsiScreen(hasColour: hasColour)
    history = HistoryWalk(entries: [])
    historyFile = HistoryLocation.path(SystemCalls.environmentVariable).map(HistoryFile.init)
    libEdit.client = self
    loadHistory()
  }

  /// Changes the prompt and the language from the next statement on.
  package func setPrompt(_ prompt: String, language: Language) {
    configuration.prompt = prompt
    configuration.language = language
  }

  /// Shows the prompt and edits until a statement can be run. The terminal has its usual modes
  /// before and after.
  package func readStatement() -> Outcome {
    if TerminalSignals.take().contains(.interrupt) { decoder.discard() }
    guard TerminalSignals.termination == nil else { return .endOfInput }
    outcome = nil
    menu = nil
    search = nil
    goal = nil
    codes = []
    history.stop()
    TerminalSignals.catchSuspension(true)
    Terminal.write(screen.pasteBracketing.on)
    let text = libEdit.readLine()
    if outcome == nil { finish(with: text.map(Outcome.statement) ?? .endOfInput, note: "") }
    Terminal.write(screen.pasteBracketing.off)
    TerminalSignals.catchSuspension(false)
    let result = outcome ?? .endOfInput
    if case .statement(let statement) = result { remember(statement) }
    return result
  }

  /// Reads the history; a problem costs a warning.
  private func loadHistory() {
    do throws(HistoryProblem) {
      guard let (entries, damage) = try historyFile?.load() else { return }
      history = HistoryWalk(entries: entries)
      if let damage { configuration.warn(damage.message) }
    } catch {
      giveUpHistoryFile(error)
    }
  }

  /// Keeps a statement that is about to be run, so that not even a crash loses it.
  private func remember(_ statement: String) {
    guard history.add(statement) else { return }
    do throws(HistoryProblem) {
      try historyFile?.save(adding: [statement])
    } catch {
      giveUpHistoryFile(error)
    }
  }

  /// Goes on with a history in memory, so that one problem is told once.
  private func giveUpHistoryFile(_ problem: HistoryProblem) {
    historyFile = nil
    configuration.warn(problem.message)
  }
}
