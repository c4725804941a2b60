/// How strongly the parts of an expression hold together; a weaker part of a stronger whole needs
/// brackets.
enum Strength: Int, Comparable {
  case disjunction
  case conjunction
  case unit
  case comparison
  case sum
  case product
  case factor
  case primary

  static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }

  init(of syntax: ExpressionSyntax) {
    switch syntax {
    case .or: self = .disjunction
    case .and: self = .conjunction
    case .not: self = .unit
    case .comparison, .membership, .isMissing, .textMatch, .existence, .phrase, .condition,
      .mainDate, .bareValues, .key, .conditional, .window:
      self = .comparison
    case .arithmetic(let node):
      self = node.arithmetic == .add || node.arithmetic == .subtract ? .sum : .product
    case .negated: self = .factor
    // A condition behind an aggregate reaches as far as it can.
    case .aggregate(let node): self = node.filter == nil ? .primary : .comparison
    // What stands behind its relation would be said of that.
    case .measure(let node):
      self = node.filter == nil && node.relation == nil ? .primary : .comparison
    case .number, .range, .text, .bool, .period, .duration, .slot, .values, .name, .outer,
      .call, .parameter, .expansion:
      self = .primary
    }
  }
}

extension ExpressionSyntax {
  /// Whether a noun stands at its end, of which what follows would be said.
  var endsInNoun: Bool {
    switch self {
    case .existence: true
    case .not(let operand, _): operand.endsInNoun
    case .and(let operands), .or(let operands): operands.last?.endsInNoun ?? false
    default: false
    }
  }
}
