/// Returns the columns that one character takes on the terminal: 0, 1 or 2.
///
/// This is the only place of the shell that knows a width.
package func cellWidth(_ character: Character) -> Int {
  if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
  let scalars = character.unicodeScalars
  if scalars.count > 1, scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
  return scalars.reduce(0) { max($0, scalarWidth($1)) }
}

/// Returns the columns that a text takes when it is written without a break.
package func cellWidth(of text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + cellWidth($1) }
}

/// Returns the columns of one scalar, after Unicode's East Asian Width (UAX #11) in broad ranges.
private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
    return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F1E6...0x1F1FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD:
    return 2
  case 0x1160...0x11FF: return 0
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
