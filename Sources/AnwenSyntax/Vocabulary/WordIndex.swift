/// Finds all the words of a list that start at a place of a text.
///
/// The words lie in one heap and are numbered in their order: those that share a prefix are
/// neighbours, so a walk narrows the range character by character. A lookup costs
/// O(*length* · log *n*).
struct WordIndex<Meaning: Sendable>: Sendable {
  /// The units of all words, one behind the other, as they came.
  private let heap: [UInt32]
  /// Where the units of each word lie, in order of the words.
  private let places: [Range<Int32>]
  private let meanings: [Meaning]

  /// - Parameter ignoresCase: whether the words are kept with ASCII letters in lower case, to be
  ///   looked for in a text that has them so.
  init(_ words: [(spelling: String, meaning: Meaning)], ignoresCase: Bool) {
    var heap: [UInt32] = []
    var entries: [Entry] = []
    heap.reserveCapacity(words.count * 4)
    entries.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      let start = heap.count
      WidthFolding.append(word.spelling, lowercased: ignoresCase, to: &heap)
      if heap.count > start { entries.append(Entry(index, start, heap)) }
    }
    entries.sort { $0.precedes($1, in: heap) }
    self.heap = heap
    places = entries.map(\.place)
    meanings = entries.map { words[$0.index].meaning }
  }

  /// A word before all are in order.
  private struct Entry {
    /// The first two units as one number, a missing one the least: it tells most words apart.
    let key: UInt64
    let place: Range<Int32>
    let index: Int

    init(_ index: Int, _ start: Int, _ heap: [UInt32]) {
      let second = start + 1 < heap.count ? UInt64(heap[start + 1]) + 1 : 0
      key = UInt64(heap[start]) << 32 | second
      place = Int32(start)..<Int32(heap.count)
      self.index = index
    }

    /// The order of their units, equal ones as they came.
    func precedes(_ other: Self, in heap: [UInt32]) -> Bool {
      if key != other.key { return key < other.key }
      let (mine, others) = (heap[units], heap[other.units])
      if mine.lexicographicallyPrecedes(others) { return true }
      return index < other.index && mine == others
    }

    private var units: Range<Int> { Int(place.lowerBound)..<Int(place.upperBound) }
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
      while word < high, places[word].count == depth {
        found.append((position + depth, meanings[word]))
        word += 1
      }
    }
    return found
  }

  /// The unit at a depth of a word; −1 behind its end, so that shorter words sort first.
  private func unit(of word: Int, at depth: Int) -> Int64 {
    let place = places[word]
    return depth < place.count ? Int64(heap[Int(place.lowerBound) + depth]) : -1
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
