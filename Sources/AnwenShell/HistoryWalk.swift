/// The history as Up and Down walk through it, with the line that was left behind.
package struct HistoryWalk: Sendable {
  private var store: HistoryStore
  /// The entry that is shown, or nil where the user's own line is.
  private var position: Int?
  private var ownLine = ""

  package init(entries: [String]) {
    store = HistoryStore(entries: entries)
  }

  package var entries: [String] { store.entries }

  /// Appends a statement that is to be run; returns whether it is one to be kept.
  package mutating func add(_ statement: String) -> Bool {
    stop()
    return store.add(statement)
  }

  /// Forgets the walk; the next one begins at the newest entry.
  package mutating func stop() {
    position = nil
  }

  /// Returns the entry before the one that is shown, or nil at the oldest.
  package mutating func older(than line: String) -> String? {
    let next = (position ?? entries.count) - 1
    guard next >= 0 else { return nil }
    if position == nil { ownLine = line }
    position = next
    return entries[next]
  }

  /// Returns the entry after the one that is shown, at the end the user's own line; or nil there.
  package mutating func newer() -> String? {
    guard let position else { return nil }
    guard position + 1 < entries.count else {
      self.position = nil
      return ownLine
    }
    self.position = position + 1
    return entries[position + 1]
  }
}
