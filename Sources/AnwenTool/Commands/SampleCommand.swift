import AnwenData
import AnwenDiagnostics
import AnwenSample
import AnwenTypes
import ArgumentParser

/// `anwen sample -o DIR`.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a sample ledger: staff, points, pairings, inspections and hazards.",
    usage: "anwen sample [OPTIONS] -o FOLDER")

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write to; it is made if need be.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("The same number gives the same bytes.", valueName: "number"))
  var seed: UInt64 = SampleLedger.Parameters().seed

  @Option(help: ArgumentHelp("How many points, 1 to 1,000,000.", valueName: "count"))
  var points: Int = SampleLedger.Parameters().pointCount

  @Option(help: ArgumentHelp("How many months of inspections, 1 to 1,200.", valueName: "count"))
  var months: Int = SampleLedger.Parameters().monthCount

  @Flag(help: "Replace files that are there.")
  var force = false

  func validate() throws {
    guard (1...1_000_000).contains(points) else {
      throw ValidationError("--points takes a whole number from 1 to 1000000")
    }
    guard (1...1200).contains(months) else {
      throw ValidationError("--months takes a whole number from 1 to 1200")
    }
  }

  func run() throws {
    try Exit.onError {
      try Folder.make(output)
      let ledger = SampleLedger(
        SampleLedger.Parameters(
          seed: seed, pointCount: points, monthCount: months,
          end: SampleLedger.Parameters().end))
      for file in ledger.files {
        let bytes = Array(file.text.utf8)
        try AtomicFileWriter.write(
          bytes.span, to: "\(output)/\(file.name)", overwriting: force)
      }
    }
  }
}
