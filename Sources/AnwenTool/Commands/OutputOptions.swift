import Anwen
import AnwenOutput
import ArgumentParser

/// How an answer is written, and what it may cost.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long], help: "table, markdown, csv or json.",
    transform: { text in
      guard let format = OutputFormat(rawValue: text) else {
        let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no format '\(text)'; there are: \(names)")
      }
      return format
    })
  var format = OutputFormat.table

  @Option(name: [.short, .long], help: "Write to a file instead of standard output.")
  var output: String?

  @Flag(help: "Replace the output file if it is there.")
  var force = false

  @Flag(help: "In CSV, leave texts as they are that a spreadsheet would take for formulas.")
  var raw = false

  @Option(name: .customLong("max-rows"), help: "Refuse an answer with more rows.")
  var maxRows: Int?

  @Option(help: "Give up after so many seconds.")
  var timeout: Double?

  func validate() throws {
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows takes a whole number") }
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds greater than 0")
    }
  }

  func applyLimits(to session: Session) {
    session.limits.maxRows = maxRows
    guard let timeout else { return }
    let deadline = ContinuousClock.now + .seconds(timeout)
    session.limits.interruption = { ContinuousClock.now > deadline ? .timedOut : nil }
  }
}
