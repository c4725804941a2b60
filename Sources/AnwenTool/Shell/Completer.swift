import Anwen
import AnwenShell

/// Gives the line editor what may stand at the cursor.
struct Completer {
  let session: Session

  func complete(_ before: String) -> (replaceCount: Int, completions: [Completion]) {
    let found = session.completions(before: before)
    let items = found.words.map { Completion($0.spelling, note: $0.kind[found.language]) }
    return (found.replaceCount, items)
  }
}
