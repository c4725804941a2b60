package import AnwenDiagnostics

/// Why a file's bytes are no text. Offsets count bytes of the file, from 0.
package enum EncodingProblem: Error, Hashable, Sendable {
  /// `isGB18030` says that the whole file would read as GB18030.
  case invalidUTF8(byteOffset: Int, isGB18030: Bool)
  case invalidGB18030(byteOffset: Int)
  case noConverter(SystemError)
  /// A NUL is never the end of a text, and no text holds one.
  case nulByte(byteOffset: Int)

  package var code: String {
    switch self {
    case .invalidUTF8: "E0411"
    case .invalidGB18030: "E0412"
    case .noConverter: "E0413"
    case .nulByte: "E0414"
    }
  }

  package var reason: LocalizedText {
    switch self {
    case .invalidUTF8(let offset, let isGB18030):
      LocalizedText(
        english: "the byte at offset \(offset) is not valid UTF-8"
          + (isGB18030 ? "; the file reads as GB18030: declare `encoding gb18030`" : ""),
        chinese: "偏移 \(offset) 处的字节不是有效的 UTF-8"
          + (isGB18030 ? "；文件可按 GB18030 读取：请声明 `encoding gb18030`" : ""))
    case .invalidGB18030(let offset):
      LocalizedText(
        english: "the byte at offset \(offset) is not valid GB18030",
        chinese: "偏移 \(offset) 处的字节不是有效的 GB18030")
    case .noConverter(let error):
      LocalizedText(
        english: "this system cannot convert GB18030: \(error.message.english)",
        chinese: "本机无法转换 GB18030：\(error.message.chinese)")
    case .nulByte(let offset):
      LocalizedText(
        english: "the byte at offset \(offset) is a NUL",
        chinese: "偏移 \(offset) 处的字节是空字符（NUL）")
    }
  }
}

extension EncodingProblem {
  /// Where the bad byte lies, if it is about one.
  package var byteOffset: Int? {
    switch self {
    case .invalidUTF8(let offset, _), .invalidGB18030(let offset), .nulByte(let offset): offset
    case .noConverter: nil
    }
  }
}
