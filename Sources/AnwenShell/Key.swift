/// One press of a key, or one paste, as a terminal reports it.
package enum Key: Hashable, Sendable {
  /// A typed scalar; control keys are C0 scalars, so Ctrl-A is U+0001.
  case scalar(Unicode.Scalar)
  /// An ASCII scalar typed together with Alt.
  case meta(Unicode.Scalar)
  case escape
  /// A bracketed paste; its line breaks are line feeds.
  case paste(String)
  case function(FunctionKey)
}

/// A key that a terminal reports as an escape sequence.
package enum FunctionKey: Int, CaseIterable, Hashable, Sendable {
  case up, down, left, right, home, end, delete, wordLeft, wordRight, backTab
  /// Alt-Enter, also Shift-Enter where the terminal tells it apart.
  case lineBreak

  /// Returns the key of a control sequence `ESC [ parameters final`, or nil for one of no use here.
  static func controlSequence(parameters: String, final: UInt8) -> FunctionKey? {
    let isModified = parameters.contains(";")
    switch (Unicode.Scalar(final), parameters) {
    case ("A", _): return .up
    case ("B", _): return .down
    case ("C", _): return isModified ? .wordRight : .right
    case ("D", _): return isModified ? .wordLeft : .left
    case ("H", _), ("~", "1"), ("~", "7"): return .home
    case ("F", _), ("~", "4"), ("~", "8"): return .end
    case ("~", "3"): return .delete
    case ("Z", _): return .backTab
    case ("~", "27;2;13"), ("~", "27;3;13"), ("u", "13;2"), ("u", "13;3"): return .lineBreak
    default: return nil
    }
  }
}
