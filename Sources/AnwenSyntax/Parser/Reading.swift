/// One way to read the text from some position on.
package struct Reading<Node: Sendable>: Sendable {
  package let node: Node
  /// The unit behind it.
  package let end: Int
  /// The words that it takes the text for, in order.
  package let words: [WordSpan]

  init(_ node: Node, end: Int, words: [WordSpan]) {
    self.node = node
    self.end = end
    self.words = words
  }

  func map<Other>(_ transform: (Node) -> Other) -> Reading<Other> {
    Reading<Other>(transform(node), end: end, words: words)
  }

  /// This reading and one that goes on where it ends.
  func joined<Next, Both>(
    _ next: Reading<Next>, _ combine: (Node, Next) -> Both
  ) -> Reading<Both> {
    Reading<Both>(combine(node, next.node), end: next.end, words: words + next.words)
  }
}

/// A part of the text that is taken for one word.
package struct WordSpan: Hashable, Sendable {
  let start: Int32
  let end: Int32
  /// A name that comes from the data, and so never suppresses another reading.
  let isDataValue: Bool

  init(_ start: Int, _ end: Int, isDataValue: Bool = false) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.isDataValue = isDataValue
  }
}

/// Different readings of one stretch of text; at most `limit` of those that end at one place.
enum Readings {
  /// Enough to see that two plans remain, and small enough that ambiguity cannot explode.
  static let limit = 6

  /// Drops readings with equal trees, keeping the one with the fewest words, and caps the rest.
  static func packed<Node: Equatable>(_ readings: [Reading<Node>]) -> [Reading<Node>] {
    guard readings.count > 1 else { return readings }
    var kept: [Reading<Node>] = []
    for reading in readings.sorted(by: { $0.words.count < $1.words.count }) {
      let rivals = kept.filter { $0.end == reading.end }
      if rivals.count < limit, !rivals.contains(where: { $0.node == reading.node }) {
        kept.append(reading)
      }
    }
    return kept
  }

  /// Drops every reading that splits what another reads as one whole word of the vocabulary.
  static func ranked<Node>(_ readings: [Reading<Node>]) -> [Reading<Node>] {
    guard readings.count > 1 else { return readings }
    return readings.filter { reading in
      !readings.contains { splits(reading.words, aWordOf: $0.words) }
    }
  }

  /// Whether several words of one reading tile one word of another; both are in text order.
  private static func splits(_ words: [WordSpan], aWordOf others: [WordSpan]) -> Bool {
    var first = 0
    for whole in others where !whole.isDataValue {
      while first < words.count, words[first].start < whole.start { first += 1 }
      if tiles(words, from: first, whole) { return true }
    }
    return false
  }

  /// Whether two or more words from one on, each beginning where the last ends, fill a word.
  private static func tiles(_ words: [WordSpan], from first: Int, _ whole: WordSpan) -> Bool {
    guard first < words.count, words[first].start == whole.start, words[first].end < whole.end
    else { return false }
    var last = first
    while words[last].end < whole.end {
      guard last + 1 < words.count, words[last + 1].start == words[last].end else { return false }
      last += 1
    }
    return words[last].end == whole.end
  }
}
