/// An interactive program that the scenes are played with.
package struct ShellUnderTest: Sendable {
  package var command: [String]
  /// The prompt as it stands on the screen, without its trailing blanks.
  package var prompt: String
  /// A statement on one line that is complete, and a text that only its answer shows.
  package var query: String
  package var answer: String
  /// The beginning of a statement that Enter continues on a second row, and the rest of it.
  package var opening: String
  package var ending: String
  /// A text that only the answer of the statement of two rows shows.
  package var longAnswer: String
  /// The beginning of a word, and the whole word that Tab makes of it.
  package var wordStart: String
  package var word: String
  /// A statement that runs for minutes and prints nothing before it is stopped, if there is one.
  package var slowQuery: String?

  package init(
    command: [String], prompt: String, query: String, answer: String, opening: String,
    ending: String, longAnswer: String, wordStart: String, word: String,
    slowQuery: String? = nil
  ) {
    self.command = command
    self.prompt = prompt
    self.query = query
    self.answer = answer
    self.opening = opening
    self.ending = ending
    self.longAnswer = longAnswer
    self.wordStart = wordStart
    self.word = word
    self.slowQuery = slowQuery
  }
}

/// One thing that a user does at the prompt, and what must be on the screen then.
package struct ShellScene: Sendable, CustomStringConvertible {
  package let description: String
  private let play: @Sendable (Stage) throws -> Void

  package init(_ description: String, _ play: @escaping @Sendable (Stage) throws -> Void) {
    self.description = description
    self.play = play
  }

  /// Every scene; each is played with a history and a home folder of its own.
  package static let all = editing + session

  /// Plays the scene; throws what was expected and the screen that stood there instead.
  package func play(with shell: ShellUnderTest) throws {
    try play(Stage(shell: shell))
  }

  /// The program and the folder of one scene.
  package final class Stage {
    package let shell: ShellUnderTest
    package let folder = TemporaryFolder()

    fileprivate init(shell: ShellUnderTest) {
      self.shell = shell
    }

    package var historyPath: String { folder.path + "/state/history" }

    package var environment: [String: String] {
      ["LANG": "C.UTF-8", "HOME": folder.path, "ANWEN_HISTORY": historyPath]
    }

    /// Starts the program and waits for its prompt, which then stands alone: what greets the user
    /// is cleared away where the terminal can do that.
    package func open(
      columns: Int = 80, rows: Int = 24, environment changes: [String: String] = [:],
      keepsGreeting: Bool = false
    ) throws -> TerminalSession {
      let terminal = try TerminalSession(
        shell.command, columns: columns, rows: rows,
        environment: environment.merging(changes) { $1 })
      try terminal.wait(forText: shell.prompt)
      guard !keepsGreeting, changes["TERM"] != "dumb" else { return terminal }
      terminal.send(.key("C-l"))
      try terminal.wait(for: "the prompt alone") { $0.rows == [shell.prompt] }
      terminal.forgetHistory()
      return terminal
    }

    /// Types a statement, runs it and waits for its answer.
    package func ask(_ terminal: TerminalSession) throws {
      terminal.send(.text(shell.query), .key("Enter"))
      try terminal.wait(forText: shell.answer)
      try waitForNewPrompt(terminal)
    }

    /// Waits until the last row is an empty prompt.
    package func waitForNewPrompt(_ terminal: TerminalSession) throws {
      try terminal.wait(for: "a new prompt") { screen in
        screen.rows.last == shell.prompt
      }
    }

    /// Throws unless something holds of a screen.
    package func check(
      _ holds: Bool, _ expectation: String, _ screen: TerminalSession.Screen
    ) throws {
      guard holds else { throw TerminalSession.Failure(expected: expectation, screen) }
    }
  }
}
