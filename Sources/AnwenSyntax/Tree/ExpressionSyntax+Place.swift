extension ExpressionSyntax {
  /// Where the expression stands.
  package var place: SyntaxRange {
    switch self {
    case .text(_, let place), .bool(_, let place), .slot(_, let place), .condition(_, let place),
      .parameter(_, _, let place), .key(_, let place), .not(_, let place), .negated(_, let place):
      place
    case .expansion(let node): node.place
    case .isMissing(let operand, let place): operand.place.union(place)
    case .number(let node): node.place
    case .range(let node): node.place
    case .period(let node), .mainDate(let node): node.place
    case .duration(let node): node.place
    case .values(let node), .bareValues(let node): node.place
    case .name(let node), .outer(let node): node.place
    case .phrase(let node): node.place
    case .and(let operands), .or(let operands):
      operands.dropFirst().reduce(operands[0].place) { $0.union($1.place) }
    case .comparison(let node): node.left.place.union(node.right.place)
    case .arithmetic(let node): node.place
    case .membership(let node): node.subject.place.union(node.operatorPlace)
    case .textMatch(let node): node.subject.place.union(node.pattern.place)
    case .existence(let node): node.place
    case .aggregate(let node): node.place
    case .measure(let node): node.place
    case .call(let node): node.place
    case .conditional(let node): node.place
    case .window(let node): node.place
    }
  }
}

extension ArithmeticSyntax {
  /// Walks down a chain in a loop: a long one must not exhaust the stack.
  fileprivate var place: SyntaxRange {
    var first = left
    while case .arithmetic(let node) = first { first = node.left }
    return first.place.union(right.place)
  }
}

extension SyntaxRange {
  package func union(_ other: SyntaxRange) -> SyntaxRange {
    SyntaxRange(range.union(other.range))
  }
}
