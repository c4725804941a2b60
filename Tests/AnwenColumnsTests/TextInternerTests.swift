import AnwenColumns
import AnwenTypes
import Testing

@Suite("Text interner and dictionary")
struct TextInternerTests {
  @Test("codes follow first appearance, also while the table grows")
  func codes() {
    var interner = TextInterner()
    let texts = (0..<1000).map { "点位\($0)" }
    for _ in 0..<2 {
      for (code, text) in texts.enumerated() {
        #expect(interner.intern(text.utf8Span.span) == UInt32(code))
      }
    }
    #expect(interner.count == 1000)
    #expect(interner.code(of: "点位999".utf8Span.span) == 999)
    #expect(interner.code(of: "点位1000".utf8Span.span) == nil)
    #expect(interner.dictionary().texts.map(\.string) == texts)
  }
}
