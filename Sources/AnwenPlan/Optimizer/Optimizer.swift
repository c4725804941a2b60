/// A rewriting of plans into plans that compute the same rows with less work.
///
/// Neither rows nor their order, nor the schema, nor whether a row makes the plan fail may change.
package protocol OptimizerPass: Sendable {
  /// The name by which the pass is reported and switched off.
  var name: String { get }

  func rewrite(_ plan: LogicalPlan) -> LogicalPlan
}

/// Runs the passes over a plan, one after the other.
package struct Optimizer: Sendable {
  /// All passes, in the order in which they run.
  package static let passes: [any OptimizerPass] = [
    DistinctElimination(), ConstantFolding(), GroupJoinFusion(), FilterPushdown(), SlicePushdown(),
    CommonSubexpressions(), ProjectionPruning(),
  ]

  private let passes: [any OptimizerPass]

  /// - Parameter disabledPasses: names of passes that do not run.
  package init(disabledPasses: Set<String> = []) {
    passes = Self.passes.filter { !disabledPasses.contains($0.name) }
  }

  /// The plan after all passes.
  ///
  /// Debug builds verify the plan before the first pass and after each.
  ///
  /// - Parameter report: is called after each pass, with its name and the plan that it made.
  package func rewrite(
    _ plan: LogicalPlan, report: (_ pass: String, _ plan: LogicalPlan) -> Void = { _, _ in }
  ) -> LogicalPlan {
    assert(PlanVerifier.isSound(plan, after: "the binder"))
    var plan = plan
    for pass in passes {
      let rewritten = pass.rewrite(plan)
      assert(rewritten.schema == plan.schema, "\(pass.name) changes the schema")
      assert(PlanVerifier.isSound(rewritten, after: pass.name))
      plan = rewritten
      report(pass.name, plan)
    }
    return plan
  }
}
