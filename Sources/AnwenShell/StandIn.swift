import AnwenDiagnostics

/// Returns what is shown in place of a character that must not reach a terminal as it is, or nil
/// where the character may be sent.
///
/// What is hidden looks as everywhere else, see ``VisibleText``; only a tab, which people type, is
/// four blanks. The characters of a stand-in are drawn one by one, so it may be broken at the
/// window's edge.
package func standIn(for character: Character) -> String? {
  if character == "\t" { return "    " }
  let shown = VisibleText.of(character)
  return shown.unicodeScalars.elementsEqual(character.unicodeScalars) ? nil : shown
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
