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
    for end in ends(of: .symbol(grammar.start), from: 0, isGlued: false)
    where skipSpace(end) == text.count {
      mark(.symbol(grammar.start), from: 0, to: end, isGlued: false, &used, &seen)
    }
    return used
  }

  /// Marks what derives a stretch of text; `node` does derive it.
  private mutating func mark(
    _ node: GrammarNode, from start: Int, to end: Int, isGlued: Bool, _ used: inout UsedGrammar,
    _ seen: inout Set<[Int]>
  ) {
    switch node {
    case .word, .lexical: break
    case .glued(let inner): mark(inner, from: start, to: end, isGlued: true, &used, &seen)
    case .part(let number, let inner):
      used.parts.insert(number)
      mark(inner, from: start, to: end, isGlued: isGlued, &used, &seen)
    case .symbol(let symbol):
      guard seen.insert([symbol, start, end, isGlued ? 1 : 0]).inserted else { return }
      used.symbols.insert(symbol)
      mark(
        grammar.symbols[symbol].node, from: start, to: end, isGlued: isGlued, &used, &seen)
    case .choice(let nodes):
      for node in nodes where ends(of: node, from: start, isGlued: isGlued).contains(end) {
        mark(node, from: start, to: end, isGlued: isGlued, &used, &seen)
      }
    case .optional(let inner):
      if ends(of: inner, from: start, isGlued: isGlued).contains(end) {
        mark(inner, from: start, to: end, isGlued: isGlued, &used, &seen)
      }
    case .sequence(let nodes):
      guard let first = nodes.first else { return }
      let rest = GrammarNode.sequence(Array(nodes.dropFirst()))
      for middle in ends(of: first, from: start, isGlued: isGlued) where middle <= end {
        let isRestGlued = isGlued && middle == start
        guard ends(of: rest, from: middle, isGlued: isRestGlued).contains(end) else { continue }
        mark(first, from: start, to: middle, isGlued: isGlued, &used, &seen)
        mark(rest, from: middle, to: end, isGlued: isRestGlued, &used, &seen)
      }
    case .repeated(let inner):
      for middle in ends(of: inner, from: start, isGlued: isGlued)
      where middle > start && middle <= end {
        guard ends(of: node, from: middle, isGlued: false).contains(end) else { continue }
        mark(inner, from: start, to: middle, isGlued: isGlued, &used, &seen)
        mark(node, from: middle, to: end, isGlued: false, &used, &seen)
      }
    }
  }
}
