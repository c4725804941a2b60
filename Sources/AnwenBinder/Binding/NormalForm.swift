import AnwenSyntax

/// A query's text in which readings that say the same are equal: the order and doubles of
/// conditions are ignored, `without N` is `not with N`, and two negations cancel out.
enum NormalForm {
  static func of(_ query: QuerySyntax) -> String {
    let stages = query.stages.map { of($0.kind) }
    let asOf = query.asOf.map { ["@\($0)"] } ?? []
    return (asOf + [of(query.source)] + stages).joined(separator: "|")
  }

  private static func of(_ stage: StageSyntax.Kind) -> String {
    switch stage {
    case .combine(let operation, let query): "\(operation)(" + of(query) + ")"
    case .join(let join):
      "\(join.kind)(" + of(join.query) + ")" + join.name + ":" + of(join.condition)
    case .derive(let items): "derive(" + of(items) + ")"
    case .select(let items): "select(" + of(items) + ")"
    case .filter(let condition): "where(" + of(condition) + ")"
    default: "\(stage)"
    }
  }

  /// An item that has no name of its own is named by its text.
  private static func of(_ items: [ItemSyntax]) -> String {
    items.map { item in
      let name = item.alias?.name ?? CanonicalText.of(item.expression)
      return name + "=" + of(item.expression)
    }.joined(separator: ";")
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
    case .aggregate(let node):
      guard let rows = node.relation, node.filter == nil else { return "\(condition)" }
      let related = rows.path.joined(separator: ".") + of(rows.clause)
      let part = node.part.map { "\($0)" } ?? ""
      return "\(node.function)(" + (node.argument.map(of) ?? "") + ";" + part + ";" + related + ")"
    case .comparison(let node):
      return of(node.left) + node.comparison.rawValue + of(node.right)
    // The description of the tree itself, in which a condition and a value of one name differ.
    default: return "\(condition)"
    }
  }
}
