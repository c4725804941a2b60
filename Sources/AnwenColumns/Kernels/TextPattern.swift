package import AnwenTypes

/// A text to look for in others, by UTF-8 bytes.
///
/// It is found in one pass over each text, whatever the two look like (Knuth, Morris, Pratt).
package struct TextPattern {
  private let bytes: [UInt8]
  /// For each length of a matched beginning, the longest shorter beginning that also ends there.
  private let fallbacks: [Int]

  package init(_ text: TextValue) {
    let bytes = Array(text.string.utf8)
    var fallbacks = [0, 0]
    var matched = 0
    for byte in bytes.dropFirst() {
      while matched > 0, bytes[matched] != byte { matched = fallbacks[matched] }
      if bytes[matched] == byte { matched += 1 }
      fallbacks.append(matched)
    }
    self.bytes = bytes
    self.fallbacks = fallbacks
  }

  /// Whether the pattern stands anywhere in a text; an empty one does.
  package func occurs(in text: TextValue) -> Bool {
    if bytes.isEmpty { return true }
    var matched = 0
    for byte in text.string.utf8 {
      while matched > 0, bytes[matched] != byte { matched = fallbacks[matched] }
      if bytes[matched] == byte { matched += 1 }
      if matched == bytes.count { return true }
    }
    return false
  }

  /// Whether a text begins with the pattern.
  package func begins(_ text: TextValue) -> Bool { text.string.utf8.starts(with: bytes) }

  /// Whether a text ends with the pattern.
  package func ends(_ text: TextValue) -> Bool {
    text.string.utf8.reversed().starts(with: bytes.reversed())
  }
}
