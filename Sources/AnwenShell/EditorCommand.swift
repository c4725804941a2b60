/// What a key can do to the line, beyond what libedit does by itself.
enum EditorCommand: Int, CaseIterable {
  case enter, lineBreak, interrupt, endOfInput
  case complete, completeBackwards
  case up, down, left, right, rowStart, rowEnd, killEnd
  case deleteBackwards, deleteForwards
  case search, clearScreen, suspend

  /// The name under which `bind` in a user's ~/.editrc knows the command.
  var name: String {
    switch self {
    case .enter: "anwen-enter"
    case .lineBreak: "anwen-line-break"
    case .interrupt: "anwen-interrupt"
    case .endOfInput: "anwen-end-of-input"
    case .complete: "anwen-complete"
    case .completeBackwards: "anwen-complete-backwards"
    case .up: "anwen-up"
    case .down: "anwen-down"
    case .left: "anwen-left"
    case .right: "anwen-right"
    case .rowStart: "anwen-row-start"
    case .rowEnd: "anwen-row-end"
    case .killEnd: "anwen-kill-end"
    case .deleteBackwards: "anwen-delete-backwards"
    case .deleteForwards: "anwen-delete-forwards"
    case .search: "anwen-search"
    case .clearScreen: "anwen-clear-screen"
    case .suspend: "anwen-suspend"
    }
  }
}

extension FunctionKey {
  /// The code that stands for the key in libedit's maps.
  ///
  /// Escape sequences are decoded before libedit sees them, so that a lone ESC stays a key of its
  /// own in vi mode. The codes are C1 controls, which no keyboard sends as text.
  var code: Unicode.Scalar { KeyBinding.privateCode(rawValue) }

  /// The name of the function that libedit runs for the key.
  fileprivate var functionName: String {
    switch self {
    case .up: EditorCommand.up.name
    case .down: EditorCommand.down.name
    case .left: EditorCommand.left.name
    case .right: EditorCommand.right.name
    case .home: EditorCommand.rowStart.name
    case .end: EditorCommand.rowEnd.name
    case .delete: EditorCommand.deleteForwards.name
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .backTab: EditorCommand.completeBackwards.name
    case .lineBreak: EditorCommand.lineBreak.name
    }
  }
}

/// A key, in the notation of `bind`, and what it does.
struct KeyBinding {
  let key: String
  let functionName: String

  private init(_ key: String, _ functionName: String) {
    self.key = key
    self.functionName = functionName
  }

  private init(_ key: String, _ command: EditorCommand) {
    self.init(key, command.name)
  }

  /// Returns one of the codes that stand for keys without a character.
  fileprivate static func privateCode(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(0x80 + index))
  }

  private static let markCode = privateCode(FunctionKey.allCases.count)
  private static let killEndCode = privateCode(FunctionKey.allCases.count + 1)
  private static let killCode = privateCode(FunctionKey.allCases.count + 2)

  /// Keys in every map; ~/.editrc cannot take them away.
  static let essential: [KeyBinding] =
    [
      KeyBinding("^M", .enter), KeyBinding("^J", .enter), KeyBinding("^C", .interrupt),
      KeyBinding("^D", .endOfInput), KeyBinding("^I", .complete), KeyBinding("^L", .clearScreen),
      KeyBinding("^Z", .suspend), KeyBinding("^R", .search), KeyBinding("^S", .search),
      KeyBinding("^P", .up),
      KeyBinding("^N", .down), KeyBinding("^?", .deleteBackwards),
      KeyBinding("^H", .deleteBackwards),
    ] + FunctionKey.allCases.map { KeyBinding(String($0.code), $0.functionName) }

  /// Keys of the emacs map, bound before ~/.editrc is read. Those of libedit that ask for
  /// something on a screen that nobody sees are taken out.
  static let emacs: [KeyBinding] = [
    KeyBinding("^A", .rowStart), KeyBinding("^E", .rowEnd), KeyBinding("^B", .left),
    KeyBinding("^F", .right), KeyBinding("^W", "ed-delete-prev-word"),
    KeyBinding("\\ex", "ed-unassigned"), KeyBinding("\\eX", "ed-unassigned"),
    KeyBinding(String(markCode), "em-set-mark"), KeyBinding(String(killEndCode), .killEnd),
    KeyBinding(String(killCode), "em-kill-region"),
  ]

  /// Ctrl-K as a string of keys: libedit by itself would delete the rows below as well, and only
  /// its own functions can fill what Ctrl-Y brings back.
  static let emacsKill = KeyBinding(
    "^K", String(String.UnicodeScalarView([markCode, killEndCode, killCode])))

  /// Keys of vi's command mode.
  static let viCommands: [KeyBinding] = [
    KeyBinding("k", .up), KeyBinding("j", .down), KeyBinding("/", .search),
    KeyBinding("?", .search), KeyBinding(":", "ed-unassigned"), KeyBinding("v", "ed-unassigned"),
  ]
}
