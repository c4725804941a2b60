import AnwenColumns
import AnwenTypes

/// Functions of texts; characters are counted as a reader sees them.
extension ScalarFunction {
  static let textFunctions = [length, lower, upper, trim]

  package static let length = ScalarFunction(
    "length", "长度", help: "how many characters a text has",
    examples: [("length(\"消防 A1\")", "5")],
    Signature([.text], gives: .always(.int)), .intOfText { $0.count })

  package static let lower = ScalarFunction(
    "lower", "小写", help: "the text in lower case", examples: [("lower(\"CAD图\")", "cad图")],
    Signature([.text], gives: .always(.text)), .texts { $0.lowercased() })

  package static let upper = ScalarFunction(
    "upper", "大写", help: "the text in upper case", examples: [("upper(\"cad图\")", "CAD图")],
    Signature([.text], gives: .always(.text)), .texts { $0.uppercased() })

  package static let trim = ScalarFunction(
    "trim", "去空格", help: "the text without white space at its ends",
    examples: [("trim(\"  消防 队 \")", "消防 队")],
    Signature([.text], gives: .always(.text)),
    .texts { text in
      let start = text.drop { $0.isWhitespace }
      guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
      return String(start[...last])
    })
}

/// What the conditions `contains`, `starts with`, `ends with` and `matches` mean, the first three by
/// UTF-8 bytes.
extension ScalarFunction {
  package static let contains = search("contains") { $0.occurs(in: $1) }
  package static let startsWith = search("startsWith") { $0.begins($1) }
  package static let endsWith = search("endsWith") { $0.ends($1) }

  /// Whether a regular expression, a literal text, matches somewhere in a text.
  package static let matches = ScalarFunction(
    id: "matches", Signature([.text, .text], gives: .always(.bool)),
    .kernel(
      KernelMaker { call in
        guard case .text(let text) = call.arguments[1].literal,
          let pattern = try? RegularExpression(text.string)
        else { preconditionFailure("a pattern is a literal, which the binder has read") }
        return LiteralSearchKernel { pattern.occurs(in: $0.string) }
      }))

  private static func search(
    _ id: String, _ finds: @escaping @Sendable (TextPattern, TextValue) -> Bool
  ) -> ScalarFunction {
    ScalarFunction(
      id: id, Signature([.text, .text], gives: .always(.bool)),
      .kernel(
        KernelMaker { call in
          guard case .text(let text) = call.arguments[1].literal else {
            return TextSearchKernel(finds: finds)
          }
          let pattern = TextPattern(text)
          return LiteralSearchKernel { finds(pattern, $0) }
        }))
  }
}
