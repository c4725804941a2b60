package import AnwenDiagnostics

/// Why the rows of a table cannot be told apart by their keys.
package enum KeyProblem: Hashable, Sendable {
  case missing
  /// The key of this row stands in an earlier one.
  case repeated(key: String, firstRow: Int)
  /// The type of the key column has no order that keys may have.
  case unorderedType

  package var code: String {
    switch self {
    case .missing: "E0450"
    case .repeated: "E0451"
    case .unorderedType: "E0452"
    }
  }

  package var reason: LocalizedText {
    switch self {
    case .missing: LocalizedText(english: "the key is empty", chinese: "主键为空")
    case .repeated(let key, let firstRow):
      LocalizedText(
        english: "the key '\(key)' stands in row \(firstRow) already",
        chinese: "主键“\(key)”已在第\(firstRow)行出现过")
    case .unorderedType:
      LocalizedText(
        english: "a key is an integer, a text, a date, an enumeration or a reference",
        chinese: "主键只能是整数、文本、日期、枚举或引用")
    }
  }
}
