import AnwenPlan
import AnwenTypes

extension ReferenceEngine {
  /// Tests the condition on each two rows.
  func join(_ node: LogicalPlan.Join) throws -> [[Value]] {
    let rights = try run(node.right)
    let blank = node.right.schema.fields.map { $0.type.isList ? Value.list([]) : .missing }
    return try run(node.left).flatMap { left -> [[Value]] in
      let met = try rights.filter { try ReferenceEvaluator.isTrue(node.condition, left + $0) }
      switch node.kind {
      case .inner: return met.map { left + $0 }
      case .left: return met.isEmpty ? [left + blank] : met.map { left + $0 }
      case .semi: return met.isEmpty ? [] : [left]
      case .anti: return met.isEmpty ? [left] : []
      }
    }
  }

  func correlation(_ node: LogicalPlan.Correlation) throws -> [[Value]] {
    let input = try run(node.input)
    let many = try ReferenceEngine(tables: tables, rowsAtHand: input).run(node.many)
    let numbers = try many.map { try ReferenceEvaluator.value(node.number, $0) }
    // An aggregate that fails in a row of `many` does so whatever becomes of it.
    return try input.enumerated().map { number, row in
      let met = many.indices.filter { numbers[$0] == .int(Int64(number)) }.map { many[$0] }
      return row + (try node.aggregates.map { try value(of: $0, met) })
    }
  }
}
