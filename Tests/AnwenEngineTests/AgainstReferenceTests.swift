import AnwenEngine
import AnwenPlan
import AnwenTypes
import Testing

/// The engine against a reference that computes row by row, over random tables and plans.
@Suite("Engine against reference")
struct AgainstReferenceTests {
  private static let rowCounts = [0, 1, 63, 64, 65]

  /// What a plan gives: rows, or an overflow.
  private enum Outcome: Equatable {
    case rows([[Value]])
    case overflow
  }

  private func reference(_ plan: LogicalPlan, _ tables: [TestTable]) -> Outcome {
    (try? ReferenceEngine(tables: tables).run(plan)).map { .rows($0) } ?? .overflow
  }

  private func engine(
    _ plan: LogicalPlan, _ tables: [TestTable], batchSize: Int
  ) throws -> Outcome {
    do throws(EngineError) {
      return .rows(try run(plan, tables, batchSize: batchSize))
    } catch {
      guard case .overflow = error else { throw error }
      return .overflow
    }
  }

  /// The first difference, for the message of a failure.
  private func difference(_ outcome: Outcome, _ expected: Outcome) -> String {
    guard case .rows(let rows) = outcome, case .rows(let expectedRows) = expected else {
      return outcome == .overflow ? "overflow, not rows" : "rows, not overflow"
    }
    if rows.count != expectedRows.count { return "\(rows.count), not \(expectedRows.count) rows" }
    for (number, (row, expected)) in zip(rows, expectedRows).enumerated() {
      for (column, (value, expected)) in zip(row, expected).enumerated() where value != expected {
        return "row \(number), column \(column): \(value), not \(expected)"
      }
    }
    return "none"
  }

  private struct Mismatch: Error, CustomStringConvertible {
    let description: String
  }

  private func check(_ plan: LogicalPlan, _ tables: [TestTable]) throws {
    try PlanVerifier.check(plan)
    let expected = reference(plan, tables)
    for batchSize in [1, 3, 2048] {
      let outcome = try engine(plan, tables, batchSize: batchSize)
      if outcome == expected { continue }
      throw Mismatch(
        description: """
          batches of \(batchSize): \(difference(outcome, expected))
          \(PlanPrinter.text(plan))
          """)
    }
    for pass in [nil] + Optimizer.passes.map({ $0.name as String? }) {
      let others = Optimizer.passes.map(\.name).filter { pass != nil && $0 != pass }
      let rewritten = Optimizer(disabledPasses: Set(others)).rewrite(plan)
      let outcome = try engine(rewritten, tables, batchSize: 2048)
      if outcome == expected { continue }
      throw Mismatch(
        description: """
          \(pass ?? "all passes"): \(difference(outcome, expected))
          \(PlanPrinter.text(plan))
          \(PlanPrinter.text(rewritten))
          """)
    }
  }

  @Test("expressions", arguments: rowCounts)
  func expressions(rowCount: Int) throws {
    for seed in UInt64(0)..<20 {
      var plans = RandomPlans(seed: seed &* 1000 &+ UInt64(rowCount), hasExtremes: seed % 4 == 0)
      let table = plans.table("t", rowCount: rowCount)
      let types = table.fields.map(\.type)
      let extra: [DataType] = [.decimal(scale: 4), .decimal(scale: 6)]
      let expressions = (RandomPlans.types + extra).map {
        plans.expression($0, over: types, depth: 3)
      }
      try check(project(expressions, table.scan), [table])
    }
  }

  @Test("plans", arguments: rowCounts)
  func plans(rowCount: Int) throws {
    for seed in UInt64(0)..<50 {
      var plans = RandomPlans(seed: seed &* 7919 &+ UInt64(rowCount), hasExtremes: seed % 4 == 0)
      let table = plans.table("t", rowCount: rowCount)
      var joined = RandomPlans(seed: seed &+ 77, hasExtremes: false)
      let others = [joined.table("u", rowCount: 7), joined.table("v", rowCount: 40)]
      let plan = plans.plan(over: table, others: others, nodeCount: plans.pick([1, 2, 3, 4]))
      try check(plan, [table] + others)
    }
  }
}
