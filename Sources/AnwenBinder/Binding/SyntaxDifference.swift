import AnwenSyntax

/// Where two readings of one text differ.
enum SyntaxDifference {
  /// The smallest place that holds every modifier or stage that only one of them has.
  static func place(_ first: QuerySyntax, _ second: QuerySyntax) -> SyntaxRange {
    let places =
      unshared(first.source.modifiers, second.source.modifiers).map(\.place)
      + unshared(first.stages, second.stages).map(\.place)
    guard let start = places.first else { return first.source.place }
    return places.dropFirst().reduce(start) { $0.union($1) }
  }

  private static func unshared<Node: Equatable>(_ first: [Node], _ second: [Node]) -> [Node] {
    first.filter { !second.contains($0) } + second.filter { !first.contains($0) }
  }
}
