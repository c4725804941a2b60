/// One of the two languages in which a query may be written and an answer given.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// A wording in both languages.
public struct LocalizedText: Hashable, Sendable {
  public let english: String
  public let chinese: String

  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
