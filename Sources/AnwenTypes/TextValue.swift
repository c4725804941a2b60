/// A text that compares and hashes by its UTF-8 bytes.
///
/// Swift's `String` holds composed and decomposed forms for equal; no other engine does, and an
/// answer must not depend on the engine.
public struct TextValue: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  public let string: String

  public init(_ string: String) { self.string = string }
  public init(stringLiteral value: String) { string = value }

  public static func == (left: TextValue, right: TextValue) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  public static func < (left: TextValue, right: TextValue) -> Bool {
    let (left, right) = (left.string.utf8.span, right.string.utf8.span)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }

  public func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
    hasher.combine(0xff as UInt8)
  }
}

extension TextValue {
  /// Whether no text stands twice in a list.
  package static func areDifferent(_ texts: [TextValue]) -> Bool {
    let ordered = texts.sorted()
    return zip(ordered, ordered.dropFirst()).allSatisfy { $0 != $1 }
  }
}

extension TextValue: CustomStringConvertible {
  public var description: String { string }
}
