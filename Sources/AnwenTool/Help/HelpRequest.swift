import Anwen
import AnwenDiagnostics
import ArgumentParser

/// `anwen help [TOPIC]`, where the topic is no command.
enum HelpRequest {
  /// Whether the words ask for something that the command line's own help does not know.
  static func isAbout(_ arguments: [String], commands: [String]) -> Bool {
    guard arguments.first == "help", !arguments.dropFirst().contains(where: { $0.hasPrefix("-") })
    else { return false }
    return arguments.count == 1 || !commands.contains(arguments[1])
  }

  static func answer(_ arguments: [String]) throws {
    let topics = HelpTopics()
    let topic = arguments.dropFirst().joined(separator: " ")
    guard !topic.isEmpty else { return try StandardOutput.write(topics.overview) }
    let sections = topics.sections(about: topic)
    if sections.isEmpty { throw unknown(topic, among: topics) }
    try StandardOutput.write(sections.map(\.text).joined(separator: "\n"))
  }

  private static func unknown(_ topic: String, among topics: HelpTopics) -> SessionError {
    let isChinese = topic.utf8.contains { $0 >= 0x80 }
    return SessionError(
      [
        Diagnostic(
          HelpProblem(topic: topic, suggestions: topics.suggestions(for: topic)),
          at: SourceRange(0, topic.utf8.count))
      ], in: SourceText(topic), language: isChinese ? .chinese : .english, status: .invalidQuery)
  }
}

/// A topic that the guide does not have.
private struct HelpProblem: Problem {
  let topic: String
  let suggestions: [String]

  var code: String { "E1320" }

  var message: LocalizedText {
    LocalizedText(
      english: "there is no help about “\(topic)”; anwen help lists the topics",
      chinese: "没有关于“\(topic)”的帮助；anwen help 列出所有主题")
  }
}
