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
    let order = words.indices.filter { !words[$0].0.isEmpty }.sorted { left, right in
      let (first, second) = (words[left].0, words[right].0)
      if first == second { return left < right }
      return first.lexicographicallyPrecedes(second)
    }
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
