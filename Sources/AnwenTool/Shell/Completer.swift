import Anwen
import AnwenShell

/// Gives the line editor what may stand at the cursor.
struct Completer {
  let session: Session

  func complete(_ before: String) -> (replaceCount: Int, completions: [Completion]) {
    let found = session.completions(before: before)
    if found.words.isEmpty, canGoOnAfterSpace(before) { return (0, [Completion(" ")]) }
    let items = found.words.map { Completion($0.spelling, note: $0.kind[found.language]) }
    return (found.replaceCount, items)
  }

  /// Whether a whole English word stands before the cursor, so that only a space is missing.
  private func canGoOnAfterSpace(_ before: String) -> Bool {
    guard let last = before.last, last.isASCII, last.isLetter || last.isNumber else { return false }
    return !session.completions(before: before + " ").words.isEmpty
  }
}
