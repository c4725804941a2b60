/// Spellings with what they mean.
///
/// The lists are short and made once a process, so they are searched as they stand: an index
/// would cost more than all the searches of a question.
struct PeriodWordTable<Meaning: Sendable>: Sendable {
  private let words: [(spelling: String, meaning: Meaning)]
  /// The first scalar of each.
  private let firsts: [UInt32]
  /// A bit for each first scalar, some of which share one: most places of a text need no search.
  private let firstBits: UInt64

  /// The spellings are folded: lower case, single spaces.
  init(_ words: [(spelling: String, meaning: Meaning)]) {
    self.words = words
    firsts = words.map { $0.spelling.unicodeScalars.first?.value ?? 0 }
    firstBits = firsts.reduce(0) { $0 | Self.bit($1) }
  }

  private static func bit(_ scalar: UInt32) -> UInt64 { 1 << ((scalar &* 0x9e37_79b1) >> 26) }

  /// Every word that stands at `position`, with the position behind it. A Latin word ends where
  /// its run of letters and digits ends.
  func matches(in text: [UInt32], at position: Int) -> [(end: Int, meaning: Meaning)] {
    guard text.indices.contains(position), firstBits & Self.bit(text[position]) != 0 else {
      return []
    }
    var found: [(end: Int, meaning: Meaning)] = []
    for (first, word) in zip(firsts, words) where first == text[position] {
      let units = word.spelling.unicodeScalars.lazy.map(\.value)
      let end = UnitClass.end(of: units, in: text, at: position, limit: text.count)
      guard let end, !UnitClass.cutsLatin(text, at: end) else { continue }
      found.append((end, word.meaning))
    }
    return found
  }
}
