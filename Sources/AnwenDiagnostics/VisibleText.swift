/// Text made fit for a terminal: the one place where characters that cannot be seen get a shape.
///
/// Whatever comes from data, from a query or from a file name passes here before it is shown, so
/// that no escape sequence acts, no line breaks inside a cell and nothing reads backwards.
/// C0 controls and DEL become their control pictures (`␛`, `␊`, `␉`), every other control,
/// bidirectional mark, line separator or invisible character its number: `‹U+202E›`. What shapes
/// a visible character stays: combining marks after their base, one variation selector after its
/// base, a zero-width joiner between emoji, the tags of a regional flag. A mark that has no base
/// becomes its number as well: it would be drawn over whatever stands before the text.
package enum VisibleText {
  /// The text with everything in it made visible; the text itself where nothing is hidden.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) || text.first.map(lacksBase) == true
    else { return text }
    var shown = ""
    for character in text { append(character, to: &shown) }
    return shown
  }

  /// One grapheme cluster, made visible.
  package static func of(_ character: Character) -> String {
    guard character.unicodeScalars.contains(where: isHidden) || lacksBase(character)
    else { return String(character) }
    var shown = ""
    append(character, to: &shown)
    return shown
  }

  private static func append(_ character: Character, to shown: inout String) {
    let scalars = Array(character.unicodeScalars)
    if lacksBase(character) {
      for scalar in scalars { shown += picture(of: scalar) }
      return
    }
    for (place, scalar) in scalars.enumerated() {
      if isHidden(scalar), !hasEffect(scalars, at: place) {
        shown += picture(of: scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a cluster is made of marks alone. Only the first of a text or of a line can be, since
  /// any other mark belongs to the character before it.
  private static func lacksBase(_ character: Character) -> Bool {
    !character.isASCII && DisplayWidth.cells(of: character) == 0
  }

  /// Whether a scalar has no shape of its own: Unicode's controls, format characters and
  /// separators of lines, and what it names default-ignorable, without the Arabic signs that
  /// enclose a number, which are seen.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x4E00...0x9FFF: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
      0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether a hidden scalar shapes the visible character that it is part of.
  private static func hasEffect(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place > 0 else { return false }
    let previous = scalars[place - 1]
    switch scalars[place].value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      return !isHidden(previous)
    case 0x200D:
      guard place + 1 < scalars.count else { return false }
      return isEmojiPart(previous) && isEmojiPart(scalars[place + 1])
    case 0xE0020...0xE007F:
      return scalars[0].value == 0x1F3F4
    default:
      return false
    }
  }

  private static func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (scalar.value > 0xFF && scalar.properties.isEmoji)
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00...0x1F:
      return String(Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{2426}"))
    case 0x7F:
      return "\u{2421}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "›"
    }
  }
}
