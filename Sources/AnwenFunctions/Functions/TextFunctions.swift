import AnwenColumns
import AnwenTypes

/// Functions of texts; characters are counted as a reader sees them.
extension ScalarFunction {
  static let textFunctions = [
    length, lower, upper, trim, left, right, mid, replace, split, join,
  ]

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
    .texts(trimmed))

  // MARK: - Parts

  package static let left = ScalarFunction(
    "left", "左取", help: "the first characters of a text, as many as said",
    examples: [("left(\"消防安全\", 2)", "消防")],
    Signature([.text, .int], gives: .always(.text)),
    .values { row, _ in
      .text(String(characters(row[0]).prefix(count(row[1]))))
    })

  package static let right = ScalarFunction(
    "right", "右取", help: "the last characters of a text, as many as said",
    examples: [("right(\"消防安全\", 2)", "安全")],
    Signature([.text, .int], gives: .always(.text)),
    .values { row, _ in
      .text(String(characters(row[0]).suffix(count(row[1]))))
    })

  package static let mid = ScalarFunction(
    "mid", "截取",
    help: "the characters of a text from a place on, counted from 1, as many as said or all that "
      + "follow",
    examples: [("mid(\"A-017-x\", 3, 3)", "017"), ("mid(\"A-017\", 3)", "017")],
    Signature([.text, .int, .int], optional: 1, gives: .always(.text)),
    .values { row, _ in
      let rest = characters(row[0]).dropFirst(max(0, count(row[1]) - 1))
      return .text(String(row.count > 2 ? rest.prefix(count(row[2])) : rest))
    })

  package static let replace = ScalarFunction(
    "replace", "替换", help: "the text with the third in the place of each second",
    examples: [("replace(\"消防-A-1\", \"-\", \"·\")", "消防·A·1")],
    Signature([.text, .text, .text], gives: .always(.text)),
    .values { row, _ in
      let pieces = pieces(of: characters(row[0]), between: characters(row[1]))
      return .text(pieces.joined(separator: characters(row[2])))
    })

  // MARK: - Lists

  package static let split = ScalarFunction(
    "split", "拆分",
    help: "the parts of a text between each second, as a list; parts without characters are left "
      + "out, and so is white space at the ends of a part",
    examples: [("join(split(\"王芳, 李强\", \",\"))", "王芳、李强")],
    Signature([.text, .text], gives: .always(.list(.text))),
    .values { row, _ in
      let pieces = pieces(of: characters(row[0]), between: characters(row[1])).map(trimmed)
      return .list(pieces.filter { !$0.isEmpty }.map { .text($0) })
    })

  package static let join = ScalarFunction(
    "join", "连接",
    help: "the elements of a list as one text, with 、 between them or with the second argument; "
      + "an empty list gives a missing text",
    examples: [("join(split(\"b a\", \" \"), \" + \")", "b + a")],
    Signature([.list, .text], optional: 1, gives: .always(.text)),
    .values { row, call in
      guard case .list(let elements) = row[0], !elements.isEmpty else { return .missing }
      let type = call.arguments[0].type.element
      let separator = row.count > 1 ? characters(row[1]) : "、"
      return .text(elements.map { machineText($0, type) }.joined(separator: separator))
    })

  // MARK: - Characters

  private static func characters(_ value: Value) -> String {
    if case .text(let text) = value { text.string } else { "" }
  }

  /// As many as no text has where it is more.
  private static func count(_ value: Value) -> Int {
    if case .int(let count) = value { Int(min(max(count, 0), Int64(Int32.max))) } else { 0 }
  }

  /// What stands before, between and behind the places of `separator`, found by UTF-8 bytes; the
  /// whole text where it is empty.
  private static func pieces(of text: String, between separator: String) -> [String] {
    let (bytes, sought) = (Array(text.utf8), Array(separator.utf8))
    if sought.isEmpty { return [text] }
    var pieces: [String] = []
    var (start, place) = (0, 0)
    while place + sought.count <= bytes.count {
      if bytes[place..<place + sought.count].elementsEqual(sought) {
        pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += sought.count
        start = place
      } else {
        place += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  @Sendable static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
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
