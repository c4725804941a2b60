import AnwenDiagnostics
import Testing

@Suite("Visible text")
struct VisibleTextTests {
  @Test(
    "what cannot be seen gets a shape",
    arguments: [
      ("\u{1B}[31mred", "␛[31mred"), ("a\r\nb", "a␍␊b"), ("a\tb", "a␉b"), ("\0", "␀"),
      ("\u{7F}", "␡"), ("\u{85}", "‹U+0085›"), ("\u{9B}2J", "‹U+009B›2J"),
      ("a\u{2028}b\u{2029}", "a‹U+2028›b‹U+2029›"),
      ("\u{202E}txt.exe", "‹U+202E›txt.exe"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
      ("\u{200E}\u{200F}\u{61C}", "‹U+200E›‹U+200F›‹U+061C›"),
      ("汉\u{200B}字", "汉‹U+200B›字"), ("\u{FEFF}汉", "‹U+FEFF›汉"), ("a\u{200D}b", "a‹U+200D›b"),
      ("x\u{AD}y", "x‹U+00AD›y"), ("\u{E0041}", "‹U+E0041›"), ("\u{FE0F}", "‹U+FE0F›"),
      ("a\u{E0100}\u{E0101}", "a\u{E0100}‹U+E0101›"), ("\u{3164}", "‹U+3164›"),
      ("\u{301}\u{302}x", "‹U+0301›‹U+0302›x"), ("a\n\u{301}", "a␊‹U+0301›"),
    ])
  func hidden(text: String, expected: String) {
    let shown = VisibleText.of(text)
    #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(VisibleText.of(shown) == shown)
  }

  @Test(
    "what shapes a visible character stays",
    arguments: [
      "任务 16、“王小明”", "cafe\u{301}", "👨‍👩‍👧", "❤\u{FE0F}\u{200D}🔥", "🇨🇳", "1\u{FE0F}\u{20E3}", "👍🏽",
      "葛\u{E0100}", "🏴\u{E0067}\u{E0062}\u{E007F}", "\u{600}12", "",
    ])
  func visible(text: String) {
    #expect(Array(VisibleText.of(text).utf8) == Array(text.utf8))
  }

  @Test func everyControlIsMadeVisible() {
    for value in Array(UInt32(0)...0x1F) + Array(0x7F...0x9F) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = VisibleText.of("a" + String(Character(scalar)) + "b")
      #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(shown.count >= 3)
    }
  }
}
