import Anwen
import AnwenDiagnostics
import AnwenSyntax
import ArgumentParser

/// `anwen run --help FILE…`: the options, and the parameters of the scripts.
///
/// The command line's own help would end at `--help` and never see the files.
enum ParameterList {
  static func isAskedFor(_ arguments: [String]) -> Bool {
    arguments.first == "run" && arguments.contains { $0 == "--help" || $0 == "-h" }
      && arguments.dropFirst().contains { !$0.hasPrefix("-") }
  }

  static func answer(_ arguments: [String]) throws {
    let words = arguments.dropFirst().filter { $0 != "--help" && $0 != "-h" }
    let command = try RunCommand.parse(Array(words))
    try Exit.onError {
      let session = try command.data.open()
      var text = RunCommand.helpMessage() + "\n"
      for file in command.files { text += "\n" + (try list(file, in: session)) }
      try StandardOutput.write(text)
    }
  }

  private static func list(_ file: String, in session: Session) throws -> String {
    var reader = ScriptReader(
      session: session, missingArguments: .haveStandIns,
      files: ScriptFolder(of: file, isSafe: false))
    try reader.read(try ScriptFile.read(file))
    if let error = reader.firstError { throw error }
    let language = session.language ?? .english
    let name = VisibleText.of(file)
    guard !reader.parameters.isEmpty else {
      let none = LocalizedText(
        english: "\(name) has no parameters", chinese: "\(name) 没有参数")
      return none[language] + "\n"
    }
    let heads = reader.parameters.map { parameter in
      let type = Parser.name(of: parameter.type, in: language, vocabulary: session.vocabulary)
      return VisibleText.of("-p \(parameter.name.name)=\(type.uppercased())")
    }
    let width = heads.map { DisplayWidth.cells(of: $0) }.max() ?? 0
    var lines = [
      LocalizedText(english: "PARAMETERS OF \(name):", chinese: "\(name) 的参数：")[language]
    ]
    for (parameter, head) in zip(reader.parameters, heads) {
      let gap = String(repeating: " ", count: width - DisplayWidth.cells(of: head) + 2)
      lines.append("  " + head + gap + meaning(of: parameter, session, language))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func meaning(
    of parameter: ParameterSyntax, _ session: Session, _ language: Language
  ) -> String {
    guard let value = parameter.value else {
      return LocalizedText(english: "must be given", chinese: "必须给出")[language]
    }
    let text = QueryText(source: language, vocabulary: session.vocabulary)
      .text(ofArgument: value)
    return LocalizedText(english: "else \(text)", chinese: "默认为 \(text)")[language]
  }
}
