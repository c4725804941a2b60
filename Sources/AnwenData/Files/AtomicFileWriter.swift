import Glibc

/// Writes files so that a path holds the whole new content or what it held before, never a part.
package enum AtomicFileWriter {
  /// Writes to a temporary name in the same folder, syncs, and moves the file to its name.
  ///
  /// A file that exists is replaced only if `overwriting`, and keeps its mode. Symbolic links,
  /// folders and devices are never replaced.
  package static func write(
    _ bytes: Span<UInt8>, to path: String, overwriting: Bool = false
  ) throws(DataError) {
    if path.isEmpty || path.utf8.contains(0) { throw DataError(.unsafeName, file: path) }
    let mode = try existingMode(of: path)
    if mode != nil, !overwriting { throw DataError(.alreadyExists, file: path) }

    let (temporary, descriptor) = try openTemporary(beside: path)
    do throws(DataError) {
      do throws(DataError) {
        if let mode, fchmod(descriptor, mode & 0o7777) != 0 { throw writeError(path) }
        try writeAll(bytes, to: descriptor, path: path)
        if fsync(descriptor) != 0 { throw writeError(path) }
      } catch {
        close(descriptor)
        throw error
      }
      if close(descriptor) != 0 { throw writeError(path) }
      try move(temporary, to: path, overwriting: overwriting)
    } catch {
      SystemCall.unlink(temporary)
      throw error
    }
    syncFolder(of: path)
  }

  /// The mode of the file that the path leads to, or nil if there is none.
  private static func existingMode(of path: String) throws(DataError) -> mode_t? {
    var status = stat()
    // SAFETY: the structure outlives the call, which fills it.
    if unsafe lstat(path, &status) != 0 {
      if errno == ENOENT { return nil }
      throw writeError(path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_mode
    case S_IFDIR: throw DataError(.isDirectory, file: path)
    default: throw DataError(.notRegularFile, file: path)
    }
  }

  /// Opens a new file in the folder of `path`, for its user and by his mask.
  private static func openTemporary(
    beside path: String
  ) throws(DataError) -> (path: String, descriptor: Int32) {
    let prefix = folder(of: path) + ".anwen-\(getpid())-"
    for attempt in 0..<1000 {
      let temporary = "\(prefix)\(attempt).tmp"
      let descriptor = SystemCall.open(
        temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      if descriptor >= 0 { return (temporary, descriptor) }
      if errno != EEXIST { throw writeError(path) }
    }
    throw writeError(path)
  }

  private static func writeAll(
    _ bytes: Span<UInt8>, to descriptor: Int32, path: String
  ) throws(DataError) {
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written..<bytes.count)
      // SAFETY: the buffer is the rest of the span, read during the call only.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw writeError(path)
      }
    }
  }

  /// Gives the file its name. A link, unlike a move, fails where the name has come into being.
  private static func move(
    _ temporary: String, to path: String, overwriting: Bool
  ) throws(DataError) {
    if !overwriting {
      if SystemCall.link(temporary, path) == 0 {
        SystemCall.unlink(temporary)
        return
      }
      if errno == EEXIST { throw DataError(.alreadyExists, file: path) }
      // Some file systems have no hard links; there the check made before has to do.
    }
    if SystemCall.rename(temporary, path) != 0 { throw writeError(path) }
  }

  /// Makes the new name lasting. A failure is passed over: the content is safe already, and some
  /// file systems cannot sync a folder.
  private static func syncFolder(of path: String) {
    let folder = folder(of: path)
    let descriptor = SystemCall.open(
      folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The path up to and with its last slash; empty for a name in the current folder.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  private static func writeError(_ path: String) -> DataError {
    DataError(.cannotWrite(SystemError(errno)), file: path)
  }
}
