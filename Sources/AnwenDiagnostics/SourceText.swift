/// A text that is read, with the name under which it is reported.
package struct SourceText: Hashable, Sendable {
  /// The file's path as it was given, or nil for a query typed by hand.
  package let name: String?
  package let text: String

  package init(_ text: String, name: String? = nil) {
    self.text = text
    self.name = name
  }

  /// The text of a byte range; offsets inside a character are rounded down.
  package func slice(_ range: SourceRange) -> String {
    let utf8 = text.utf8
    let limit = utf8.count
    let start = utf8.index(utf8.startIndex, offsetBy: min(range.start, limit))
    let end = utf8.index(utf8.startIndex, offsetBy: min(range.end, limit))
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
