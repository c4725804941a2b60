/// Finds all the words of a list that start at a place of a text.
///
/// Sorted words in one heap: the words that share a prefix are neighbours, so a walk narrows the
/// range character by character. A lookup costs O(*length* · log *n*).
struct WordIndex<Meaning: Sendable>: Sendable {
  /// The units of all words, one behind the other, in order.
  private let heap: [UInt32]
  /// Where each word starts in the heap, and the heap's end.
  private let starts: [Int32]
  private let meanings: [Meaning]

  init(_ words: [([UInt32], Meaning)]) {
    let order = Self.order(of: words.map(\.0))
    var heap: [UInt32] = []
    var starts: [Int32] = []
    for index in order {
      starts.append(Int32(heap.count))
      heap.append(contentsOf: words[index].0)
    }
    starts.append(Int32(heap.count))
    self.heap = heap
    self.starts = starts
    meanings = order.map { words[$0].1 }
  }

  /// The places of the words in the order of their units, equal ones as they come.
  private static func order(of words: [[UInt32]]) -> [Int] {
    // The first two units as one number tell most words apart; a missing one is the least.
    let keys = words.map { word in
      UInt64(word.first ?? 0) << 32 | (word.count > 1 ? UInt64(word[1]) + 1 : 0)
    }
    return words.indices.filter { !words[$0].isEmpty }.sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      let (first, second) = (words[left], words[right])
      return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }
  }

  /// Every word that equals the units from `position` on, shortest first; any white space of the
  /// text equals a space of a word.
  func matches(in units: [UInt32], at position: Int) -> [(end: Int, meaning: Meaning)] {
    guard !UnitClass.cutsLatin(units, at: position) else { return [] }
    var found: [(end: Int, meaning: Meaning)] = []
    var (low, high) = (0, meanings.count)
    var depth = 0
    while low < high, position + depth < units.count {
      let unit =
        UnitClass.isSpace(units[position + depth]) ? UnitMark.space : units[position + depth]
      low = firstWord(from: low, to: high) { self.unit(of: $0, at: depth) >= Int64(unit) }
      high = firstWord(from: low, to: high) { self.unit(of: $0, at: depth) > Int64(unit) }
      depth += 1
      guard low < high, !UnitClass.cutsLatin(units, at: position + depth) else { continue }
      var word = low
      while word < high, Int(starts[word + 1] - starts[word]) == depth {
        found.append((position + depth, meanings[word]))
        word += 1
      }
    }
    return found
  }

  /// The unit at a depth of a word; −1 behind its end, so that shorter words sort first.
  private func unit(of word: Int, at depth: Int) -> Int64 {
    let place = Int(starts[word]) + depth
    return place < Int(starts[word + 1]) ? Int64(heap[place]) : -1
  }

  /// The first word in a range for which a monotone condition holds.
  private func firstWord(from low: Int, to high: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
