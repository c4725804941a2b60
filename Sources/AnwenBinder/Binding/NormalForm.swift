import AnwenSyntax

/// A query's text in which readings that say the same are equal: the order and doubles of
/// conditions are ignored, `without N` is `not with N`, and two negations cancel out.
enum NormalForm {
  static func of(_ query: QuerySyntax) -> String {
    let stages = query.stages.map { stage in
      guard case .combine(let operation, let query) = stage.kind else { return "\(stage.kind)" }
      return "\(operation)(" + of(query) + ")"
    }
    let asOf = query.asOf.map { ["@\($0)"] } ?? []
    return (asOf + [of(query.source)] + stages).joined(separator: "|")
  }

  private static func of(_ source: SourceSyntax) -> String {
    switch source {
    case .clause(let clause): of(clause)
    case .periods(let source): "\(source)"
    case .oneRow: ""
    case .named(let name): "\(name.name)#\(name.index)"
    }
  }

  private static func of(_ clause: ClauseSyntax) -> String {
    clause.entity + (clause.base.map { "#\($0.index)" } ?? "") + "{"
      + Set(clause.modifiers.flatMap(conjuncts)).sorted().joined(separator: "&")
      + "}"
  }

  private static func conjuncts(_ condition: ExpressionSyntax) -> [String] {
    if case .and(let operands) = condition { operands.flatMap(conjuncts) } else { [of(condition)] }
  }

  private static func of(_ condition: ExpressionSyntax) -> String {
    switch condition {
    case .not(.not(let inner, _), _): return of(inner)
    case .not(let inner, _): return "!" + of(inner)
    case .and: return "(" + Set(conjuncts(condition)).sorted().joined(separator: "&") + ")"
    case .or(let operands):
      return "(" + Set(operands.map(of)).sorted().joined(separator: "/") + ")"
    case .existence(let node):
      guard case .related(let rows) = node.subject else { return "\(condition)" }
      let related = rows.path.joined(separator: ".") + of(rows.clause)
      return node.quantity == .none ? "!(some)" + related : "(\(node.quantity))" + related
    // The description of the tree itself, in which a condition and a value of one name differ.
    default: return "\(condition)"
    }
  }
}
