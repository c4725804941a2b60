/// The search through the history that Ctrl-R begins: each key narrows it.
package struct IncrementalSearch: Sendable {
  /// What a key did to the search.
  package enum Step: Hashable, Sendable {
    case goesOn
    /// Back to the line that stood there before.
    case cancelled
    /// The hit becomes the line; the key that ended the search, if any, is then obeyed as usual.
    case taken(String?, then: Key?)
  }

  package private(set) var pattern = ""
  /// The entry that is shown: the last that matched, also when the pattern as it is now does not.
  package private(set) var hit: Int?
  /// Whether no entry holds the pattern.
  package private(set) var isFailing = false
  private let entries: [String]
  private let folded: [String]

  /// - Parameter entries: oldest first.
  package init(entries: [String]) {
    self.entries = entries
    folded = entries.map { $0.lowercased() }
  }

  /// The entry that is shown, with the cursor on the match.
  package var line: EditedLine {
    guard let hit else { return EditedLine("") }
    let match = folded[hit].firstRange(of: pattern.lowercased())
    let offset = match.map { folded[hit][..<$0.lowerBound].unicodeScalars.count }
    return EditedLine(text: entries[hit], cursor: offset ?? 0)
  }

  /// Obeys one key.
  package mutating func handle(_ key: Key) -> Step {
    switch key {
    case .scalar("\u{12}"): find(from: (hit ?? entries.count) - 1, step: -1)
    case .scalar("\u{13}"): find(from: (hit ?? -1) + 1, step: 1)
    case .scalar("\u{03}"), .scalar("\u{07}"): return .cancelled
    case .scalar("\u{08}"), .scalar("\u{7F}"):
      if !pattern.isEmpty { pattern.removeLast() }
      find(from: entries.count - 1, step: -1)
    case .escape: return .taken(hit.map { entries[$0] }, then: nil)
    case .scalar(let scalar) where scalar.properties.generalCategory != .control:
      extend(by: String(scalar))
    case .paste(let text): extend(by: text)
    case .scalar, .meta, .function: return .taken(hit.map { entries[$0] }, then: key)
    }
    return .goesOn
  }

  /// Makes the pattern longer, and keeps the hit while it matches.
  private mutating func extend(by text: String) {
    pattern += text
    find(from: hit ?? entries.count - 1, step: -1)
  }

  /// Moves to the nearest match from an index on; where there is none the hit stays.
  private mutating func find(from start: Int, step: Int) {
    guard !pattern.isEmpty else {
      hit = nil
      isFailing = false
      return
    }
    let wanted = pattern.lowercased()
    var index = start
    while folded.indices.contains(index), !folded[index].contains(wanted) { index += step }
    isFailing = !folded.indices.contains(index)
    if !isFailing { hit = index }
  }
}
