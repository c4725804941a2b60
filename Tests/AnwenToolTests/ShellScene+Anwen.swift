import AnwenTestSupport

extension ShellScene {
  /// What only the tool's own prompt does.
  static let anwen: [ShellScene] = completions + answers + words

  private static let completions: [ShellScene] = [
    ShellScene("Tab with nothing typed lists the entities") { stage in
      let terminal = try stage.open()
      terminal.send(.key("Tab"))
      let screen = try terminal.wait(forText: "hazards entity")
      try stage.check(!screen.text.contains("singular"), "each entity once", screen)
      try stage.check(screen.text.contains("sections entity"), "the plan's first", screen)
      terminal.send(.key("Tab"))
      try terminal.wait(forText: "\(stage.shell.prompt) sections")
    },
    ShellScene("Tab behind a noun offers phrases first, and then keywords") { stage in
      let terminal = try stage.open(columns: 100, rows: 50)
      terminal.send(.text("tasks "), .key("Tab"))
      let screen = try terminal.wait(forText: "owned by phrase")
      try stage.check(screen.text.contains("where keyword"), "keywords", screen)
      let menu = screen.rows.drop { !$0.hasPrefix(stage.shell.prompt) }.dropFirst()
      try stage.check(menu.first?.hasPrefix("assigned to phrase") == true, "phrases first", screen)
    },
    ShellScene("Tab in a Chinese question speaks Chinese") { stage in
      let terminal = try stage.open(columns: 100, rows: 50)
      terminal.send(.text("任务 "), .key("Tab"))
      try terminal.wait(forText: "逾期 条件")
    },
    ShellScene("Tab completes a word in the middle of unspaced Chinese") { stage in
      let terminal = try stage.open()
      terminal.send(.text("武长庚负"), .key("Tab"))
      try terminal.wait(forText: "\(stage.shell.prompt) 武长庚负责")
      terminal.send(.text("的任"), .key("Tab"))
      try terminal.wait(forText: "\(stage.shell.prompt) 武长庚负责的任务")
    },
    ShellScene("Tab before the rest of a line completes what stands before the cursor") { stage in
      let terminal = try stage.open()
      terminal.send(.text("武长庚负的任务"), .key("Left"), .key("Left"), .key("Left"), .key("Tab"))
      try terminal.wait(forText: "\(stage.shell.prompt) 武长庚负责的任务")
    },
    ShellScene("Tab behind a whole word adds the space, and then lists") { stage in
      let terminal = try stage.open(columns: 100, rows: 50)
      terminal.send(.text("tasks"), .key("Tab"), .key("Tab"))
      try terminal.wait(forText: "owned by phrase")
    },
  ]

