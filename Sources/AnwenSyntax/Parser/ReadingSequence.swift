/// One way to read the first parts of a list or chain.
///
/// Grows in place, so that a list of ten thousand parts is not copied at each of them.
struct ReadingSequence<Part: Sendable> {
  private(set) var parts: [Part] = []
  private(set) var words: [WordSpan] = []
  /// The unit behind the last part and its separator.
  var end: Int

  init(from start: Int) { end = start }

  init(_ first: Reading<Part>) {
    parts = [first.node]
    words = first.words
    end = first.end
  }

  mutating func append(_ part: Reading<Part>, joinedBy joiner: [WordSpan] = []) {
    parts.append(part.node)
    words += joiner
    words += part.words
    end = part.end
  }

  var reading: Reading<[Part]> { Reading(parts, end: end, words: words) }

  /// The sequences that go on with each of several readings of the next part; the last of them
  /// takes this one over.
  consuming func extended(
    by next: [Reading<Part>], joinedBy joiner: [WordSpan] = []
  ) -> [ReadingSequence] {
    guard let last = next.last else { return [] }
    var whole = self
    var sequences: [ReadingSequence] = []
    for part in next.dropLast() {
      var copy = whole
      copy.append(part, joinedBy: joiner)
      sequences.append(copy)
    }
    whole.append(last, joinedBy: joiner)
    sequences.append(whole)
    return sequences
  }
}

extension Readings {
  /// Drops sequences with equal parts, and caps those that end at one place.
  static func packed<Part: Equatable>(_ sequences: [ReadingSequence<Part>]) -> [ReadingSequence<
    Part
  >] {
    guard sequences.count > 1 else { return sequences }
    var kept: [ReadingSequence<Part>] = []
    for sequence in sequences.sorted(by: { $0.words.count < $1.words.count }) {
      let rivals = kept.filter { $0.end == sequence.end }
      if rivals.count < limit, !rivals.contains(where: { $0.parts == sequence.parts }) {
        kept.append(sequence)
      }
    }
    return kept
  }
}
