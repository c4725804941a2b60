package import AnwenTypes

/// The different texts of a column; a code is an index into it.
package final class TextDictionary: Sendable {
  package let texts: [TextValue]

  package init(_ texts: [TextValue]) { self.texts = texts }

  /// The place of each code's text in the order of UTF-8 bytes; equal texts share a place.
  ///
  /// - Complexity: O(*n* log *n*), so it is called once per sort and not per comparison.
  package func ranks() -> [UInt32] {
    let codes = texts.indices.sorted { texts[$0] < texts[$1] }
    var ranks = [UInt32](repeating: 0, count: texts.count)
    var rank: UInt32 = 0
    for (place, code) in codes.enumerated() {
      if place > 0, texts[codes[place - 1]] != texts[code] { rank += 1 }
      ranks[code] = rank
    }
    return ranks
  }
}
