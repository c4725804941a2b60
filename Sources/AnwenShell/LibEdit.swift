import CEditShim
import CLibEdit

/// What libedit asks of its user while a line is edited.
protocol LibEditClient: AnyObject {
  /// Returns the next code for libedit's key maps, or nil to leave the line.
  func nextCode() -> Unicode.Scalar?
  /// Carries out a command that a key was bound to.
  func perform(_ command: EditorCommand) -> LibEdit.Effect
}

/// One libedit, which keeps the text and the key maps and sets the terminal's modes, and draws
/// nothing.
///
/// This is the only file that handles libedit's pointers. All calls come from one thread.
@safe
final class LibEdit {
  /// What a command tells libedit to do next.
  enum Effect {
    case goOn
    /// Ring the bell.
    case refuse
    /// Leave the line; its outcome is the client's.
    case leave
  }

  // SAFETY, for every use below: the handle is open from `init` to `deinit`, and libedit is
  // called from one thread. Strings that are handed over are terminated and outlive the call.
  private let handle: OpaquePointer
  weak var client: (any LibEditClient)?
  let isVi: Bool

  /// Opens libedit, with the user's ~/.editrc, or returns nil where it cannot be had.
  init?(program: String) {
    guard anwen_use_utf8(),
      let handle = unsafe anwen_edit_open(
        program, { unsafe LibEdit.read($0, into: $1) }, { unsafe LibEdit.run($1, in: $0) })
    else { return nil }
    unsafe self.handle = handle
    for command in EditorCommand.allCases {
      _ = unsafe anwen_edit_add_command(
        handle, Int32(command.rawValue), wide(command.name), wide("anwen"))
    }
    _ = unsafe anwen_edit_choose_map(handle, wide("emacs"))
    for binding in KeyBinding.emacs {
      _ = unsafe anwen_edit_bind(handle, wide(binding.key), wide(binding.functionName))
    }
    let kill = KeyBinding.emacsKill
    _ = unsafe anwen_edit_bind_flagged(
      handle, wide("-s"), wide(kill.key), wide(kill.functionName))
    _ = unsafe el_source(handle, nil)
    isVi = unsafe anwen_edit_is_vi(handle)
    // SAFETY: the callbacks only run inside `readLine`, so this object lives whenever they do.
    unsafe anwen_edit_set_client(handle, Unmanaged.passUnretained(self).toOpaque())
    bindEssentialKeys()
    setModes()
  }

  deinit { unsafe el_end(handle) }

  /// Binds the keys that ~/.editrc cannot take away, in each map that is used.
  private func bindEssentialKeys() {
    for binding in KeyBinding.essential {
      _ = unsafe anwen_edit_bind(handle, wide(binding.key), wide(binding.functionName))
    }
    guard isVi else { return }
    for binding in KeyBinding.essential + KeyBinding.viCommands {
      _ = unsafe anwen_edit_bind_flagged(
        handle, wide("-a"), wide(binding.key), wide(binding.functionName))
    }
  }

  /// Says how the terminal works while a line is edited; libedit restores it afterwards.
  private func setModes() {
    // Editing cannot be switched off: `edit off` in ~/.editrc would draw what nobody sees.
    _ = unsafe anwen_edit_set(handle, EL_EDITMODE, 1)
    // Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-S are keys while a line is edited; line ends stay as sent.
    for mode in ["-isig", "-ixon", "-icrnl", "-inlcr"] {
      _ = unsafe anwen_edit_set_mode(handle, wide(mode))
    }
    // libedit keeps a screen that nobody sees; a size of its own spares it the window's edges.
    _ = unsafe anwen_edit_set_capability(handle, wide("co"), wide("200"))
  }

  /// Whether libedit wanted to ring the bell since this was last asked.
  var takesBell: Bool { anwen_edit_take_bell() }

