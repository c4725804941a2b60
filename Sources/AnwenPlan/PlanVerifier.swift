import AnwenTypes

/// What is wrong with a plan; always a mistake of the program, never of a query.
package struct PlanDefect: Error, Hashable {
  /// The kind of the node, and what does not fit in it.
  package let message: String
}

/// Checks that a plan is well formed: that each column that is read exists and has the type that
/// its reader expects, and that each node's expressions have the types that the node needs.
///
/// Debug builds check each plan that the binder makes and each that a pass makes.
package struct PlanVerifier {
  /// Checks a plan and the plans below it.
  package static func check(_ plan: LogicalPlan) throws(PlanDefect) {
    for input in plan.inputs { try check(input) }
    switch plan {
    case .scan, .slice, .rowsAtHand: break
    case .values(let node): try checkValues(node)
    case .filter(let node): try checkFilter(node)
    case .project(let node): try checkProject(node)
    case .sort(let node): try checkSort(node)
    case .aggregate(let node): try checkAggregate(node)
    case .lookup(let node): try checkLookup(node)
    case .groupJoin(let node): try checkGroupJoin(node)
    case .expand(let node):
      try require(
        node.input.schema.fields.indices.contains(node.column), "expand: no column \(node.column)")
    case .union: break
    case .window(let node): try checkWindow(node)
    case .matching(let node): try checkMatching(node)
    case .totals(let node): try checkTotals(node)
    case .join(let node):
      try ExpressionVerifier("join", node.pairSchema).check(node.condition, is: .bool)
    case .correlation(let node): try checkCorrelation(node)
    }
  }

  /// Whether a plan is well formed; where it is not, the program stops with what is wrong.
  ///
  /// It is for an `assert`: release builds do not call it.
  static func isSound(_ plan: LogicalPlan, after stage: String) -> Bool {
    do throws(PlanDefect) {
      try check(plan)
    } catch {
      assertionFailure("after \(stage): \(error.message)")
      return false
    }
    return true
  }

  static func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(PlanDefect) {
    if !condition { throw PlanDefect(message: message()) }
  }
}

extension PlanVerifier {
  private static func checkValues(_ node: LogicalPlan.Values) throws(PlanDefect) {
    let verifier = ExpressionVerifier("values", Schema([]))
    for row in node.rows {
      for (value, field) in zip(row, node.schema.fields) {
        try verifier.check(.literal(value, field.type), is: field.type)
      }
    }
  }

  private static func checkFilter(_ node: LogicalPlan.Filter) throws(PlanDefect) {
    try ExpressionVerifier("filter", node.input.schema).check(node.predicate, is: .bool)
  }

  private static func checkProject(_ node: LogicalPlan.Project) throws(PlanDefect) {
    let verifier = ExpressionVerifier("project", node.input.schema)
    for (expression, field) in zip(node.expressions, node.schema.fields) {
      try verifier.check(expression, is: field.type)
    }
  }

  private static func checkSort(_ node: LogicalPlan.Sort) throws(PlanDefect) {
    let verifier = ExpressionVerifier("sort", node.input.schema)
    for key in node.keys { try verifier.check(key.expression) }
  }

  private static func checkAggregate(_ node: LogicalPlan.AggregateRows) throws(PlanDefect) {
    let verifier = ExpressionVerifier("aggregate", node.input.schema)
    for key in node.keys { try verifier.check(key) }
    for aggregate in node.aggregates { try verifier.check(aggregate) }
  }

  private static func checkWindow(_ node: LogicalPlan.Window) throws(PlanDefect) {
    let verifier = ExpressionVerifier("window", node.input.schema)
    for key in node.partition { try verifier.check(key) }
    for key in node.order { try verifier.check(key.expression) }
    for function in node.functions {
      switch function {
      case .rowNumber, .rank, .denseRank: break
      case .neighbour(let value, _): try verifier.check(value)
      case .aggregate(let aggregate, let frame):
        try verifier.check(aggregate)
        try require(
          frame == .all || aggregate.function.slides && aggregate.filter == nil,
          "window: no \(aggregate.function) over a part of the rows")
      }
    }
  }

