import Glibc

/// The Chinese national encoding, by the C library's `iconv`.
enum GB18030 {
  /// The UTF-8 bytes of a GB18030 text.
  static func decode(_ bytes: Span<UInt8>) throws(EncodingProblem) -> [UInt8] {
    // SAFETY: both names are NUL-terminated literals; the handle is closed on every way out.
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    // `iconv_open` fails with a pointer of all ones, not with nil.
    guard let converter = unsafe converter, Int(bitPattern: converter) != -1 else {
      throw .noConverter(SystemError(errno))
    }
    defer { unsafe _ = iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    if let offset = unsafe convert(bytes, with: converter, into: &output) {
      throw .invalidGB18030(byteOffset: offset)
    }
    return output
  }

  /// Converts piece by piece; gives the offset of the first bad byte, or nil if there is none.
  private static func convert(
    _ bytes: Span<UInt8>, with converter: iconv_t, into output: inout [UInt8]
  ) -> Int? {
    var piece = [CChar](repeating: 0, count: 64 * 1024)
    // SAFETY: `iconv` reads `inputLeft` bytes from `input` and writes at most `outputLeft` bytes
    // to `target`; both begin as the counts of live buffers, and it keeps them in step. It never
    // writes through `input`, although its type says that it may.
    return unsafe bytes.withUnsafeBufferPointer { source -> Int? in
      guard let base = source.baseAddress else { return nil }
      var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: base)
        .assumingMemoryBound(to: CChar.self)
      var inputLeft = source.count
      while inputLeft > 0 {
        let (status, written, reason) = unsafe piece.withUnsafeMutableBufferPointer {
          piece -> (Int, Int, Int32) in
          var target = piece.baseAddress
          var outputLeft = piece.count
          let status = unsafe iconv(converter, &input, &inputLeft, &target, &outputLeft)
          return (status, piece.count - outputLeft, errno)
        }
        output.append(contentsOf: piece[..<written].lazy.map(UInt8.init(bitPattern:)))
        if status == -1, reason != E2BIG { return source.count - inputLeft }
      }
      return nil
    }
  }
}