  /// Edits one line until a command leaves it or a code cannot be had.
  ///
  /// - Returns: the text, where a key bound by the user ended the line and no command of ours did.
  func readLine() -> String? {
    var count: Int32 = 0
    guard let result = unsafe el_wgets(handle, &count), count > 0 else { return nil }
    // SAFETY: libedit says that `result` holds `count` codes.
    let text = unsafe String(UnsafeBufferPointer(start: result, count: Int(count)))
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The text being edited, and the cursor in it.
  var line: EditedLine {
    guard let info = unsafe el_wline(handle)?.pointee, let start = unsafe info.buffer,
      let cursor = unsafe info.cursor, let end = unsafe info.lastchar
    else { return EditedLine("") }
    // SAFETY: `buffer` to `lastchar` is libedit's text, which no call changes meanwhile.
    let text = unsafe String(UnsafeBufferPointer(start: start, count: end - start))
    return EditedLine(text: text, cursor: unsafe cursor - start)
  }

  /// Moves the cursor to a scalar offset; one outside the text is moved to its nearer end.
  func moveCursor(to offset: Int) {
    let line = line
    let target = max(0, min(offset, line.text.unicodeScalars.count))
    _ = unsafe el_cursor(handle, Int32(clamping: target - line.cursor))
  }

  /// Inserts a text before the cursor. NUL ends a text in libedit, so it becomes U+FFFD.
  func insert(_ text: String) {
    _ = unsafe el_winsertstr(handle, wide(text))
  }

  /// Deletes scalars before the cursor, as far as there are any.
  func delete(scalarCountBefore count: Int) {
    unsafe el_deletestr(handle, Int32(clamping: min(count, line.cursor)))
  }

  /// Replaces the whole line. libedit's own call for this refuses an empty text.
  func replace(with line: EditedLine) {
    moveCursor(to: .max)
    delete(scalarCountBefore: .max)
    insert(line.text)
    moveCursor(to: line.cursor)
  }

  /// Gives the terminal its usual modes back, or takes them for editing.
  func setEditingModes(_ editing: Bool) {
    _ = unsafe anwen_edit_set(handle, EL_PREP_TERM, editing ? 1 : 0)
  }

  /// Returns the object that a callback of libedit is meant for.
  private static func owner(_ handle: OpaquePointer) -> LibEdit? {
    // SAFETY: the client is the pointer that `init` made of a live object of this class.
    unsafe anwen_edit_client(handle).map {
      unsafe Unmanaged<LibEdit>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// Gives libedit the client's next code: 1 for a code, 0 for the end.
  private static func read(
    _ handle: OpaquePointer, into code: UnsafeMutablePointer<wchar_t>
  ) -> Int32 {
    guard let scalar = unsafe owner(handle)?.client?.nextCode() else { return 0 }
    // SAFETY: libedit gives the place of one code.
    unsafe code.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  /// Lets the client carry out a command, and tells libedit how to go on.
  private static func run(_ number: Int32, in handle: OpaquePointer) -> UInt8 {
    guard let command = EditorCommand(rawValue: Int(number)) else { return UInt8(CC_ERROR) }
    switch unsafe owner(handle)?.client?.perform(command) {
    case .goOn: return UInt8(CC_REFRESH)
    case .refuse: return UInt8(CC_ERROR)
    // CC_NEWLINE on an empty line would look like the end of input; this leaves any line.
    case .leave, nil: return UInt8(CC_EOF)
    }
  }
}

/// Returns a text as libedit takes it: one code a scalar, terminated.
private func wide(_ text: String) -> [wchar_t] {
  text.unicodeScalars.map { wchar_t(bitPattern: $0.value == 0 ? 0xFFFD : $0.value) } + [0]
}

extension String {
  /// Makes a text of libedit's codes; one that is no scalar becomes U+FFFD.
  fileprivate init(_ codes: UnsafeBufferPointer<wchar_t>) {
    // SAFETY: the caller vouches for the buffer's count.
    let scalars = unsafe codes.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    self.init(String.UnicodeScalarView(scalars))
  }
}