  private static func checkLookup(_ node: LogicalPlan.Lookup) throws(PlanDefect) {
    try ExpressionVerifier("lookup", node.input.schema).check(node.key)
    try ExpressionVerifier("lookup target", node.target.schema).check(node.targetKey)
    try require(
      !node.key.type.isList && node.key.type.meets(node.targetKey.type),
      "lookup: keys of \(LiteralText.name(of: node.key.type)) and \(LiteralText.name(of: node.targetKey.type))"
    )
  }

  private static func checkGroupJoin(_ node: LogicalPlan.GroupJoin) throws(PlanDefect) {
    try ExpressionVerifier("group join", node.input.schema).check(node.key)
    let many = ExpressionVerifier("group join's many", node.many.schema)
    try many.check(node.manyKey)
    for aggregate in node.aggregates { try many.check(aggregate) }
    try require(
      node.key.type.element.meets(node.manyKey.type.element),
      "group join: keys of \(LiteralText.name(of: node.key.type)) and \(LiteralText.name(of: node.manyKey.type))"
    )
  }
}

extension PlanVerifier {
  private static func checkCorrelation(_ node: LogicalPlan.Correlation) throws(PlanDefect) {
    let many = ExpressionVerifier("correlation", node.many.schema)
    try many.check(node.number, is: .int)
    for aggregate in node.aggregates { try many.check(aggregate) }
    let fields = node.input.schema.fields
    for rows in node.many.rowsAtHand {
      let handed = rows.schema.fields.dropLast().map(\.type)
      try require(
        rows.columns.allSatisfy(fields.indices.contains)
          && rows.columns.map { fields[$0].type } == handed,
        "correlation: rows at hand \(rows.columns)")
    }
  }

  private static func checkMatching(_ node: LogicalPlan.Matching) throws(PlanDefect) {
    let input = ExpressionVerifier("matching", node.input.schema)
    let other = ExpressionVerifier("matching's other", node.other.schema)
    for (key, otherKey) in zip(node.keys, node.otherKeys) {
      try input.check(key)
      try other.check(otherKey)
      let isSpread = key.type.isList && !otherKey.type.isList
      try require(
        (isSpread ? key.type.element : key.type).meets(otherKey.type),
        "matching: keys of \(LiteralText.name(of: key.type)) and \(LiteralText.name(of: otherKey.type))"
      )
    }
  }

  private static func checkTotals(_ node: LogicalPlan.Totals) throws(PlanDefect) {
    guard case .enumeration(let enumeration) = node.mark.type else {
      throw PlanDefect(message: "totals: a mark of \(LiteralText.name(of: node.mark.type))")
    }
    try require(
      enumeration.cases.count == node.levels.count, "totals: not one mark for each level")
    var keys: Set<Int> = []
    for level in node.levels {
      try require(
        keys.isSubset(of: level.keys)
          && level.keys.allSatisfy(node.input.schema.fields.indices.contains),
        "totals: keys \(level.keys)")
      keys = Set(level.keys)
    }
  }
}

extension DataType {
  /// How values of the type are held: a reference as its entity's key is.
  var underlying: DataType {
    switch self {
    case .reference(let reference): reference.key == .int ? .int : .text
    case .list(let element): .list(element.underlying)
    case .bool, .int, .decimal, .float, .text, .date, .period, .enumeration: self
    }
  }

  /// Whether a key of this type can equal one of the other.
  func meets(_ other: DataType) -> Bool { underlying == other.underlying }

  /// Whether values of the two types can be compared.
  func compares(with other: DataType) -> Bool {
    isNumeric && other.isNumeric || underlying == other.underlying
  }
}
