import AnwenSyntax

/// Where two readings of one text differ.
enum SyntaxDifference {
  /// The smallest place that holds every modifier or stage that only one of them has; of two stages
  /// of one kind only what differs in them.
  static func place(_ first: QuerySyntax, _ second: QuerySyntax) -> SyntaxRange {
    let places =
      unshared(first.source.modifiers, second.source.modifiers).map(\.place)
      + places(first.stages, second.stages)
    guard let start = places.first else { return first.source.place }
    return places.dropFirst().reduce(start) { $0.union($1) }
  }

  private static func places(_ first: [StageSyntax], _ second: [StageSyntax]) -> [SyntaxRange] {
    guard first.count == second.count else { return unshared(first, second).map(\.place) }
    return zip(first, second).filter { $0 != $1 }.flatMap { first, second in
      places(first.kind.operands, second.kind.operands) ?? [first.place, second.place]
    }
  }

  /// Nil where the two are not made of the same number of parts, and where none differs.
  private static func places(
    _ first: [ExpressionSyntax], _ second: [ExpressionSyntax]
  ) -> [SyntaxRange]? {
    guard first.count == second.count else { return nil }
    let places = zip(first, second).filter { $0 != $1 }.flatMap { first, second in
      Self.places(first.operands, second.operands) ?? [first.place, second.place]
    }
    return places.isEmpty ? nil : places
  }

  private static func unshared<Node: Equatable>(_ first: [Node], _ second: [Node]) -> [Node] {
    first.filter { !second.contains($0) } + second.filter { !first.contains($0) }
  }
}

extension StageSyntax.Kind {
  /// The expressions of the stages that hold little else.
  fileprivate var operands: [ExpressionSyntax] {
    switch self {
    case .filter(let condition): [condition]
    case .select(let items), .derive(let items): items.map(\.expression)
    case .summarize(let aggregates, let keys): (aggregates + keys).map(\.expression)
    case .sort(let keys): keys.map(\.expression)
    case .top(let top): top.keys.map(\.expression) + top.groups
    default: []
    }
  }
}

extension ExpressionSyntax {
  /// What it is made of, where that has places of its own.
  fileprivate var operands: [ExpressionSyntax] {
    switch self {
    case .and(let operands), .or(let operands): operands
    case .comparison(let node): [node.left, node.right]
    case .aggregate(let node): node.argument.map { [$0] } ?? []
    case .call(let node): node.arguments
    default: []
    }
  }
}
