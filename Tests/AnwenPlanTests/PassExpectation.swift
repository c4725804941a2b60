import AnwenPlan
import Testing

extension OptimizerPass {
  /// Expects that the pass makes of a plan what is printed so, with the schema as it was.
  func expectRewriting(
    _ plan: LogicalPlan, to expected: String, sourceLocation: SourceLocation
  ) throws {
    let rewritten = rewrite(plan)
    #expect(PlanPrinter.text(rewritten) == expected + "\n", sourceLocation: sourceLocation)
    #expect(rewritten.schema == plan.schema, sourceLocation: sourceLocation)
    try PlanVerifier.check(rewritten)
  }
}
