import Glibc

/// Reads from and writes to open files, such as the standard streams.
package enum Descriptor {
  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - name: how errors name the stream.
  ///   - byteLimit: more than this is refused.
  package static func read(
    _ descriptor: Int32, name: String, byteLimit: Int
  ) throws(DataError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        // SAFETY: the buffer is the array's own storage and lives through the call.
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw DataError(.cannotRead(SystemError(errno)), file: name)
      }
      bytes += piece[..<count]
      guard bytes.count <= byteLimit else {
        throw DataError(.tooLarge(byteCount: bytes.count, limit: byteLimit), file: name)
      }
    }
  }

  /// Writes all bytes; false where the reader of a pipe has left.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(DataError) -> Bool {
    // The signal would end the process without a word; the error says what happened.
    signal(SIGPIPE, SIG_IGN)
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { buffer in
        // SAFETY: the buffer is the slice's own storage and lives through the call.
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        start += count
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw DataError(.cannotWrite(SystemError(errno)), file: name)
      }
    }
    return true
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  package static let standardInput: Int32 = STDIN_FILENO
  package static let standardOutput: Int32 = STDOUT_FILENO
  package static let standardError: Int32 = STDERR_FILENO
}
