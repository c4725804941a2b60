import AnwenDiagnostics
import AnwenSyntax

/// A word of a sentence that was made.
struct SentenceWord {
  let text: String
  /// Whether no space may stand before it.
  let isGlued: Bool
  /// Whether it is read up to the next character that is no part of a word.
  let isOpenEnded: Bool

  let isPeriod: Bool

  init(
    _ text: String, isGlued: Bool = false, isOpenEnded: Bool = false, isPeriod: Bool = false
  ) {
    self.text = text
    self.isGlued = isGlued
    self.isOpenEnded = isOpenEnded
    self.isPeriod = isPeriod
  }

  /// Whether the two would be read otherwise without a space between them.
  func needsSpace(behind before: SentenceWord) -> Bool {
    guard let first = text.unicodeScalars.first?.value, let last = before.text.unicodeScalars.last
    else { return false }
    if before.isOpenEnded || isOpenEnded, UnitClass.isWord(first), UnitClass.isWord(last.value) {
      return true
    }
    if UnitClass.isLatin(first), UnitClass.isLatin(last.value) { return true }
    // A sign that touches a number belongs to it, and `2024-6` is a month.
    let signs = ["%", "-", "/", "."]
    return !isGlued && (signs.contains(text) || signs.contains(before.text))
  }
}
