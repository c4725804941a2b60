package import AnwenDiagnostics

/// What is wrong with a text before names have a meaning.
package enum SyntaxProblem: Problem, Hashable {
  /// A quoted text has no closing quote on its line.
  ///
  /// Example: `tasks where title contains "消防`
  case unclosedQuote(String)

  /// A control character stands in the text.
  case controlCharacter(UInt32)

  package var code: String {
    switch self {
    case .unclosedQuote: "E0101"
    case .controlCharacter: "E0102"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .unclosedQuote(let quote):
      LocalizedText(
        english: "the text that begins with \(quote) here has no closing quote",
        chinese: "这里以 \(quote) 开始的文本没有结束引号")
    case .controlCharacter(let scalar):
      LocalizedText(
        english: "a control character (U+\(SyntaxProblem.hex(scalar))) stands here",
        chinese: "这里有控制字符（U+\(SyntaxProblem.hex(scalar))）")
    }
  }

  private static func hex(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
