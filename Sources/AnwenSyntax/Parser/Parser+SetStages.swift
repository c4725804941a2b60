/// Stages that bring in the rows of another query: `union`, `except`, `intersect`.
extension Parser {
  ///     ( Union | Except | Intersect ) "(" source stages ")"
  mutating func parseCombination(
    _ operation: SetOperation, at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let open = symbol("(", at: position), enter() else { return [] }
    defer { leave() }
    return parsePipelines(from: open).compactMap { query in
      guard let close = symbol(")", at: query.end) else { return nil }
      let stage = StageSyntax(.combine(operation, query.node.syntax), place: place)
      let combined = operation == .union ? unionScope(scope, query.node.scope) : scope
      return Reading(Pipeline(stages: [stage], scope: combined), end: close, words: query.words)
    }
  }

  /// The names of both sides. Where they are rows of one entity, they still are; else all that can
  /// be named is columns, and the binder knows which of them are there.
  private mutating func unionScope(_ first: Int, _ second: Int) -> Int {
    let (first, second) = (scopes[first], scopes[second])
    let joined = first.joined + second.joined
    let isOneEntity =
      first.entity != nil && first.entity == second.entity && joined.isEmpty
    let entities = [first, second].flatMap { $0.columnsOf + ($0.entity.map { [$0] } ?? []) }
    scopes.append(
      ParserScope(
        entity: isOneEntity ? first.entity : nil,
        definitions: first.definitions + second.definitions,
        columnsOf: isOneEntity ? [] : Set(entities).sorted(), joined: joined))
    return scopes.count - 1
  }
}
