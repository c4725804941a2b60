extension LineEditor {
  /// Carries out a command that libedit found bound to a key.
  func perform(_ command: EditorCommand) -> LibEdit.Effect {
    switch command {
    case .enter: enter()
    case .lineBreak: insert("\n")
    case .interrupt: leave(with: .interrupted, note: "^C")
    case .endOfInput:
      libEdit.line.text.isEmpty ? leave(with: .endOfInput, note: "^D") : deleteForwards()
    case .complete: complete(step: 1)
    case .completeBackwards: complete(step: -1)
    case .up: moveVertically(step: -1)
    case .down: moveVertically(step: 1)
    case .left: move(to: libEdit.line.left)
    case .right: move(to: libEdit.line.right)
    case .rowStart: move(to: libEdit.line.rowStart)
    case .rowEnd: move(to: libEdit.line.rowEnd)
    case .killEnd: move(to: libEdit.line.killEnd)
    case .deleteBackwards: deleteBackwards()
    case .deleteForwards: deleteForwards()
    case .search: beginSearch()
    case .clearScreen: clearScreen()
    case .suspend: stop()
    }
  }

  /// Takes the menu's choice; or runs a complete statement; or breaks the line.
  private func enter() -> LibEdit.Effect {
    defer { menu = nil }
    if menu?.selection != nil { return .goOn }
    let text = libEdit.line.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard isBlank || configuration.isComplete(text) else {
      libEdit.moveCursor(to: .max)
      return insert("\n")
    }
    return leave(with: .statement(text), note: "")
  }

  /// Ends the prompt.
  private func leave(with outcome: Outcome, note: String) -> LibEdit.Effect {
    finish(with: outcome, note: note)
    return .leave
  }

  /// Inserts a text before the cursor.
  private func insert(_ text: String) -> LibEdit.Effect {
    libEdit.insert(text)
    return .goOn
  }

  /// Moves the cursor to a scalar offset, if there is one to move to.
  private func move(to offset: Int?) -> LibEdit.Effect {
    guard let offset else { return .refuse }
    libEdit.moveCursor(to: offset)
    return .goOn
  }

  /// Deletes the character before the cursor.
  private func deleteBackwards() -> LibEdit.Effect {
    let line = libEdit.line
    guard let start = line.left else { return .refuse }
    libEdit.delete(scalarCountBefore: line.cursor - start)
    return .goOn
  }

  /// Deletes the character behind the cursor.
  private func deleteForwards() -> LibEdit.Effect {
    let line = libEdit.line
    guard let end = line.right else { return .refuse }
    libEdit.moveCursor(to: end)
    libEdit.delete(scalarCountBefore: end - line.cursor)
    return .goOn
  }

  /// Moves by a row inside the statement, else to the next statement of the history.
  private func moveVertically(step: Int) -> LibEdit.Effect {
    let line = libEdit.line
    let column = goal.flatMap { $0.line == line ? $0.column : nil } ?? line.column
    if let target = step < 0 ? line.above(column: column) : line.below(column: column) {
      libEdit.moveCursor(to: target)
      goal = (column, libEdit.line)
      return .goOn
    }
    guard let text = step < 0 ? history.older(than: line.text) : history.newer() else {
      return .refuse
    }
    libEdit.replace(with: EditedLine(text))
    return .goOn
  }

  /// Begins a search through the history; its keys no longer reach libedit.
  private func beginSearch() -> LibEdit.Effect {
    search = IncrementalSearch(entries: history.entries)
    return .goOn
  }

  /// Stops the job as the terminal does where Ctrl-Z is not a key.
  private func stop() -> LibEdit.Effect {
    suspend { TerminalSignals.suspendGroup() }
    return .goOn
  }

  /// Clears the window; the line is drawn anew at its top.
  private func clearScreen() -> LibEdit.Effect {
    Terminal.write(screen.clear())
    return .goOn
  }

  /// Completes the word at the cursor, or chooses the next item of the menu that is open.
  private func complete(step: Int) -> LibEdit.Effect {
    if var open = menu {
      replaceBefore(menuReplacedCount, with: open.advance(by: step).text)
      menuReplacedCount = open.items[open.selection ?? 0].text.count
      menu = open
      return .goOn
    }
    let line = libEdit.line
    let (count, items) = configuration.complete(String(line.before), String(line.after))
    guard let only = items.first else { return .refuse }
    if items.count == 1 {
      replaceBefore(count, with: only.text)
      return .goOn
    }
    let prefix = CompletionMenu.commonPrefix(of: items)
    menuReplacedCount = max(0, min(count, line.before.count))
    if prefix.count > menuReplacedCount {
      replaceBefore(menuReplacedCount, with: prefix)
      menuReplacedCount = prefix.count
    }
    menu = CompletionMenu(items)
    return .goOn
  }

  /// Replaces a number of characters before the cursor.
  private func replaceBefore(_ characterCount: Int, with text: String) {
    let replaced = libEdit.line.before.suffix(max(0, characterCount))
    libEdit.delete(scalarCountBefore: replaced.unicodeScalars.count)
    libEdit.insert(text)
  }
}
