import AnwenDiagnostics

/// How a period stands to what is required of it, in words, in order.
package struct StandingWords: Sendable {
  /// The name in machine formats.
  package let name: String
  package let english: String
  package let chinese: String

  package static let all = [
    StandingWords(name: "met", english: "met", chinese: "达标"),
    StandingWords(name: "missed", english: "missed", chinese: "未达标"),
    StandingWords(name: "in_progress", english: "in progress", chinese: "进行中"),
    StandingWords(name: "upcoming", english: "upcoming", chinese: "未到"),
    StandingWords(name: "not_applicable", english: "not applicable", chinese: "不适用"),
  ]

  /// The words of a value that is one of them.
  static func of(_ value: ValueSyntax) -> StandingWords? {
    guard value.type == .enumeration(typeName) else { return nil }
    return all.first { $0.name == value.key }
  }

  func text(in language: Language) -> String { language == .english ? english : chinese }

  /// The name of the type that has these values; no name of a model begins so.
  package static let typeName = "_status"
}
