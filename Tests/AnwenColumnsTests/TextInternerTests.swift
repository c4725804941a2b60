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

  @Test("ranks are by bytes, and equal texts share one")
  func ranks() {
    #expect(TextDictionary(["b", "", "a", "b", "é", "z"]).ranks() == [2, 0, 1, 2, 4, 3])
  }
}

@Suite("Column order")
struct ColumnOrderTests {
  @Test("rows move with their values, missing ones and lists too")
  func reorders() throws {
    let columns: [(DataType, [Value])] = [
      (.int, [.int(1), .missing, .int(3)]),
      (.text, [.text("a"), .text("b"), .missing]),
      (.list(.int), [.list([.int(1), .int(2)]), .list([]), .list([.int(3)])]),
    ]
    for (type, values) in columns {
      var builder = ColumnBuilder(type: type)
      for value in values { try builder.append(value) }
      let column = builder.build().reordered(by: [2, 0, 1])
      #expect((0..<3).map { column[$0] } == [values[2], values[0], values[1]])
    }
  }
}
