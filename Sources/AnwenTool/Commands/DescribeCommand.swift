import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen describe [ENTITY]`, `anwen describe --draft FOLDER`.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what can be asked: entities, columns, values, phrases.",
    usage: """
      anwen describe [OPTIONS] [ENTITY]
      anwen describe --draft FOLDER > FOLDER/model.anw
      """)

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "Write a first model for the CSV tables of a folder, and say what was guessed.",
      valueName: "folder"))
  var draft: String?

  @Argument(help: "An entity, by any of its names.")
  var entity: String?

  func validate() throws {
    if draft != nil, entity != nil {
      throw ValidationError("--draft describes a folder, not an entity")
    }
  }

  func run() throws {
    try Exit.onError {
      if let draft {
        let model = try ModelDraft(folder: draft, language: data.language ?? .english)
        return try StandardOutput.write(model.text)
      }
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
