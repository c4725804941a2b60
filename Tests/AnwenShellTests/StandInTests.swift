import AnwenShell
import Testing

@Suite("Stand-ins for what a terminal must not get")
struct StandInTests {
  @Test(
    "made visible",
    arguments: [
      ("plain 中文 👨‍👩‍👧 e\u{301} ❤️", "plain 中文 👨‍👩‍👧 e\u{301} ❤️"),
      ("\u{00}\u{1B}\u{7F}", "␀␛␡"),
      ("\r\n", "␍␊"), ("a\tb", "a    b"),
      ("\u{85}\u{9B}", "‹U+0085›‹U+009B›"),
      ("\u{202E}\u{2066}\u{200B}\u{FEFF}", "‹U+202E›‹U+2066›‹U+200B›‹U+FEFF›"),
      ("\u{2028}\u{2029}", "‹U+2028›‹U+2029›"),
      ("\u{301}", "‹U+0301›"),
      ("\u{E0001}", "‹U+E0001›"),
    ])
  func shown(text: String, expected: String) {
    #expect(visible(text) == expected)
    #expect(shownWidth(of: text) == cellWidth(of: expected))
  }

  @Test(
    "widths",
    arguments: [
      ("a", 1), ("中", 2), ("，", 2), ("é", 1), ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2),
      ("ｱ", 1), ("한", 2), ("\u{20000}", 2), ("│", 1),
    ])
  func width(text: Character, expected: Int) {
    #expect(cellWidth(text) == expected)
  }
}
