import Anwen
import AnwenOutput
import ArgumentParser

/// How an answer is written, and what it may cost.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "table, the default, vertical, markdown, csv, tsv, json or ndjson.",
    transform: { text in
      guard let format = OutputFormat(rawValue: text) else {
        let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no format '\(text)'; there are: \(names)")
      }
      return format
    })
  var format = OutputFormat.table

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the output file if it is there.")
  var force = false

  @Flag(help: "In CSV and TSV, leave texts as they are that a spreadsheet would take for formulas.")
  var raw = false

  @Option(
    name: .customLong("max-rows"),
    help: ArgumentHelp("Refuse an answer with more rows.", valueName: "count"))
  var maxRows: Int?

  @Option(
    name: .customLong("max-memory"),
    help: ArgumentHelp(
      "Give up where the rows that a question holds take more, such as 512MB.", valueName: "size"))
  var maxMemory: MemorySize?

  @Option(help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows takes a whole number") }
    if let timeout, !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds greater than 0")
    }
  }

  var settings: OutputSettings {
    OutputSettings(format: format, file: output, replacesFile: force, isRaw: raw)
  }

  /// Sets what the next run may cost; its time begins now.
  ///
  /// - Parameter isCancelled: whether the user wants it to stop.
  func applyLimits(
    to session: Session, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    session.limits.maxRows = maxRows
    session.limits.maxMemory = maxMemory?.byteCount
    let deadline = timeout.map { ContinuousClock.now + .seconds($0) }
    session.limits.interruption = {
      if isCancelled() { return .cancelled }
      guard let deadline, ContinuousClock.now > deadline else { return nil }
      return .timedOut
    }
  }
}

/// How an answer is written; by default as a table on standard output.
struct OutputSettings {
  var format = OutputFormat.table
  /// Written to instead of standard output.
  var file: String?
  var replacesFile = false
  /// Whether CSV and TSV leave texts as they are that a spreadsheet would take for formulas.
  var isRaw = false
}
