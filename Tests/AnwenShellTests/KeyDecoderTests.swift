import AnwenShell
import Testing

@Suite("Key decoder")
struct KeyDecoderTests {
  static let inputs: [(bytes: [UInt8], keys: [Key])] = [
    (Array("a中👍".utf8), [.scalar("a"), .scalar("中"), .scalar("👍")]),
    (Array("\u{01}\r".utf8), [.scalar("\u{01}"), .scalar("\r")]),
    (Array("\r\n\n".utf8), [.scalar("\r"), .scalar("\n")]),
    (
      Array("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[1;3D".utf8),
      functions(.up, .down, .wordRight, .wordLeft)
    ),
    (Array("\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[Z".utf8), functions(.home, .end, .delete, .backTab)),
    (Array("\u{1B}\r\u{1B}\n\u{1B}[13;2u".utf8), functions(.lineBreak, .lineBreak, .lineBreak)),
    (Array("\u{1B}b\u{1B}\u{7F}".utf8), [.meta("b"), .meta("\u{7F}")]),
    (Array("\u{1B}\u{1B}[A".utf8), [.escape, .function(.up)]),
    (Array("\u{1B}中".utf8), [.escape, .scalar("中")]),
    // Keys of no use here leave no trace: F5, F1 of two kinds, a mouse report's start.
    (Array("\u{1B}[15~a\u{1B}OPb\u{1B}[[Ac\u{1B}[<0;1;1Md".utf8), scalars("abcd")),
    // A broken sequence ends at the byte that does not belong to it.
    (Array("\u{1B}[1\u{1B}[Aa".utf8), [.function(.up), .scalar("a")]),
    (
      Array("\u{1B}[200~一\r二\r\n三\n\u{1B}[A\u{1B}[201~z".utf8),
      [.paste("一\n二\n三\n\u{1B}[A"), .scalar("z")]
    ),
    (Array("\u{1B}[200~\u{1B}[201~".utf8), [.paste("")]),
    // Overlong, surrogate, too large, lone bytes: one replacement for each maximal broken part.
    ([0xC0, 0xAF], replaced(2)), ([0xE0, 0x80, 0x80], replaced(3)),
    ([0xED, 0xA0, 0x80], replaced(3)), ([0xF4, 0x90, 0x80, 0x80], replaced(4)),
    ([0xE4, 0xB8, 0x61], replaced(1) + [.scalar("a")]),
    ([0xFF, 0x62], replaced(1) + [.scalar("b")]),
  ]

  /// Some function keys.
  static func functions(_ keys: FunctionKey...) -> [Key] { keys.map(Key.function) }
  /// The keys of a text.
  static func scalars(_ text: String) -> [Key] { text.unicodeScalars.map(Key.scalar) }
  /// Some replacement characters.
  static func replaced(_ count: Int) -> [Key] {
    Array(repeating: .scalar("\u{FFFD}"), count: count)
  }

  @Test("keys, whole, byte by byte, and cut at every place", arguments: inputs)
  func keys(bytes: [UInt8], keys: [Key]) {
    #expect(decode([bytes]) == keys)
    #expect(decode(bytes.map { [$0] }) == keys)
    for cut in bytes.indices {
      #expect(decode([Array(bytes[..<cut]), Array(bytes[cut...])]) == keys)
    }
  }

  /// Returns the keys of bytes that arrive in pieces.
  private func decode(_ pieces: [[UInt8]]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for piece in pieces {
      decoder.append(piece)
      while let key = decoder.next() { keys.append(key) }
    }
    return keys
  }

  @Test func loneEscapeWaitsUntilItIsResolved() {
    var decoder = KeyDecoder()
    decoder.append([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.awaitsEscape)
    #expect(decoder.resolveEscape() == .escape)
    #expect(!decoder.awaitsEscape)
    #expect(decoder.resolveEscape() == nil)
    decoder.append(Array("[A".utf8))
    #expect(decoder.next() == .scalar("["))
  }

  @Test func typeAheadCanBeDropped() {
    var decoder = KeyDecoder()
    decoder.append(Array("abc".utf8))
    #expect(decoder.next() == .scalar("a"))
    decoder.discard()
    #expect(decoder.next() == nil)
  }

  @Test func endlessSequenceIsDropped() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[".utf8) + Array(repeating: 0x31, count: 10_000))
    while decoder.next() != nil {}
    decoder.append(Array("a".utf8))
    #expect(decoder.next() == .scalar("a"))
  }
}
