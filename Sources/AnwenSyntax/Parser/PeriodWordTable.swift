/// Spellings with what they mean, found by their first scalar.
struct PeriodWordTable<Meaning: Sendable>: Sendable {
  /// One spelling with its meaning.
  private struct Entry: Sendable {
    let scalars: [UInt32]
    let meaning: Meaning
  }

  private let entries: [Int: [Entry]]

  /// The spellings are folded: lower case, single spaces.
  init(_ words: [(spelling: String, meaning: Meaning)]) {
    var entries: [Int: [Entry]] = [:]
    for word in words {
      let scalars = word.spelling.unicodeScalars.map(\.value)
      guard let first = scalars.first else { continue }
      entries[Int(first), default: []].append(Entry(scalars: scalars, meaning: word.meaning))
    }
    self.entries = entries
  }

  /// Every word that stands at `position`, with the position behind it. A Latin word ends where
  /// its run of letters and digits ends.
  func matches(in text: [UInt32], at position: Int) -> [(end: Int, meaning: Meaning)] {
    guard text.indices.contains(position), let candidates = entries[Int(text[position])] else {
      return []
    }
    var found: [(end: Int, meaning: Meaning)] = []
    for entry in candidates {
      let end = UnitClass.end(of: entry.scalars, in: text, at: position, limit: text.count)
      guard let end, !UnitClass.cutsLatin(text, at: end) else { continue }
      found.append((end, entry.meaning))
    }
    return found
  }
}
