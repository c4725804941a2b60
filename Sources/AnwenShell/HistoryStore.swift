/// The statements that were run, oldest first, none twice.
package struct HistoryStore: Sendable {
  package private(set) var entries: [String]

  /// The newest entries that are kept.
  package static let limit = 10_000

  package init(entries: [String] = []) {
    self.entries = Self.merged(entries, with: [])
  }

  /// Whether a statement is kept: not a blank one, and not one that begins with a blank.
  package static func keeps(_ statement: String) -> Bool {
    guard let first = statement.first else { return false }
    return !first.isWhitespace
  }

  /// Appends a statement, unless it is one to be kept out; an older equal one goes.
  ///
  /// - Returns: whether the statement was kept.
  package mutating func add(_ statement: String) -> Bool {
    guard Self.keeps(statement) else { return false }
    entries = Self.merged(entries, with: [statement])
    return true
  }

  /// Appends newer entries to older ones; of equal entries the newest stays.
  package static func merged(_ older: [String], with newer: [String]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for entry in (older + newer).reversed() where result.count < limit {
      if seen.insert(entry).inserted { result.append(entry) }
    }
    return result.reversed()
  }
}
