/// The units that stand for more than one character.
package enum UnitMark {
  package static let space: UInt32 = 0x20
  /// White space that holds the end of a line.
  static let newLine: UInt32 = 0x0a
  /// White space that holds an empty line.
  static let emptyLine: UInt32 = 0x0c
  /// A text in quotes.
  package static let text: UInt32 = 0xfffc
  /// A name in backticks.
  package static let name: UInt32 = 0xfffb
}

/// Classes of units.
package enum UnitClass {
  package static func isSpace(_ unit: UInt32) -> Bool {
    unit == UnitMark.space || unit == UnitMark.newLine || unit == UnitMark.emptyLine
  }

  package static func isDigit(_ unit: UInt32) -> Bool { (0x30...0x39).contains(unit) }

  /// An ASCII letter, digit or underscore: a word of these is never split.
  package static func isLatin(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
    default: false
    }
  }

  /// Whether the unit may stand inside a word.
  package static func isWord(_ unit: UInt32) -> Bool {
    if unit < 0x80 { return isLatin(unit) }
    guard let scalar = Unicode.Scalar(unit) else { return false }
    if unit == UnitMark.text || unit == UnitMark.name { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      return true
    default: return unit == 0xb7 || unit == 0x2027
    }
  }

  /// Whether a word boundary at a place would cut a run of Latin letters and digits in two.
  package static func cutsLatin(_ units: [UInt32], at position: Int) -> Bool {
    guard position > 0, position < units.count else { return false }
    return isLatin(units[position - 1]) && isLatin(units[position])
  }

  /// The place behind a word that stands at a place of a folded text, and nil where it does not;
  /// any white space of the text equals a space of the word.
  static func end(
    of word: some Sequence<UInt32>, in units: [UInt32], at start: Int, limit: Int
  ) -> Int? {
    var end = start
    for unit in word {
      guard end < limit else { return nil }
      let isEqual = unit == UnitMark.space ? isSpace(units[end]) : unit == units[end]
      guard isEqual else { return nil }
      end += 1
    }
    return end
  }
}
