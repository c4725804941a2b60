/// What of the grammar takes part in the derivations of a text.
struct UsedGrammar {
  /// Productions, with their parameters.
  var symbols: Set<Int> = []
  /// Alternatives and what stands in brackets.
  var parts: Set<Int> = []
}

extension Recogniser {
  /// What derives the text as a query, in any derivation of it.
  mutating func usedInDerivations() -> UsedGrammar {
    var used = UsedGrammar()
    var seen: Set<[Int]> = []
    for end in ends(ofSymbol: grammar.start, from: 0) where skipSpace(end) == text.count {
      mark(symbol: grammar.start, from: 0, to: end, isGlued: false, &used, &seen)
    }
    return used
  }

  private mutating func mark(
    symbol: Int, from start: Int, to end: Int, isGlued: Bool, _ used: inout UsedGrammar,
    _ seen: inout Set<[Int]>
  ) {
    guard seen.insert([symbol, start, end, isGlued ? 1 : 0]).inserted else { return }
    used.symbols.insert(symbol)
    mark(
      table.roots[symbol], from: start, to: end, isGlued: isGlued, &used, &seen)
  }

  /// Marks what derives a stretch of text; the node does derive it.
  private mutating func mark(
    _ node: Int, from start: Int, to end: Int, isGlued: Bool, _ used: inout UsedGrammar,
    _ seen: inout Set<[Int]>
  ) {
    let inner = table.inner[table.starts[node]..<table.starts[node] + table.counts[node]]
    switch table.kind(node) {
    case .word, .lexical: break
    case .glued: mark(inner.first!, from: start, to: end, isGlued: true, &used, &seen)
    case .part:
      used.parts.insert(table.values[node])
      mark(inner.first!, from: start, to: end, isGlued: isGlued, &used, &seen)
    case .symbol:
      mark(symbol: table.values[node], from: start, to: end, isGlued: isGlued, &used, &seen)
    case .choice, .optional:
      for node in inner where ends(of: node, from: start, isGlued: isGlued).contains(end) {
        mark(node, from: start, to: end, isGlued: isGlued, &used, &seen)
      }
    case .sequence:
      markSequence(node, behind: 0, from: start, to: end, isGlued: isGlued, &used, &seen)
    case .repeated:
      for middle in ends(of: inner.first!, from: start, isGlued: isGlued)
      where middle > start && middle <= end {
        guard ends(of: node, from: middle, isGlued: false).contains(end) else { continue }
        mark(inner.first!, from: start, to: middle, isGlued: isGlued, &used, &seen)
        mark(node, from: middle, to: end, isGlued: false, &used, &seen)
      }
    }
  }

  private mutating func markSequence(
    _ sequence: Int, behind taken: Int, from start: Int, to end: Int, isGlued: Bool,
    _ used: inout UsedGrammar, _ seen: inout Set<[Int]>
  ) {
    guard taken < table.counts[sequence] else { return }
    let node = table.inner[table.starts[sequence] + taken]
    for middle in ends(of: node, from: start, isGlued: isGlued) where middle <= end {
      let isRestGlued = isGlued && middle == start
      let rest = sequenceEnds(sequence, behind: taken + 1, from: middle, isGlued: isRestGlued)
      guard rest.contains(end) else { continue }
      mark(node, from: start, to: middle, isGlued: isGlued, &used, &seen)
      markSequence(
        sequence, behind: taken + 1, from: middle, to: end, isGlued: isRestGlued, &used, &seen)
    }
  }
}
