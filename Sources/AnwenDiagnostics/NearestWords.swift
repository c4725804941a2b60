/// The legal spellings that somebody may have meant by an unknown one.
///
/// Near is what differs by few edits (one for two to four characters, a third of the characters
/// for longer words), what begins with the text typed, and a phrase of several words whose first
/// words are near what was typed: `ownd` and `ownd by` are both near `owned by`.
package enum NearestWords {
  /// A longer text is a sentence, not a misspelt word.
  private static let characterLimit = 64

  /// The candidates that are near `typed`, best first, without doubles and without `typed` itself.
  ///
  /// Equally good ones keep the order of `candidates`, so the more likely ones should come first.
  package static func nearest(
    to typed: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let target = Target(typed)
    guard (1...characterLimit).contains(target.whole.characters.count), limit > 0 else { return [] }
    var seen: Set<[UInt8]> = [Array(typed.utf8)]
    var found: [(word: String, cost: Int)] = []
    for candidate in candidates {
      guard candidate.utf8.count <= 8 * characterLimit, let cost = target.cost(of: candidate),
        seen.insert(Array(candidate.utf8)).inserted
      else { continue }
      // Few are kept at any time, so that ten thousand names cost no more than a look at each.
      let place = found.firstIndex { $0.cost > cost } ?? found.endIndex
      guard place < limit else { continue }
      found.insert((candidate, cost), at: place)
      if found.count > limit { found.removeLast() }
    }
    return found.map(\.word)
  }

  /// What a spelling of `characterCount` characters may cost to become another: some edits, and
  /// less than one more for differences of case.
  private static func threshold(forCharacterCount characterCount: Int) -> Int {
    let edits =
      switch characterCount {
      case ...1: 0
      case 2...4: 1
      default: characterCount / 3
      }
    return (edits + 1) * EditDistance.edit - 1
  }

  /// The text typed, split once.
  private struct Target {
    let whole: EditDistance
    let words: [EditDistance]

    /// Added where only a part of the candidate was typed: a whole word of the same distance is
    /// nearer.
    private static let partCost = EditDistance.edit / 2

    init(_ typed: String) {
      whole = EditDistance(typed)
      words = typed.split(separator: " ").map(EditDistance.init)
    }

    /// The cost of a candidate in tenths of an edit, or nil where it is not near.
    func cost(of candidate: String) -> Int? {
      let limit = NearestWords.threshold(forCharacterCount: whole.characters.count)
      let other = EditDistance(candidate)
      let cost = whole.distance(to: other, limit: limit)
      if other.hasPrefix(whole) { return min(cost ?? .max, Self.partCost) }
      return cost ?? costOfFirstWords(of: candidate)
    }

    /// The cost of a phrase by its first words: those that answer to the words typed, else the
    /// very first alone.
    private func costOfFirstWords(of candidate: String) -> Int? {
      let parts = candidate.split(separator: " ").map(EditDistance.init)
      guard let typedFirst = words.first, let first = parts.first,
        words.count > 1 || parts.count > 1
      else { return nil }
      var total = Self.partCost + max(0, words.count - parts.count) * EditDistance.edit
      for (word, part) in zip(words, parts) {
        let limit = NearestWords.threshold(forCharacterCount: word.characters.count)
        guard let cost = word.distance(to: part, limit: limit) else {
          return sharesWord(typedFirst, first) ? total + EditDistance.edit : nil
        }
        total += cost
      }
      return sharesWord(typedFirst, first) ? total : nil
    }

    /// Whether two first words are the same, or near and long enough to say so.
    private func sharesWord(_ typed: EditDistance, _ word: EditDistance) -> Bool {
      let limit = NearestWords.threshold(
        forCharacterCount: typed.characters.count < 3 ? 1 : typed.characters.count)
      return typed.distance(to: word, limit: limit) != nil
    }
  }
}
