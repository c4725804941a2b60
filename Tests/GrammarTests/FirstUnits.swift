/// What a text of a production may begin with, so that most productions are ruled out at a glance.
struct FirstUnits: Hashable {
  /// Whether the production takes a text of no characters.
  var isNullable = false
  /// A bit for each first character, many of which share one.
  private(set) var mask: UInt64 = 0

  private static let nothing = FirstUnits(isNullable: true)

  private init(isNullable: Bool, mask: UInt64 = 0) {
    self.isNullable = isNullable
    self.mask = mask
  }

  private static func bit(_ unit: UInt32) -> UInt64 {
    1 << ((unit &* 0x9e37_79b1) >> 26)
  }

  /// Whether a text may begin with the character.
  func mayStart(with unit: UInt32) -> Bool { mask & Self.bit(unit) != 0 }

  /// Of every production of a grammar, by its place.
  static func all(of symbols: [ModelGrammar.Symbol]) -> [FirstUnits] {
    var known = [FirstUnits](repeating: FirstUnits(isNullable: false), count: symbols.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (place, symbol) in symbols.enumerated() {
        let units = units(of: symbol.node, known)
        if units != known[place] {
          known[place] = units
          hasChanged = true
        }
      }
    }
    return known
  }

  private static func units(of node: GrammarNode, _ known: [FirstUnits]) -> FirstUnits {
    switch node {
    case .word(let word): FirstUnits(isNullable: false, mask: bit(word.units[0]))
    case .lexical: FirstUnits(isNullable: false, mask: .max)
    case .symbol(let symbol): known[symbol]
    case .glued(let inner), .part(_, let inner): units(of: inner, known)
    case .optional(let inner), .repeated(let inner):
      FirstUnits(isNullable: true, mask: units(of: inner, known).mask)
    case .choice(let nodes):
      nodes.reduce(into: FirstUnits(isNullable: false)) { result, node in
        let other = units(of: node, known)
        result.isNullable = result.isNullable || other.isNullable
        result.mask |= other.mask
      }
    case .sequence(let nodes):
      nodes.reduce(into: nothing) { result, node in
        guard result.isNullable else { return }
        let other = units(of: node, known)
        result = FirstUnits(isNullable: other.isNullable, mask: result.mask | other.mask)
      }
    }
  }
}
