import AnwenBinder
package import AnwenDiagnostics
import AnwenPlan

extension Session {
  /// How a question is read, and how it is answered.
  package func explanation(
    of text: SourceText, withoutPasses passes: Set<String>
  ) throws(SessionError) -> String {
    let prepared = try prepare(text)
    let plan = Optimizer(disabledPasses: passes).rewrite(prepared.query.plan)
    let today = prepared.query.today
    let asOf = LocalizedText(english: "as of \(today)", chinese: "截至 \(today)")
    let restatement = Restatement(vocabulary: vocabulary, resolver: resolver)
      .sentence(of: prepared.query.syntax)
    return """
      \(restatement[prepared.language])
      \(asOf[prepared.language])

      \(PlanPrinter.text(plan))
      """
  }

  /// The names of the optimizer's passes, in their order.
  package static var passNames: [String] { Optimizer.passes.map(\.name) }
}
