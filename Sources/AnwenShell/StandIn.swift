/// Returns what is shown in place of a character that must not reach a terminal as it is, or nil
/// where the character may be sent.
///
/// Control characters become `^X`, a tab four blanks; formatting characters (bidirectional
/// overrides, joiners, separators) and marks without a base become their number, `<202E>`.
/// The characters of a stand-in are drawn one by one, so it may be broken at the window's edge.
package func standIn(for character: Character) -> String? {
  if let ascii = character.asciiValue {
    switch ascii {
    case 0x20...0x7E: return nil
    case 0x09: return "    "
    case 0x7F: return "^?"
    case _ where character == "\r\n": return "^M^J"
    default: return "^" + String(Unicode.Scalar(ascii ^ 0x40))
    }
  }
  let scalars = character.unicodeScalars
  if scalars.count == 1, let scalar = scalars.first {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return number(of: scalar)
    default: break
    }
  }
  guard cellWidth(character) == 0 else { return nil }
  return scalars.map(number).joined()
}

/// Returns a text in which nothing acts on a terminal.
package func visible(_ text: some StringProtocol) -> String {
  text.reduce(into: "") { result, character in
    if let shown = standIn(for: character) { result += shown } else { result.append(character) }
  }
}

/// Returns the columns that a text takes on the screen, stand-ins included.
package func shownWidth(of text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + (standIn(for: $1).map { cellWidth(of: $0) } ?? cellWidth($1)) }
}

/// Returns a scalar's number in angle brackets, with at least four hexadecimal digits.
private func number(of scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
