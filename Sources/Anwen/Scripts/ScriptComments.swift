import AnwenDiagnostics
import AnwenSyntax

/// A comment of a script.
struct ScriptComment {
  /// With the sign at its head, without white space at its end.
  let text: String
  /// Its bytes.
  let range: Range<Int>

  /// The comments of a text, in order. They stand in white space alone, so a sign in quotes is none.
  static func all(in text: LexedText) -> [ScriptComment] {
    let bytes = Array(text.source.text.utf8)
    var comments: [ScriptComment] = []
    for unit in 0..<text.count where UnitClass.isSpace(text.scalars[unit]) {
      var offset = text.offsets[unit]
      let end = text.offsets[unit + 1]
      while offset < end {
        guard let width = signWidth(bytes, at: offset) else {
          offset += 1
          continue
        }
        var last = offset + width
        while last < end, bytes[last] != UInt8(ascii: "\n") { last += 1 }
        let content = String(decoding: bytes[(offset + width)..<last], as: UTF8.self)
        comments.append(
          ScriptComment(text: "#" + content.withoutTrailingSpace, range: offset..<last))
        offset = last
      }
    }
    return comments
  }

  /// The bytes of `#` or its full-width form, if one stands here.
  private static func signWidth(_ bytes: [UInt8], at offset: Int) -> Int? {
    if bytes[offset] == UInt8(ascii: "#") { return 1 }
    let isWide =
      offset + 2 < bytes.count && Array(bytes[offset...(offset + 2)]) == [0xef, 0xbc, 0x83]
    return isWide ? 3 : nil
  }
}

extension String {
  var withoutTrailingSpace: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end])
  }
}
