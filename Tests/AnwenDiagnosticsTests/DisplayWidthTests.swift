import AnwenDiagnostics
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "one grapheme cluster",
    arguments: [
      ("a", 1), (" ", 1), ("汉", 2), ("、", 2), ("　", 2), ("ａ", 2), ("ｱ", 1),
      ("é", 1), ("e\u{301}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("“", 1), ("…", 1), ("—", 1), ("①", 1), ("℃", 1), ("Ⅳ", 1), ("★", 1), ("─", 1),
      ("👨‍👩‍👧", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("🇨🇳", 2), ("🇨", 1), ("1\u{FE0F}\u{20E3}", 2),
      ("👍🏽", 2), ("🫩", 2), ("葛\u{E0100}", 2), ("\u{20000}", 2),
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{1B}", 0), ("␛", 1), ("‹", 1),
    ] as [(Character, Int)])
  func cluster(character: Character, cells: Int) {
    #expect(DisplayWidth.cells(of: character) == cells)
    #expect(DisplayWidth.cells(of: String(character)) == cells)
  }

  @Test(
    "a text is as wide as its clusters together",
    arguments: [
      ("", 0), ("tasks", 5), ("任务 16", 7), ("（由王小明负责）", 16), ("cafe\u{301} 汉", 7),
      ("汉\u{301}字", 4), ("🇨🇳🇨🇳", 4), ("a\u{301}🇨🇳“汉”", 7),
    ])
  func text(text: String, cells: Int) {
    #expect(DisplayWidth.cells(of: text) == cells)
    #expect(DisplayWidth.cells(of: text[...]) == cells)
  }

  @Test(
    "truncation fills the cells that it is given, and splits no cluster",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("汉字汉字", 8, "汉字汉字"),
      ("汉字汉字", 7, "汉字汉…"), ("汉字汉字", 6, "汉字…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
      ("abc", 1, "…"),
    ])
  func truncation(text: String, limit: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, toCells: limit) == expected)
  }
}
