/// What the parser refuses, so that no text can exhaust the stack, the memory or the patience.
extension Parser {
  /// Nesting deeper than this is refused; a level of brackets counts four times, since it passes
  /// through four rules, and a clause in a clause up to eight times.
  static let depthLimit = 1_000
  /// A chain of `and`, `or` or modifiers with more parts is refused.
  static let chainLimit = 5_000
  /// More modifiers side by side are refused: each place where they may end is a reading.
  static let modifierLimit = 250
  /// A chain of `+` or `*` with more parts is refused: its tree leans to the left, and every walk
  /// over it goes as deep as the chain is long.
  static let arithmeticLimit = 2_048
  /// More values in brackets are refused.
  static let listLimit = 20_000
  /// More columns or keys are refused.
  static let itemLimit = 1_000
  /// More stages are refused.
  static let stageLimit = 256

  /// Whether a part may still be added; else says that there are too many.
  mutating func isWithin(_ limit: Int, count: Int) -> Bool {
    if count <= limit { return true }
    if failure.excess == nil { failure.excess = .tooLong(limit: limit) }
    return false
  }

  mutating func enter() -> Bool {
    guard depth < Parser.depthLimit else {
      if failure.excess == nil { failure.excess = .tooDeep }
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }
}
