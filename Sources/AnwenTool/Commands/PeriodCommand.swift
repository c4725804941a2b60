import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen period 'PHRASE'`.
struct PeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "Say which days a period means.",
    usage: "anwen period [OPTIONS] 'PERIOD'")

  @OptionGroup var data: DataOptions

  @Option(name: [.short, .long], help: "How to say it.")
  var format = PeriodFormat.text

  @Argument(
    help: ArgumentHelp(
      "The period in Chinese or English: 本季度, 6月底前, last 30 days.", valueName: "period"))
  var words: [String]

  enum PeriodFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func run() throws {
    try Exit.onError {
      let session = try data.open(for: words.joined(separator: " "))
      let phrase = words.joined(separator: " ")
      let periods = try session.periods(SourceText(phrase))
      let lines = periods.map { format == .json ? $0.json(phrase: phrase) : $0.line }
      try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
  }
}
