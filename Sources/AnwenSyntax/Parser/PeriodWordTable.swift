/// Spellings with what they mean.
///
/// The lists are short and made once a process, so they are searched as they stand: an index
/// would cost more than all the searches of a question.
struct PeriodWordTable<Meaning: Sendable>: Sendable {
  private let words: [(spelling: String, meaning: Meaning)]
  /// The first scalar of each, which most places of a text rule out.
  private let firsts: [UInt32]

  /// The spellings are folded: lower case, single spaces.
  init(_ words: [(spelling: String, meaning: Meaning)]) {
    self.words = words
    firsts = words.map { $0.spelling.unicodeScalars.first?.value ?? 0 }
  }

  /// Every word that stands at `position`, with the position behind it. A Latin word ends where
  /// its run of letters and digits ends.
  func matches(in text: [UInt32], at position: Int) -> [(end: Int, meaning: Meaning)] {
    guard text.indices.contains(position) else { return [] }
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
