import AnwenData
import AnwenTypes
import Testing

@Suite("Encodings")
struct EncodingTests {
  private static let columns = [
    ColumnDefinition(name: "name", header: "名", type: .text),
    ColumnDefinition(name: "b", type: .text),
  ]
  /// `名,b` and a row `张三,x` in GB18030.
  private static let table: [UInt8] =
    [0xc3, 0xfb] + Array(",b\n".utf8) + [0xd5, 0xc5, 0xc8, 0xfd] + Array(",x\n".utf8)

  @Test func gb18030IsConverted() throws {
    let table = try readTable(Self.table, columns: Self.columns, encoding: .gb18030)
    #expect(try values(table, "name") == [.text("张三")])
  }

  @Test func gb18030OfFourBytesIsConverted() throws {
    // 𠀀 (U+20000) is 95 32 82 36.
    let bytes = Array("b\n".utf8) + [0x95, 0x32, 0x82, 0x36, 0x0a]
    let table = try readTable(
      bytes, columns: [ColumnDefinition(name: "b", type: .text)], encoding: .gb18030)
    #expect(try values(table, "b") == [.text("𠀀")])
  }

  @Test func aLongGB18030TextIsConvertedInPieces() throws {
    let bytes = Array("b\n".utf8) + [[UInt8]](repeating: [0xd5, 0xc5], count: 100_000).joined()
    let table = try readTable(
      bytes, columns: [ColumnDefinition(name: "b", type: .text)], encoding: .gb18030)
    #expect(try values(table, "b") == [.text(String(repeating: "张", count: 100_000))])
  }

  @Test func gb18030ReadAsUTF8SaysSo() {
    let error = dataError { () throws(DataError) in
      try readTable(Self.table, columns: Self.columns)
    }
    #expect(error?.kind == .encoding(.invalidUTF8(byteOffset: 0, isGB18030: true)))
    #expect(error?.message.english.contains("encoding gb18030") == true)
  }

  @Test(
    "a bad byte is reported with its offset, row and column",
    arguments: [
      (TextEncoding.utf8, Array("a,b\n1,".utf8) + [0xff], 6, 2, 2),
      (.utf8, Array("a,b\n1,xy".utf8) + [0xc3], 8, 2, 2),
      (.utf8, Array("a,b\n\"1\n\",".utf8) + [0xed, 0xa0, 0x80], 9, 2, 2),
      (.utf8, Array("a,b\n1,2\n".utf8) + [0xff], 8, 3, 1),
      (.utf8, [0xff], 0, 1, 1),
      (.utf8, [0xef, 0xbb, 0xbf, 0xff], 3, 1, 1),
      (.gb18030, Array("a,b\n1,".utf8) + [0xd5, 0xc5, 0xff], 8, 2, 2),
      (.gb18030, Array("a,b\n1,2\n3,".utf8) + [0xd5], 10, 3, 2),
      (.gb18030, Array("a,b\n1,".utf8) + [0xd5, 0xc5, 0x00], 8, 2, 2),
    ] as [(TextEncoding, [UInt8], Int, Int, Int)])
  func badByte(encoding: TextEncoding, bytes: [UInt8], offset: Int, row: Int, column: Int) {
    let error = dataError { () throws(DataError) in
      try readTable(
        bytes, columns: [ColumnDefinition(name: "a", type: .text)], encoding: encoding)
    }
    guard case .encoding(let problem) = error?.kind else {
      Issue.record("an error of the encoding was expected, not \(String(describing: error))")
      return
    }
    #expect(problem.byteOffset == offset)
    #expect(error?.place == place(row: row, column: column, header: nil))
  }

  @Test func aModelIsReadAsText() throws {
    let source = MemorySource(["model.anw": [0xef, 0xbb, 0xbf] + Array("# 模型\n".utf8)])
    let text = try source.text(of: "model.anw")
    #expect(text.text == "# 模型\n")
    #expect(text.name == "model.anw")
  }

  @Test(
    "a model that is no text is refused",
    arguments: [([0x23, 0xff], "E0411"), ([0x23, 0], "E0414")])
  func badModel(bytes: [UInt8], code: String) {
    let error = #expect(throws: DataError.self) {
      try MemorySource(["model.anw": bytes]).text(of: "model.anw")
    }
    #expect(error?.code == code)
  }
}
