import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen describe [ENTITY]`.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what can be asked: entities, columns, values, phrases.",
    usage: "anwen describe [OPTIONS] [ENTITY]")

  @OptionGroup var data: DataOptions

  @Argument(help: "An entity, by any of its names.")
  var entity: String?

  func run() throws {
    try Exit.onError {
      let session = try data.open()
      try StandardOutput.write(
        try session.description(
          of: entity, in: data.language ?? language(of: entity), moreBy: "anwen describe"))
    }
  }

  private func language(of name: String?) -> Language {
    name?.utf8.contains { $0 >= 0x80 } == true ? .chinese : .english
  }
}
