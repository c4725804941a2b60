import Glibc

/// The few calls of the C library that the shell needs for files, each returning -1 with `errno`
/// set where it fails.
///
/// SAFETY, for every call below: a `String` is passed as a terminated copy that lives during the
/// call; buffers are passed with their own counts; nothing keeps a pointer.
enum SystemCalls {
  /// What is known of a file: its identity, whether it is a regular one, its size in bytes.
  struct FileStatus: Hashable {
    let device: UInt
    let number: UInt
    let isRegular: Bool
    let byteCount: Int

    fileprivate init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
      isRegular = status.st_mode & S_IFMT == S_IFREG
      byteCount = Int(status.st_size)
    }
  }

  /// Opens a file; one that is created has mode 0600.
  static func open(_ path: String, _ flags: CInt) -> CInt {
    // SAFETY: the string lives, NUL-terminated, as long as the call.
    unsafe Glibc.open(path, flags | O_CLOEXEC, 0o600)
  }

  /// Makes a folder that only its owner may enter.
  static func makeFolder(_ path: String) -> CInt { unsafe mkdir(path, 0o700) }

  /// Removes a file.
  @discardableResult
  static func remove(_ path: String) -> CInt { unsafe unlink(path) }

  /// Gives a file another name, and replaces what had it, in one step.
  @discardableResult
  static func rename(_ old: String, _ new: String) -> CInt { unsafe Glibc.rename(old, new) }

  /// What is known of an open file.
  static func status(of descriptor: CInt) -> FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
  }

  /// What is known of the file that a path leads to, links followed.
  static func status(of path: String) -> FileStatus? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileStatus(status) : nil
  }

  /// The path without links and dots, or nil where it names nothing.
  static func resolved(_ path: String) -> String? {
    // The result is from malloc: it is copied, and freed once.
    unsafe realpath(path, nil).map { resolved in
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
  }

  /// Reads at most 64 KB; an empty result is the end.
  static func read(_ descriptor: CInt) -> ArraySlice<UInt8>? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : bytes[..<count]
  }

  /// Writes bytes from an index on; returns how many were taken.
  static func write(_ descriptor: CInt, _ bytes: [UInt8], from index: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(
        descriptor, buffer.baseAddress?.advanced(by: index), buffer.count - index)
    }
  }

  /// Waits for one of some descriptors; returns for each whether something happened to it.
  ///
  /// - Parameter timeoutMilliseconds: -1 waits for ever.
  @discardableResult
  static func wait(
    for descriptors: [(descriptor: CInt, events: CInt)], timeoutMilliseconds: CInt
  ) -> [Bool] {
    var entries = descriptors.map { entry in
      pollfd(fd: entry.descriptor, events: Int16(entry.events), revents: 0)
    }
    let count = unsafe poll(&entries, nfds_t(entries.count), timeoutMilliseconds)
    return entries.map { count > 0 && $0.revents != 0 }
  }

  /// The system's wording of the error that `errno` tells of.
  static var reason: String { unsafe String(cString: strerror(errno)) }

  /// The value of an environment variable; nothing in this program changes the environment.
  static func environmentVariable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
