import Glibc

/// Reads whole files.
package enum FileReader {
  /// The largest file that is read: one gigabyte.
  package static let byteLimit = 1 << 30

  /// The bytes of a regular file.
  ///
  /// A file that changes meanwhile is an error, so the bytes are one consistent version of it.
  package static func read(
    _ path: String, byteLimit: Int = FileReader.byteLimit
  ) throws(DataError) -> [UInt8] {
    if path.utf8.contains(0) { throw DataError(.unsafeName, file: path) }
    // Without O_NONBLOCK opening a named pipe would wait for a writer.
    let descriptor = SystemCall.open(path, O_RDONLY | O_NONBLOCK)
    if descriptor < 0 { throw DataError(.cannotOpen(SystemError(errno)), file: path) }
    defer { close(descriptor) }

    let before = try status(of: descriptor, path: path)
    if before.st_mode & S_IFMT == S_IFDIR { throw DataError(.isDirectory, file: path) }
    if before.st_mode & S_IFMT != S_IFREG { throw DataError(.notRegularFile, file: path) }
    let byteCount = Int(before.st_size)
    if byteCount > byteLimit {
      throw DataError(.tooLarge(byteCount: byteCount, limit: byteLimit), file: path)
    }
    // One byte more than the file has, to see it grow.
    var bytes = [UInt8](repeating: 0, count: byteCount + 1)
    let readCount = try fill(&bytes, from: descriptor, path: path)
    let after = try status(of: descriptor, path: path)
    if readCount != byteCount || after.st_size != before.st_size
      || after.st_mtim.tv_sec != before.st_mtim.tv_sec
      || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec
    {
      throw DataError(.changedWhileRead, file: path)
    }
    bytes.removeLast()
    return bytes
  }

  private static func status(of descriptor: Int32, path: String) throws(DataError) -> stat {
    var status = stat()
    // SAFETY: the structure outlives the call, which fills it.
    if unsafe fstat(descriptor, &status) != 0 {
      throw DataError(.cannotRead(SystemError(errno)), file: path)
    }
    return status
  }

  /// Reads until the buffer is full or the file ends; returns how many bytes it read.
  private static func fill(
    _ bytes: inout [UInt8], from descriptor: Int32, path: String
  ) throws(DataError) -> Int {
    var filled = 0
    while filled < bytes.count {
      let capacity = bytes.count - filled
      // SAFETY: the pointer is `filled` bytes into a buffer that has `capacity` more.
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress! + filled, capacity)
      }
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw DataError(.cannotRead(SystemError(errno)), file: path)
      }
    }
    return filled
  }
}
