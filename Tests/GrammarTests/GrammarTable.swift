/// The productions of a grammar as a table, in which each node has a place behind those that it
/// holds. What it may begin with stands beside it, so that a reader passes by most of them.
///
/// Shared and not copied: an unoptimised reader would do that at each node.
final class GrammarTable: Sendable {
  enum Kind: Int { case word, lexical, symbol, glued, sequence, choice, optional, repeated, part }

  /// The number of a node's kind. Lists of numbers are what an unoptimised build reads fast.
  let kinds: [Int]
  /// Which word, class, production or part it is.
  let values: [Int]
  /// Where the places of the nodes that it holds stand in `inner`.
  let starts: [Int]
  let counts: [Int]
  let inner: [Int]
  /// What each node may begin with.
  let masks: [UInt64]
  let areNullable: [Bool]
  /// The node of each production.
  let roots: [Int]
  let words: [GrammarWord]

  init(_ symbols: [ModelGrammar.Symbol]) {
    var maker = GrammarTableMaker()
    roots = symbols.map { maker.place(of: $0.node) }
    kinds = maker.kinds
    values = maker.values
    starts = maker.starts
    counts = maker.counts
    inner = maker.inner
    words = maker.words
    let first = maker.firstUnits(roots: roots)
    masks = first.masks
    areNullable = first.areNullable
  }

  func kind(_ node: Int) -> Kind { Kind(rawValue: kinds[node])! }

  /// The bit for a first character, which many share.
  static func bit(_ unit: UInt32) -> UInt64 { 1 << ((unit &* 0x9e37_79b1) >> 26) }
}

private struct GrammarTableMaker {
  var kinds: [Int] = []
  var values: [Int] = []
  var starts: [Int] = []
  var counts: [Int] = []
  var inner: [Int] = []
  var words: [GrammarWord] = []

  mutating func place(of node: GrammarNode) -> Int {
    switch node {
    case .word(let word):
      words.append(word)
      return add(.word, words.count - 1)
    case .lexical(let kind): return add(.lexical, LexicalClass.allCases.firstIndex(of: kind)!)
    case .symbol(let symbol): return add(.symbol, symbol)
    case .glued(let node): return add(.glued, 0, [node])
    case .sequence(let nodes): return add(.sequence, 0, nodes)
    case .choice(let nodes): return add(.choice, 0, nodes)
    case .optional(let node): return add(.optional, 0, [node])
    case .repeated(let node): return add(.repeated, 0, [node])
    case .part(let number, let node): return add(.part, number, [node])
    }
  }

  private mutating func add(_ kind: GrammarTable.Kind, _ value: Int, _ nodes: [GrammarNode] = [])
    -> Int
  {
    let places = nodes.map { place(of: $0) }
    kinds.append(kind.rawValue)
    values.append(value)
    starts.append(inner.count)
    counts.append(places.count)
    inner += places
    return kinds.count - 1
  }

  // MARK: First characters

  func firstUnits(roots: [Int]) -> (masks: [UInt64], areNullable: [Bool]) {
    var masks = [UInt64](repeating: 0, count: kinds.count)
    var areNullable = [Bool](repeating: false, count: kinds.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for node in kinds.indices {
        let nodes = inner[starts[node]..<starts[node] + counts[node]]
        let (mask, isNullable): (UInt64, Bool)
        switch GrammarTable.Kind(rawValue: kinds[node])! {
        case .word: (mask, isNullable) = (GrammarTable.bit(words[values[node]].units[0]), false)
        case .lexical: (mask, isNullable) = (.max, false)
        case .symbol:
          (mask, isNullable) = (masks[roots[values[node]]], areNullable[roots[values[node]]])
        case .glued, .part, .choice:
          mask = nodes.reduce(0) { $0 | masks[$1] }
          isNullable = nodes.contains { areNullable[$0] }
        case .optional, .repeated: (mask, isNullable) = (masks[nodes.first!], true)
        case .sequence:
          let taken = nodes.firstIndex { !areNullable[$0] }.map { $0 + 1 } ?? nodes.endIndex
          mask = nodes[..<taken].reduce(0) { $0 | masks[$1] }
          isNullable = nodes.allSatisfy { areNullable[$0] }
        }
        if mask != masks[node] || isNullable != areNullable[node] {
          (masks[node], areNullable[node]) = (mask, isNullable)
          hasChanged = true
        }
      }
    }
    return (masks, areNullable)
  }
}