  private static let answers: [ShellScene] = [
    ShellScene("a mistake has its caret under the right cell, and the next question works") {
      stage in
      let terminal = try stage.open()
      terminal.send(.text("任务 由武长更负责"), .key("Enter"))
      let screen = try terminal.wait(forText: "武长庚")
      let rows = screen.rows
      let drawn = rows.firstIndex { $0 == "  任务 由武长更负责" } ?? 0
      // 任务, a space and 由 take seven cells, and the margin takes two.
      try stage.check(rows[drawn + 1] == "         ^^^^^^", "carets under 武长更", screen)
      try stage.waitForNewPrompt(terminal)
      try stage.ask(terminal)
    },
    ShellScene("a mistake in a line longer than the window is drawn inside it") { stage in
      let terminal = try stage.open(columns: 40)
      let before = "tasks where number = 1 or number = 2 or "
      terminal.send(.text(before + "nubmer = 3 or number = 4"), .key("Enter"))
      try terminal.wait(forText: "did you mean: number")
      let screen = try terminal.wait(for: "a new prompt") { $0.rows.last == stage.shell.prompt }
      let marks = screen.rows.firstIndex { $0.hasSuffix(" ^^^^^^") } ?? 1
      let drawn = Array(screen.rows[marks - 1])
      let start = screen.rows[marks].count - 6
      try stage.check(
        drawn.count >= start + 6 && String(drawn[start..<start + 6]) == "nubmer",
        "carets under nubmer", screen)
    },
    ShellScene("a mistyped word alone is answered with the nearest one") { stage in
      let terminal = try stage.open()
      terminal.send(.text("taks"), .key("Enter"))
      try terminal.wait(forText: "did you mean: tasks")
      try stage.waitForNewPrompt(terminal)
    },
    ShellScene("a result fits into the window, to the last column") { stage in
      // Without its title a row of tasks takes 6, 10 and 9 cells and 3 gaps of 2; of the title at
      // least 6 cells are left.
      for columns in [80, 41, 40, 37] {
        let terminal = try stage.open(columns: columns, rows: 50)
        terminal.send(.text("tasks | take 9"), .key("Enter"))
        try terminal.wait(forText: "(9 rows)")
        let screen = try terminal.wait(for: "a new prompt") { $0.rows.last == stage.shell.prompt }
        let table = screen.rows.drop { !$0.hasPrefix("number") }
        try stage.check(table.count == 13, "13 rows: 11 of the table, its count, a prompt", screen)
        let dates = table.count { $0.contains("  2024-12-31  ") || $0.contains("  2024-06-30  ") }
        try stage.check(dates == 9, "every date whole", screen)
        try stage.check(screen.text.contains("…") == (columns < 80), "texts cut to fit", screen)
      }
    },
    ShellScene("the window is measured before each answer") { stage in
      let terminal = try stage.open(columns: 40, rows: 40)
      terminal.send(.text("tasks | take 1"), .key("Enter"))
      try terminal.wait(forText: "(1 row)")
      try terminal.resize(columns: 100, rows: 40)
      terminal.send(.key("C-l"))
      try terminal.wait(for: "the prompt alone") { $0.rows == [stage.shell.prompt] }
      terminal.send(.text("tasks | take 1"), .key("Enter"))
      let screen = try terminal.wait(forText: "(1 row)")
      try stage.check(!screen.text.contains("…"), "nothing cut", screen)
    },
    ShellScene("Ctrl-C ends a long run, and the next question works") { stage in
      // Many answers one after the other, from a ledger that takes each of them a moment.
      let data = stage.folder.path + "/data"
      runCommand(["cp", "-r", packagePath("Examples/dizhuang-2024"), data])
      runCommand([anwenPath, "sample", "--force", "-o", data, "--points", "2000"])
      let shell = (["env", "ANWEN_HISTORY="] + stage.shell.command + ["-d", data])
      let terminal = try TerminalSession(shell, rows: 50, environment: stage.environment)
      try terminal.wait(forText: stage.shell.prompt)
      let question = "inspections | sort note, date | summarize count"
      terminal.paste(Array(repeating: question, count: 200).joined(separator: "; "))
      terminal.send(.key("Enter"))
      try terminal.wait(forText: "(1 row)")
      terminal.send(.key("C-c"))
      try terminal.wait(forText: "interrupted")
      try stage.waitForNewPrompt(terminal)
      try stage.ask(terminal)
    },
    ShellScene("answers and mistakes with LANG=C are the same") { stage in
      let terminal = try stage.open(environment: ["LANG": "C", "LC_ALL": "C"])
      terminal.send(.text("武长庚负责的任务 | 统计 计数"), .key("Enter"))
      try terminal.wait(for: "8 tasks") { $0.rows.contains("计数") && $0.rows.contains("   8") }
    },
  ]

  private static let words: [ShellScene] = [
    ShellScene("the greeting says what is asked, as of when, and something that works") { stage in
      let terminal = try stage.open(columns: 100, keepsGreeting: true)
      let screen = terminal.screen
      try stage.check(screen.rows.count <= 4, "at most three lines", screen)
      for text in ["低庄镇2024年安全生产工作要点", "2024-11-15", "tasks due this quarter", "本季度到期的任务"] {
        try stage.check(screen.text.contains(text), text, screen)
      }
    },
    ShellScene("help is given, and exit leaves") { stage in
      let terminal = try stage.open(columns: 100, rows: 50)
      terminal.send(.text("help"), .key("Enter"))
      try terminal.wait(forText: "More of one: help tasks")
      terminal.send(.text("帮助 任务"), .key("Enter"))
      try terminal.wait(forText: "责任领导")
      try stage.waitForNewPrompt(terminal)
      terminal.send(.text("help taks"), .key("Enter"))
      try terminal.wait(forText: "did you mean: tasks")
      try stage.waitForNewPrompt(terminal)
      terminal.send(.text("退出"), .key("Enter"))
      let status = try terminal.waitForExit()
      try stage.check(status == 0, "exit status 0, not \(status)", terminal.screen)
    },
  ]
}
