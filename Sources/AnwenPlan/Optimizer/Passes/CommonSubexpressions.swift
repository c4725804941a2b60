import AnwenDiagnostics
import AnwenTypes

/// Computes what several expressions of a node have in common once, in a projection below it.
///
///     aggregate by month(#d): count(month(#d)) (…)
///       →   aggregate by #m: count(#m) (project …, month(#d) as #m (…))
///
/// Only what cannot fail is shared, and only if one of its places is looked at in every row: else
/// it might be computed where nothing asks for it. Of nested ones the largest is taken.
package struct CommonSubexpressions: OptimizerPass {
  package let name = "common-subexpressions"

  /// In larger expressions nothing is sought: comparing all parts with each other would take long.
  private static let maximumNodeCount = 400

  package init() {}

  package func rewrite(_ plan: LogicalPlan) -> LogicalPlan {
    plan.rewrittenBottomUp { node in
      switch node {
      case .project(let project): share(in: node, project.expressions, over: project.input)
      case .aggregate(let aggregate):
        share(
          in: node,
          aggregate.keys + aggregate.aggregates.compactMap(\.unfilteredArgument)
            + aggregate.aggregates.compactMap(\.filter), over: aggregate.input)
      case .scan, .values, .filter, .sort, .slice, .lookup, .groupJoin, .expand, .union, .window,
        .matching, .totals, .join, .correlation, .rowsAtHand:
        node
      }
    }
  }

  /// - Parameter expressions: those that are looked at in every row of `input`.
  private func share(
    in node: LogicalPlan, _ expressions: [BoundExpression], over input: LogicalPlan
  ) -> LogicalPlan {
    let limit = Self.maximumNodeCount
    let size = expressions.reduce(0) { $0 + $1.nodeCount(upTo: limit) }
    guard size < limit else { return node }
    var counts = PartCounts()
    for expression in expressions { counts.add(expression, isAlwaysComputed: true) }
    let shared = counts.shared
    if shared.isEmpty { return node }
    let width = input.schema.fields.count
    let passed = input.schema.fields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let fields = shared.enumerated().map { index, part in
      Field(
        name: "shared_\(index + 1)", type: part.type, label: LocalizedText(english: "", chinese: "")
      )
    }
    let extended = LogicalPlan.project(
      LogicalPlan.Project(
        input: input, expressions: passed + shared, schema: Schema(input.schema.fields + fields)))
    return node.replacingInputs([extended]).replacingExpressions { expression in
      expression.replacing(shared, byColumnsFrom: width)
    }
  }
}

/// How often each part of some expressions occurs.
private struct PartCounts {
  private struct Part {
    let expression: BoundExpression
    var places = 0
    var isAlwaysComputed = false
  }

  /// In the order in which they were met, a whole before its parts.
  private var parts: [Part] = []
  /// Where those of a hash value stand; a dictionary of expressions would cost each question a
  /// look-up of their conformance.
  private var places: [Int: [Int]] = [:]

  mutating func add(_ expression: BoundExpression, isAlwaysComputed: Bool) {
    if expression.operands.isEmpty { return }
    if !expression.mayFail {
      let place = place(of: expression)
      parts[place].places += 1
      if isAlwaysComputed { parts[place].isAlwaysComputed = true }
      // The parts of what occurs again are shared with it.
      if parts[place].places > 1 { return }
    }
    let alwaysComputed = expression.firstOperandsComputed
    for (index, operand) in expression.operands.enumerated() {
      add(operand, isAlwaysComputed: isAlwaysComputed && index < alwaysComputed)
    }
  }

  /// Where a part stands among those that were met; a new one is added.
  private mutating func place(of expression: BoundExpression) -> Int {
    let hash = expression.hashValue
    if let known = places[hash]?.first(where: { parts[$0].expression == expression }) {
      return known
    }
    places[hash, default: []].append(parts.count)
    parts.append(Part(expression: expression))
    return parts.count - 1
  }

  /// Those that occur more than once.
  var shared: [BoundExpression] {
    parts.filter { $0.places > 1 && $0.isAlwaysComputed }.map(\.expression)
  }
}

extension BoundExpression {
  /// How many of the operands, from the first on, are looked at in every row.
  fileprivate var firstOperandsComputed: Int {
    switch self {
    case .and, .or, .coalesce, .ifThenElse: 1
    case .literal, .column, .not, .comparison, .isMissing, .isIn, .quantified, .arithmetic,
      .negated, .call, .converted:
      .max
    }
  }

  /// Puts a column in the place of each of some parts, the largest first.
  fileprivate func replacing(
    _ parts: [BoundExpression], byColumnsFrom width: Int
  ) -> BoundExpression {
    if let index = parts.firstIndex(of: self) { return .column(width + index, type) }
    let operands = operands
    if operands.isEmpty { return self }
    return replacingOperands(operands.map { $0.replacing(parts, byColumnsFrom: width) })
  }
}

extension Aggregate {
  /// The argument, where it is computed in every row.
  fileprivate var unfilteredArgument: BoundExpression? { filter == nil ? argument : nil }
}
