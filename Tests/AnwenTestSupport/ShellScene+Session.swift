extension ShellScene {
  /// What happens between statements, and to the program as a whole.
  static let session: [ShellScene] = [
    ShellScene("a statement is answered, and another prompt follows") { stage in
      let terminal = try stage.open()
      try stage.ask(terminal)
    },
    ShellScene("a plain paste runs its lines in turn") { stage in
      let terminal = try stage.open(rows: 100)
      terminal.send(.text("\(stage.shell.query)\n\(stage.shell.query)\n"))
      try terminal.wait(for: "two answers") {
        $0.text.occurrences(of: stage.shell.answer) >= 2
      }
    },
    ShellScene("Ctrl-C drops the line, and a query works after it") { stage in
      let terminal = try stage.open()
      terminal.send(.text("武长庚"), .key("C-c"))
      try terminal.wait(forText: "武长庚^C")
      try stage.waitForNewPrompt(terminal)
      try stage.ask(terminal)
    },
    ShellScene("Ctrl-C stops a query that runs, and the next one works") { stage in
      guard let slowQuery = stage.shell.slowQuery else { return }
      let terminal = try stage.open()
      terminal.send(.text(slowQuery), .key("Enter"))
      try terminal.wait(for: "a running query") { $0.cursorRow > 0 && $0.cursorColumn == 0 }
      terminal.send(.key("C-c"))
      try stage.waitForNewPrompt(terminal)
      try stage.ask(terminal)
    },
    ShellScene("Ctrl-D on an empty line leaves with status 0, else deletes") { stage in
      let terminal = try stage.open()
      terminal.send(.text("中文"), .key("Home"), .key("C-d"))
      try terminal.wait(for: "文 alone") { $0.rows == ["\(stage.shell.prompt) 文"] }
      terminal.send(.key("C-d"), .key("C-d"))
      let status = try terminal.waitForExit()
      try stage.check(status == 0, "exit status 0, not \(status)", terminal.screen)
    },
    ShellScene("the history outlives the program and is its owner's alone") { stage in
      let first = try stage.open()
      try stage.ask(first)
      first.send(.text(" 不记"), .key("Enter"))
      try stage.waitForNewPrompt(first)
      first.send(.key("C-d"))
      try first.waitForExit()
      let modes = runCommand(["stat", "-c", "%a", stage.historyPath, stage.folder.path + "/state"])
      try stage.check(modes.output == "600\n700\n", "modes 600 and 700", first.screen)
      let second = try stage.open()
      second.send(.key("Up"))
      try second.wait(forText: "\(stage.shell.prompt) \(stage.shell.query)")
    },
    ShellScene("two sessions keep both of their histories") { stage in
      let first = try stage.open()
      let second = try stage.open()
      try stage.ask(first)
      second.send(.text(stage.shell.opening), .key("Enter"))
      try second.wait(forText: "│")
      second.send(.text(stage.shell.ending), .key("Enter"))
      try second.wait(forText: stage.shell.longAnswer)
      let third = try stage.open()
      third.send(.key("Up"))
      try third.wait(forText: "│ \(stage.shell.ending)")
      third.send(.key("Up"), .key("Up"))
      try third.wait(for: "the older statement alone") {
        $0.rows == ["\(stage.shell.prompt) \(stage.shell.query)"]
      }
    },
    ShellScene("Ctrl-R finds a statement by its Chinese") { stage in
      let terminal = try stage.open(rows: 100)
      try stage.ask(terminal)
      terminal.send(.text("\(stage.shell.query) # 武汉长江"), .key("Enter"))
      try terminal.wait(for: "two answers") {
        $0.text.occurrences(of: stage.shell.answer) >= 2
      }
      try stage.waitForNewPrompt(terminal)
      terminal.send(.key("C-r"), .text("长江"))
      try terminal.wait(for: "the statement that was found") {
        $0.rows.last?.hasSuffix("\"长江\": \(stage.shell.query) # 武汉长江") == true
      }
      terminal.send(.key("C-e"), .text("。"))
      try terminal.wait(forText: "\(stage.shell.prompt) \(stage.shell.query) # 武汉长江。")
    },
    ShellScene("SIGTERM ends the program with the terminal's modes restored") { stage in
      try endBySignal(stage, "TERM")
    },
    ShellScene("SIGHUP ends the program with the terminal's modes restored") { stage in
      try endBySignal(stage, "HUP")
    },
    ShellScene("Ctrl-Z stops the program, and fg goes on with the line") { stage in
      let program = stage.shell.command.map(shellQuoted).joined(separator: " ")
      let terminal = try TerminalSession(
        ["bash", "--norc", "--noprofile", "-i"],
        environment: stage.environment.merging(["PS1": "shell: "]) { $1 })
      try terminal.wait(forText: "shell:")
      terminal.send(.text("clear; \(program)"), .key("Enter"))
      try stage.waitForNewPrompt(terminal)
      terminal.send(.text("武长"), .key("C-z"))
      try terminal.wait(for: "the shell's prompt") { $0.rows.last == "shell:" }
      terminal.send(.text("fg"), .key("Enter"))
      try terminal.wait(for: "the line") { $0.rows.last == "\(stage.shell.prompt) 武长" }
      terminal.send(.text("庚"), .key("Left"))
      try terminal.wait(for: "the line, longer") {
        $0.rows.last == "\(stage.shell.prompt) 武长庚"
      }
    },
  ]

  /// Starts the program from a shell that notes the terminal's modes before and after.
  private static func endBySignal(_ stage: Stage, _ signal: String) throws {
    let program = stage.shell.command.map(shellQuoted).joined(separator: " ")
    let folder = stage.folder.path
    let script = """
      stty -g > before; (echo $BASHPID > id; exec \(program)); stty -g > after; \
      cmp before after && echo same modes
      """
    let terminal = try TerminalSession(
      ["bash", "-c", "cd \(shellQuoted(folder)); " + script], environment: stage.environment)
    try terminal.wait(forText: stage.shell.prompt)
    try stage.ask(terminal)
    terminal.send(.text("武长庚"))
    try terminal.wait(forText: "武长庚")
    let id = runCommand(["cat", folder + "/id"]).output.filter(\.isNumber)
    runCommand(["kill", "-s", signal, id])
    try terminal.wait(forText: "same modes")
    let history = runCommand(["cat", stage.historyPath]).output
    try stage.check(
      history == stage.shell.query + "\n", "the history on disk", terminal.screen)
  }
}

extension String {
  /// Counts the places where a text stands in this one.
  fileprivate func occurrences(of text: String) -> Int {
    ranges(of: text).count
  }
}
