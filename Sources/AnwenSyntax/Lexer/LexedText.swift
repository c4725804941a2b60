package import AnwenDiagnostics

/// A source text as the lexer leaves it: one unit for each character that may matter.
///
/// A run of white space and comments is one unit, and so is a quoted text; everything else is one
/// unit a Unicode scalar. Where words begin and end is not decided here: a run without spaces is
/// read as a lattice, and only a complete reading says which words it holds.
package final class LexedText: Sendable {
  package let source: SourceText
  /// The scalars with full-width forms folded to their half-width twins, case kept.
  package let scalars: [UInt32]
  /// The same with ASCII letters in lower case.
  package let folded: [UInt32]
  /// Byte offset of each unit, and of the end.
  package let offsets: [Int]
  /// The contents of quoted texts and names, by unit.
  package let quotations: [Int: String]

  init(
    source: SourceText, scalars: [UInt32], folded: [UInt32], offsets: [Int],
    quotations: [Int: String]
  ) {
    self.source = source
    self.scalars = scalars
    self.folded = folded
    self.offsets = offsets
    self.quotations = quotations
  }

  /// The number of units.
  package var count: Int { scalars.count }

  /// The bytes of a range of units.
  package func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(offsets[start], max(offsets[start], offsets[end]))
  }

  /// The text of a range of units, full-width forms folded.
  package func text(_ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((end - start) * 3)
    for unit in start..<end {
      let value = scalars[unit]
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if value == UnitMark.text || value == UnitMark.name, let quoted = quotations[unit] {
        bytes.append(contentsOf: quoted.utf8)
      } else if let encoded = Unicode.Scalar(value).flatMap(UTF8.encode) {
        bytes.append(contentsOf: encoded)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The units that stand for more than one character.
package enum UnitMark {
  package static let space: UInt32 = 0x20
  /// White space that holds the end of a line.
  package static let newLine: UInt32 = 0x0a
  /// White space that holds an empty line.
  package static let emptyLine: UInt32 = 0x0c
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
}
