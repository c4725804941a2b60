import Glibc

/// A program running in a real terminal emulator, tmux, that a test types into and looks at.
///
/// Each session has a tmux server of its own, which ends with the session. Nothing waits for a
/// fixed time: whatever is expected is looked for again and again until it is there, or until a
/// generous deadline makes the test fail with the screen that it saw.
package final class TerminalSession {
  /// What stands in the window.
  package struct Screen: Hashable, Sendable {
    /// The rows without their trailing blanks; blank rows at the end are left out.
    package let rows: [String]
    package let cursorColumn: Int
    package let cursorRow: Int

    /// The rows without any break between them, as a text that the window has wrapped.
    package var joined: String { rows.joined() }
    package var text: String { rows.joined(separator: "\n") }
  }

  /// What was typed.
  package enum Key: Sendable {
    case text(String)
    /// A key by tmux's name: `Enter`, `BSpace`, `C-c`, `Up`.
    case key(String)
  }

  /// Something that did not come about in time.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    init(description: String) {
      self.description = description
    }

    init(expected: String, _ screen: Screen) {
      description =
        "expected \(expected), but the screen is, with the cursor at column "
        + "\(screen.cursorColumn) of row \(screen.cursorRow):\n\(screen.text)"
    }
  }

  private let server: String
  private let folder = TemporaryFolder()
  private var statusPath: String { folder.path + "/status" }
  private static let deadline = Duration.seconds(60)
  private static let pauseMicroseconds: UInt32 = 10_000

  /// Whether tmux is installed; tests that need it are skipped where it is not.
  package static let isAvailable = runCommand(["tmux", "-V"]).status == 0

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - environment: variables set for it; LC_ALL, LC_CTYPE, NO_COLOR and EDITRC are else unset.
  package init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    server = "anwen-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let unset = ["LC_ALL", "LC_CTYPE", "NO_COLOR", "EDITRC"].flatMap { ["-u", $0] }
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let program = (["env"] + unset + settings + command).map(shellQuoted).joined(separator: " ")
    // A shell notes the exit status: tmux now and then misses the end of its child.
    let line = "trap : INT; \(program); echo $? > \(shellQuoted(statusPath))"
    let status = tmux([
      "start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";",
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line,
    ]).status
    guard status == 0 else { throw Failure(description: "tmux does not start: status \(status)") }
  }

  deinit { tmux(["kill-server"]) }

  /// Gives a command to the session's server.
  @discardableResult
  private func tmux(_ arguments: [String]) -> (status: Int32, output: String) {
    runCommand(["tmux", "-u", "-L", server, "-f", "/dev/null"] + arguments)
  }

  /// Types some keys.
  package func send(_ keys: Key...) {
    for key in keys {
      switch key {
      case .text(let text): tmux(["send-keys", "-l", "--", text])
      case .key(let name): tmux(["send-keys", name])
      }
    }
  }

  /// Pastes a text as the terminal's user would: bracketed, if the program has asked for that.
  package func paste(_ text: String) {
    tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  /// Gives the window another size, as a user who drags its corner, and waits until the program has
  /// been told: tmux holds the news back for a moment, and keys would overtake it.
  package func resize(columns: Int, rows: Int) throws {
    tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    let device = tmux(["display-message", "-p", "#{pane_tty}"]).output.prefix { $0 != "\n" }
    try wait(for: "a window of \(columns) columns") { _ in
      runCommand(["stty", "-F", String(device), "size"]).output == "\(rows) \(columns)\n"
    }
  }

  /// Forgets the rows that have left the window, which tmux shows again in a wider one.
  package func forgetHistory() {
    tmux(["clear-history"])
  }

  /// Appends everything that the program writes from now on to a file, byte for byte.
  package func record(to path: String) {
    tmux(["pipe-pane", "-O", "cat >> \(shellQuoted(path))"])
  }

  package var screen: Screen {
    let output = tmux([
      "display-message", "-p", "#{cursor_x} #{cursor_y}", ";", "capture-pane", "-p",
    ]).output
    var rows = output.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    let position = rows.isEmpty ? "" : rows.removeFirst()
    let cursor = position.split(separator: " ").compactMap { Int($0) }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return Screen(
      rows: rows, cursorColumn: cursor.first ?? -1, cursorRow: cursor.count > 1 ? cursor[1] : -1)
  }

  /// The exit status of the program, 128 and more after a signal; nil while it runs.
  package var exitStatus: Int? {
    Int(runCommand(["cat", statusPath]).output.prefix { $0.isNumber })
  }

  /// Waits until the screen is as it should be, and returns it.
  @discardableResult
  package func wait(
    for expectation: String, until condition: (Screen) -> Bool
  ) throws -> Screen {
    let clock = ContinuousClock()
    let end = clock.now + Self.deadline
    var seen = screen
    while !condition(seen) {
      guard clock.now < end else { throw Failure(expected: expectation, seen) }
      usleep(Self.pauseMicroseconds)
      seen = screen
    }
    return seen
  }

  /// Waits until a text is on the screen, also one that the window has wrapped.
  @discardableResult
  package func wait(forText text: String) throws -> Screen {
    try wait(for: "the text '\(text)'") { $0.text.contains(text) || $0.joined.contains(text) }
  }

  /// Waits until the program has ended, and returns its exit status.
  @discardableResult
  package func waitForExit() throws -> Int {
    var status: Int?
    try wait(for: "the program's end") { _ in
      status = exitStatus
      return status != nil
    }
    return status ?? -1
  }
}
