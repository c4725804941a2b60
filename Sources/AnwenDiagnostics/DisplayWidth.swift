/// The number of terminal cells that a text takes.
///
/// The same on every machine: it asks no locale and no libc. A grapheme cluster is as wide as the
/// widest of its scalars; a flag, and whatever a variation selector turns into an emoji, takes two
/// cells. Ambiguous characters (`“`, `…`, `①`) take one, combining marks and controls none; a text
/// that goes to a terminal has passed ``VisibleText`` first, which leaves no controls.
package enum DisplayWidth {
  /// The cells of a text.
  package static func cells(of text: some StringProtocol) -> Int {
    var total = 0
    for scalar in text.unicodeScalars {
      guard let width = simpleWidth(of: scalar) else {
        return text.reduce(0) { $0 + cells(of: $1) }
      }
      total += width
    }
    return total
  }

  /// The cells of one grapheme cluster: 0, 1 or 2.
  package static func cells(of character: Character) -> Int {
    var widest = 0
    var flagLetters = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      if (0x1F1E6...0x1F1FF).contains(scalar.value) { flagLetters += 1 }
      widest = max(widest, cells(of: scalar))
    }
    return flagLetters >= 2 ? 2 : widest
  }

  /// The longest beginning of a text that fits into `cells`, with `…` in its last cell where
  /// something had to go.
  package static func truncated(_ text: String, toCells limit: Int) -> String {
    if cells(of: text) <= limit { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += cells(of: character)
      if used > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The width of a scalar that forms a cluster of its own beside its likes, or nil.
  ///
  /// This keeps grapheme breaking away from the usual text: printable ASCII, Han, and the
  /// punctuation that goes with it.
  private static func simpleWidth(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: 2
    default: nil
    }
  }

  private static func cells(of scalar: Unicode.Scalar) -> Int {
    if let width = simpleWidth(of: scalar) { return width }
    if contains(zeroRanges, scalar.value) { return 0 }
    return contains(wideRanges, scalar.value) ? 2 : 1
  }

  /// Whether `value` lies in one of the ranges, which are sorted pairs of first and last.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else if value < ranges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
