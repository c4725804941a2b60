/// One bit per row: set where the row holds a value.
///
/// Row *r* is bit `r % 64` of word `r / 64`. Bits at and beyond `count` are zero, so that equal
/// masks have equal words and a kernel may count or combine whole words.
package struct ValidityMask: Hashable, Sendable {
  package let count: Int
  package let words: [UInt64]

  package init(_ bits: [Bool]) {
    var builder = Builder()
    for bit in bits { builder.append(bit) }
    self = builder.build()
  }

  /// Takes whole words; bits beyond `count` are cleared.
  ///
  /// - Precondition: there is exactly one word for every 64 rows begun.
  package init(words: [UInt64], count: Int) {
    precondition(count >= 0 && words.count == Self.wordCount(for: count), "64 rows fill a word")
    var words = words
    if count % 64 != 0 { words[words.count - 1] &= Self.lowBits(count % 64) }
    self.words = words
    self.count = count
  }

  /// - Precondition: `row` is less than `count`.
  package subscript(row: Int) -> Bool {
    precondition(row >= 0 && row < count, "no such row")
    return words[row / 64] & (1 << UInt64(row % 64)) != 0
  }

  private static func wordCount(for rowCount: Int) -> Int {
    rowCount / 64 + (rowCount % 64).signum()
  }

  /// A word whose lowest `count` bits are set; `count` is less than 64.
  private static func lowBits(_ count: Int) -> UInt64 { (1 << UInt64(count)) - 1 }
}

extension ValidityMask {
  /// Makes a mask row by row.
  package struct Builder {
    package private(set) var count: Int
    private var words: [UInt64]

    /// Begins with `validRowCount` rows that all hold a value.
    package init(validRowCount: Int = 0) {
      count = validRowCount
      words = [UInt64](repeating: .max, count: validRowCount / 64)
      if validRowCount % 64 != 0 { words.append(lowBits(validRowCount % 64)) }
    }

    package mutating func append(_ isValid: Bool) {
      if count % 64 == 0 { words.append(0) }
      if isValid { words[count / 64] |= 1 << UInt64(count % 64) }
      count += 1
    }

    package func build() -> ValidityMask { ValidityMask(words: words, count: count) }
  }
}
