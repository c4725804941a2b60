import Glibc

/// The history on disk, which several sessions may share.
///
/// Nothing is ever written over in place: a save reads what other sessions have written since,
/// adds its own, writes a new file of mode 0600 beside the old one, syncs it and renames it.
package struct HistoryFile: Sendable {
  package let path: String

  private static let sizeLimit = 64 << 20

  package init(path: String) {
    self.path = path
  }

  /// Reads the statements; a file that does not exist holds none.
  ///
  /// - Returns: the statements of the readable lines, and the problem of the others, if any.
  package func load() throws(HistoryProblem) -> (entries: [String], damage: HistoryProblem?) {
    guard let descriptor = try openExisting() else { return ([], nil) }
    defer { close(descriptor) }
    let (entries, brokenLineCount) = HistoryEncoding.entries(try read(descriptor))
    guard brokenLineCount > 0 else { return (entries, nil) }
    let damage = HistoryProblem.broken(
      path: path, lineCount: brokenLineCount, setAsideAs: path + ".damaged")
    return (entries, damage)
  }

  /// Adds statements to the file, creating it and its folders where they do not exist.
  package func save(adding statements: [String]) throws(HistoryProblem) {
    try createFolders()
    // Where the path is a link, the file is replaced and not the link.
    let target = SystemCalls.resolved(path) ?? path
    let lock = FileLock(path: target)
    defer { lock?.release() }
    let (entries, damage) = try load()
    let contents = HistoryEncoding.file(HistoryStore.merged(entries, with: statements))
    let temporary = "\(target).\(getpid()).tmp"
    try write(contents, to: temporary)
    if damage != nil { SystemCalls.rename(target, target + ".damaged") }
    guard SystemCalls.rename(temporary, target) == 0 else {
      let problem = failure
      SystemCalls.remove(temporary)
      throw problem
    }
  }

  /// Makes the folders of the path that do not exist, each for its owner alone.
  private func createFolders() throws(HistoryProblem) {
    for index in path.indices.dropFirst() where path[index] == "/" {
      let folder = String(path[..<index])
      guard SystemCalls.makeFolder(folder) == 0 || SystemCalls.status(of: folder) != nil else {
        throw failure
      }
    }
  }

  /// Opens the file for reading, or returns nil where there is none.
  private func openExisting() throws(HistoryProblem) -> CInt? {
    let descriptor = SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure
    }
    guard let status = SystemCalls.status(of: descriptor), status.isRegular else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    guard status.byteCount <= Self.sizeLimit else {
      close(descriptor)
      throw .tooLarge(path: path)
    }
    return descriptor
  }

  /// Reads a file to its end, as far as the limit allows.
  private func read(_ descriptor: CInt) throws(HistoryProblem) -> [UInt8] {
    var contents: [UInt8] = []
    while contents.count <= Self.sizeLimit {
      if let piece = SystemCalls.read(descriptor) {
        if piece.isEmpty { return contents }
        contents += piece
      } else if errno != EINTR {
        throw failure
      }
    }
    throw .tooLarge(path: path)
  }

  /// Writes a new file that only its owner may read, from its first byte on, and syncs it.
  private func write(_ contents: [UInt8], to temporary: String) throws(HistoryProblem) {
    SystemCalls.remove(temporary)
    let descriptor = SystemCalls.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    guard descriptor >= 0 else { throw failure }
    var written = 0
    while written < contents.count {
      let count = SystemCalls.write(descriptor, contents, from: written)
      if count > 0 { written += count } else if errno != EINTR { break }
    }
    let isSynced = written == contents.count && fsync(descriptor) == 0
    let problem = failure
    guard close(descriptor) == 0, isSynced else {
      SystemCalls.remove(temporary)
      throw problem
    }
  }

  /// The problem that `errno` tells of.
  private var failure: HistoryProblem { .failed(path: path, reason: SystemCalls.reason) }
}
