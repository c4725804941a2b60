/// UTF-8 bytes as they come from a file.
enum UTF8Text {
  /// Why bytes are not UTF-8, or nil if they are.
  ///
  /// Says so if they would read as GB18030, the usual other encoding of a Chinese table.
  static func problem(in bytes: Span<UInt8>) -> EncodingProblem? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      let isGB18030 = (try? GB18030.decode(bytes)) != nil
      return .invalidUTF8(byteOffset: error.byteOffsets.lowerBound, isGB18030: isGB18030)
    }
  }

  /// The text of bytes that have been validated; anything else is repaired.
  static func string(_ bytes: Span<UInt8>) -> String {
    guard let text = try? UTF8Span(validating: bytes) else { return repaired(bytes) }
    return String(copying: text)
  }

  /// The length of a byte-order mark at the start: 3 or 0.
  static func markLength(in bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? 3 : 0
  }

  /// A cell's text for a message, cut after 60 bytes at a character's end.
  static func excerpt(_ bytes: Span<UInt8>) -> String {
    let limit = 60
    if bytes.count <= limit { return string(bytes) }
    var end = limit
    // A continuation byte begins no character.
    while end > 0, bytes[end] & 0xc0 == 0x80 { end -= 1 }
    return string(bytes.extracting(0..<end)) + "…"
  }

  private static func repaired(_ bytes: Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }
}
