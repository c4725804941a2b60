extension ShellScene {
  /// What happens while one statement is typed.
  static let editing: [ShellScene] = [
    ShellScene("Chinese is typed, passed over and deleted character by character") { stage in
      try typeChinese(stage, environment: [:])
    },
    ShellScene("Chinese is typed with LANG=C") { stage in
      try typeChinese(stage, environment: ["LANG": "C"])
    },
    ShellScene("a long line is edited across the edge of 20 columns") { stage in
      try editAcrossEdge(stage, columns: 20)
    },
    ShellScene("a long line is edited across the edge of 21 columns") { stage in
      try editAcrossEdge(stage, columns: 21)
    },
    ShellScene("an emoji of several scalars is one character") { stage in
      let terminal = try stage.open()
      terminal.send(.text("a👨‍👩‍👧e\u{301}b"))
      try terminal.wait(forText: "b")
      terminal.send(.key("Left"), .key("BSpace"), .key("BSpace"))
      try terminal.wait(forText: "\(stage.shell.prompt) ab")
    },
    ShellScene("Enter breaks an incomplete statement, and runs it when it is complete") { stage in
      let terminal = try stage.open()
      terminal.send(.text(stage.shell.opening), .key("Enter"))
      try terminal.wait(forText: "│")
      terminal.send(.text(stage.shell.ending))
      let screen = try terminal.wait(forText: "│ \(stage.shell.ending)")
      try stage.check(screen.cursorRow == 1, "the cursor on the second row", screen)
      terminal.send(.key("Enter"))
      try terminal.wait(forText: stage.shell.longAnswer)
    },
    ShellScene("Up and Down move inside the statement before they leave it") { stage in
      let terminal = try stage.open()
      terminal.send(.text("一二三"), .key("M-Enter"), .text("abcd"))
      try terminal.wait(forText: "│ abcd")
      terminal.send(.key("Up"), .text("x"))
      try terminal.wait(forText: "一二x三")
      terminal.send(.key("Down"), .text("y"))
      try terminal.wait(forText: "│ abcdy")
    },
    ShellScene("Tab completes a word") { stage in
      let terminal = try stage.open()
      terminal.send(.text(stage.shell.wordStart))
      try terminal.wait(forText: "\(stage.shell.prompt) \(stage.shell.wordStart)")
      terminal.send(.key("Tab"))
      try terminal.wait(forText: "\(stage.shell.prompt) \(stage.shell.word)")
    },
    ShellScene("a paste of several lines waits for Enter") { stage in
      let terminal = try stage.open()
      terminal.paste("\(stage.shell.opening)\n\(stage.shell.ending)\n")
      terminal.send(.text("#"))
      let screen = try terminal.wait(forText: "│ #")
      try stage.check(
        !screen.text.contains(stage.shell.longAnswer), "nothing that has run", screen)
      terminal.send(.key("BSpace"), .key("Enter"))
      try terminal.wait(forText: stage.shell.longAnswer)
    },
    ShellScene("control characters that are pasted are shown and do nothing") { stage in
      let terminal = try stage.open()
      terminal.paste("a\u{1B}]0;t\u{07}\u{202E}b")
      try terminal.wait(forText: "a␛]0;t␇‹U+202E›b")
    },
    ShellScene("a window that changes its size shows the whole line again") { stage in
      let terminal = try stage.open(columns: 40, rows: 12)
      let text = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"
      terminal.send(.text(text))
      try terminal.wait(forText: text)
      for columns in [24, 31, 60] {
        try terminal.resize(columns: columns, rows: 12)
        terminal.send(.text("-"))
        let marks = String(repeating: "-", count: [24: 1, 31: 2, 60: 3][columns] ?? 0)
        try terminal.wait(for: "the line once, in \(columns) columns") { screen in
          screen.joined == "\(stage.shell.prompt) \(text)\(marks)"
        }
      }
    },
    ShellScene("a terminal without escape sequences gets none") { stage in
      let terminal = try stage.open(environment: ["TERM": "dumb"])
      let record = stage.folder.path + "/record"
      terminal.record(to: record)
      terminal.send(.text("武庚"), .key("Left"), .text("长"))
      try terminal.wait(forText: "\(stage.shell.prompt) 武长庚")
      terminal.send(.key("C-c"))
      try stage.waitForNewPrompt(terminal)
      try stage.ask(terminal)
      let escapes = runCommand(["grep", "-c", "\u{1B}", record]).output
      try stage.check(escapes == "0\n", "no escape sequence", terminal.screen)
    },
  ]

  /// Types Chinese and edits it in the middle and at the end.
  private static func typeChinese(
    _ stage: Stage, environment: [String: String]
  ) throws {
    let terminal = try stage.open(environment: environment)
    let start = terminal.screen.cursorColumn
    terminal.send(.text("武长庚 a中b"), .key("Left"), .key("Left"), .key("BSpace"))
    let screen = try terminal.wait(forText: "\(stage.shell.prompt) 武长庚 中b")
    try stage.check(screen.cursorColumn == start + 7, "the cursor on 中", screen)
    terminal.send(.key("Right"), .key("Right"), .key("BSpace"), .key("BSpace"), .key("Home"))
    try terminal.wait(for: "the cursor behind the prompt") {
      $0.rows == ["\(stage.shell.prompt) 武长庚"] && $0.cursorColumn == start
    }
  }

  /// Inserts at the start and deletes in the middle of a line of three rows, and compares what
  /// stands there after each key with a screen that is drawn from nothing.
  private static func editAcrossEdge(_ stage: Stage, columns: Int) throws {
    let terminal = try stage.open(columns: columns, rows: 12)
    let text = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"
    terminal.send(.text(text))
    try terminal.wait(forText: text)
    terminal.send(.key("Home"))
    var inserted = ""
    for character in "a中bc" {
      terminal.send(.text(String(character)))
      inserted.append(character)
      try expectFreshScreen("\(stage.shell.prompt) \(inserted)\(text)", terminal)
    }
    terminal.send(.key("C-e"))
    var rest = text
    for _ in 0..<6 {
      terminal.send(.key("BSpace"))
      rest.removeLast()
      try expectFreshScreen("\(stage.shell.prompt) \(inserted)\(rest)", terminal)
    }
  }

  /// Waits for a text, and expects the same screen when it is drawn from nothing.
  private static func expectFreshScreen(_ text: String, _ terminal: TerminalSession) throws {
    let edited = try terminal.wait(for: "'\(text)' and nothing else") { $0.joined == text }
    // The marks prove that Ctrl-L was obeyed before the screens are compared.
    terminal.send(.key("C-l"), .text("≈"))
    try terminal.wait(forText: "≈")
    terminal.send(.key("BSpace"), .key("C-l"))
    try terminal.wait(for: "the screen as it was before Ctrl-L:\n\(edited.text)\n") { $0 == edited }
  }
}
