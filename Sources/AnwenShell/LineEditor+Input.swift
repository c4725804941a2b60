import AnwenDiagnostics

extension LineEditor: LibEditClient {
  /// How long an ESC may wait for the rest of a sequence where it could be a key of its own.
  private static let escapeMilliseconds: Int32 = 30

  /// Returns the next code for libedit. The screen is drawn when all that was typed is obeyed, so
  /// a burst of keys is drawn once.
  func nextCode() -> Unicode.Scalar? {
    while outcome == nil {
      if !codes.isEmpty { return codes.removeFirst() }
      if let key = decoder.next() {
        accept(key)
        continue
      }
      if !decoder.isInPaste { draw() }
      awaitInput()
    }
    return nil
  }

  /// Waits for keys or a signal.
  private func awaitInput() {
    let escapeIsKey = libEdit.isVi || menu != nil || search != nil
    let timeout = decoder.awaitsEscape && escapeIsKey ? Self.escapeMilliseconds : -1
    let input = Terminal.read(wakeDescriptor: wakeDescriptor, timeoutMilliseconds: timeout)
    let events = TerminalSignals.take()
    if TerminalSignals.termination != nil { return finish(with: .endOfInput, note: "") }
    if events.contains(.interrupt) { return finish(with: .interrupted, note: "^C") }
    if events.contains(.suspension) {
      suspend { TerminalSignals.suspend() }
    } else if events.contains(.resumption) {
      resume()
    }
    if events.contains(.resize) { screen.windowChanged() }
    switch input {
    case .bytes(let bytes): decoder.append(bytes)
    case .end: finish(with: .endOfInput, note: "")
    case .nothing:
      if timeout >= 0, events.isEmpty, let key = decoder.resolveEscape() { accept(key) }
    }
  }

  /// Obeys a key, or hands it to libedit as codes.
  private func accept(_ key: Key) {
    if search != nil { return acceptInSearch(key) }
    if menu != nil, !keepsMenu(key) {
      menu = nil
      if key == .escape { return }
    }
    switch key {
    case .paste(let text): libEdit.insert(text)
    case .function(let function): codes.append(function.code)
    case .meta(let scalar): codes += ["\u{1B}", scalar]
    case .escape: if libEdit.isVi { codes.append("\u{1B}") }
    // These codes mean function keys in libedit's maps; as text they go past the maps.
    case .scalar(let scalar) where (0x80...0x9F).contains(scalar.value):
      libEdit.insert(String(scalar))
    case .scalar(let scalar): codes.append(scalar)
    }
  }

  /// Whether a key is one that works on the open menu.
  private func keepsMenu(_ key: Key) -> Bool {
    switch key {
    case .scalar("\t"), .scalar("\r"), .scalar("\n"), .function(.backTab): true
    default: false
    }
  }

  /// Obeys a key while a search is shown.
  private func acceptInSearch(_ key: Key) {
    guard var search else { return }
    let wasFailing = search.isFailing
    switch search.handle(key) {
    case .goesOn:
      if search.isFailing, !wasFailing { Terminal.write(screen.bell) }
      self.search = search
    case .cancelled:
      self.search = nil
    case .taken(let text, let next):
      self.search = nil
      if let text { libEdit.replace(with: EditedLine(text)) }
      if let next { accept(next) }
    }
  }

  /// Ends the prompt: the statement is drawn for the last time, with a note behind it.
  func finish(with outcome: Outcome, note: String) {
    self.outcome = outcome
    menu = nil
    search = nil
    Terminal.write(screen.finish(frame(isFinal: true), note: note, in: Terminal.size))
  }

  /// Leaves the terminal as it was found while the process is stopped.
  func suspend(_ stop: () -> Void) {
    Terminal.write(screen.finish(frame(isFinal: true), note: "", in: Terminal.size))
    Terminal.write(screen.pasteBracketing.off)
    libEdit.setEditingModes(false)
    stop()
    resume()
  }

  /// Takes the terminal back after the process was stopped; libedit believes that it never left.
  private func resume() {
    libEdit.setEditingModes(false)
    libEdit.setEditingModes(true)
    Terminal.write(screen.pasteBracketing.on)
  }

  /// Brings the screen up to date.
  private func draw() {
    let size = Terminal.size
    var output = screen.draw(frame(isFinal: false), in: size)
    if libEdit.takesBell { output += screen.bell }
    Terminal.write(output)
  }

  /// Returns what is to be seen now; the final frame is the statement alone.
  private func frame(isFinal: Bool) -> Frame {
    let size = Terminal.size
    let columns = screen.layoutColumns(in: size)
    if let search, !isFinal {
      let label = LocalizedText(
        english: search.isFailing ? "not found" : "search",
        chinese: search.isFailing ? "未找到" : "搜索")
      let prompt = "\(label[configuration.language]) \"\(search.pattern)\": "
      return Frame(layout: LineLayout(prompt: prompt, line: search.line, columns: columns))
    }
    let line = isFinal ? EditedLine(text: libEdit.line.text, cursor: 0) : libEdit.line
    let layout = LineLayout(prompt: configuration.prompt, line: line, columns: columns)
    let menuRows = menu?.rows(columns: size.columns, maximumRowCount: max(1, size.rows / 2))
    return Frame(layout: layout, menu: menuRows ?? [])
  }
}
