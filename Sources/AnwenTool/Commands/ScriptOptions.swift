import ArgumentParser

/// What questions and scripts are given, and what they may do.
struct ScriptOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp(
      "A value for a parameter of the script; repeatable.", valueName: "name=value"),
    transform: { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw ValidationError("'\(text)' is no parameter; write NAME=VALUE")
      }
      return Argument(
        name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
    })
  var param: [Argument] = []

  @Flag(help: "Allow no file but the data: no include, no write.")
  var safe = false

  @Flag(help: "Say below each answer how the question was read.")
  var footnote = false

  @Flag(name: [.customShort("q"), .long], help: "Say nothing beside answers and errors.")
  var quiet = false

  struct Argument {
    let name: String
    let value: String
  }

  func validate() throws {
    var names: Set<String> = []
    for argument in param where !names.insert(argument.name).inserted {
      throw ValidationError("the parameter '\(argument.name)' is given twice")
    }
  }

  func settings(keepsGoing: Bool = false) -> ScriptSettings {
    ScriptSettings(
      arguments: Dictionary(uniqueKeysWithValues: param.map { ($0.name, $0.value) }), isSafe: safe,
      keepsGoing: keepsGoing, hasFootnotes: footnote, isQuiet: quiet)
  }
}
