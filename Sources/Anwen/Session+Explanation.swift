import AnwenBinder
package import AnwenDiagnostics
import AnwenEngine
import AnwenPlan

extension Session {
  /// What an explanation shows beside the sentence and the plan.
  package struct ExplanationDetail: Sendable {
    /// The plan before the passes, and behind each that changes it.
    package var showsPasses = false
    /// How many rows each step hands on, and how long it takes: the question is answered.
    package var isAnalyzed = false
    /// Passes that are left out.
    package var disabledPasses: Set<String> = []

    package init() {}
  }

  /// How a question is read, and how it is answered.
  package func explanation(
    of text: SourceText, _ detail: ExplanationDetail
  ) throws(SessionError) -> String {
    let prepared = try prepare(text)
    var plans: [(name: String, plan: LogicalPlan)] = [("before the passes", prepared.query.plan)]
    let plan = Optimizer(disabledPasses: detail.disabledPasses).rewrite(prepared.query.plan) {
      if plans.last?.plan != $1 { plans.append((name: "after " + $0, plan: $1)) }
    }
    var shown = detail.showsPasses ? plans.map { "\($0.name):\n\(PlanPrinter.text($0.plan))" } : []
    if detail.isAnalyzed {
      shown.append(try analysis(of: plan, prepared))
    } else if !detail.showsPasses {
      shown.append(PlanPrinter.text(plan))
    }
    let today = prepared.query.today
    let asOf = LocalizedText(english: "as of \(today)", chinese: "截至 \(today)")
    return """
      \(sentence(of: prepared))
      \(asOf[prepared.language])

      \(shown.joined(separator: "\n"))
      """
  }

  /// The plan with the rows and the time of each of its steps.
  private func analysis(
    of plan: LogicalPlan, _ prepared: PreparedQuery
  ) throws(SessionError) -> String {
    let meter = ExecutionMeter()
    _ = try carryOut(plan, of: prepared, meter: meter)
    return PlanPrinter.text(plan) { line in
      let reading = meter.readings[line]
      let rows = LocalizedText(
        english: reading.rowCount == 1 ? "1 row" : "\(reading.rowCount) rows",
        chinese: "\(reading.rowCount) 行")
      let microseconds =
        reading.time.components.attoseconds / 1_000_000_000_000
        + reading.time.components.seconds * 1_000_000
      let digits = String(microseconds % 1000)
      let padded = String(repeating: "0", count: 3 - digits.utf8.count) + digits
      return "   [\(rows[prepared.language]), \(microseconds / 1000).\(padded) ms]"
    }
  }

  /// A sentence that says how a question was read, in its language.
  package func sentence(of prepared: PreparedQuery) -> String {
    Restatement(vocabulary: vocabulary, resolver: resolver)
      .sentence(of: prepared.query.syntax)[prepared.language]
  }

  /// The names of the optimizer's passes, in their order.
  package static var passNames: [String] { Optimizer.passes.map(\.name) }
}
