import Glibc

/// Reads the repository that this file belongs to.
enum RepositoryReader {
  /// What is made by building and is in no commit.
  private static func isIgnored(_ name: String) -> Bool {
    name == ".git" || name == ".swiftpm" || name == "Package.resolved" || name.hasPrefix(".build")
  }

  /// A larger file is data, and no rule reads it.
  private static let byteLimit = 4 << 20

  /// Reads every file below the root; what is no UTF-8 counts as empty.
  static func read() throws(ReadingError) -> SourceTree {
    var files: [String: String] = [:]
    try read(directory: "", into: &files)
    return SourceTree(files: files)
  }

  /// The folder two above the one that holds this file.
  private static var root: String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }

  private static func read(
    directory: String, into files: inout [String: String]
  ) throws(ReadingError) {
    for name in try names(in: directory) where !isIgnored(name) {
      let path = directory.isEmpty ? name : directory + "/" + name
      var information = stat()
      guard unsafe lstat(root + "/" + path, &information) == 0 else {
        throw ReadingError(path: path)
      }
      switch information.st_mode & S_IFMT {
      case S_IFDIR: try read(directory: path, into: &files)
      case S_IFREG: files[path] = try text(of: path, byteCount: Int(information.st_size))
      default: files[path] = ""
      }
    }
  }

  private static func names(in directory: String) throws(ReadingError) -> [String] {
    guard let stream = unsafe opendir(root + "/" + directory) else {
      throw ReadingError(path: directory)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // SAFETY: readdir ends the name with a NUL inside its array, and keeps the entry until the
      // next call.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func text(of path: String, byteCount: Int) throws(ReadingError) -> String {
    guard byteCount <= byteLimit else { return "" }
    let file = unsafe open(root + "/" + path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ReadingError(path: path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // SAFETY: the count is that of the array.
      let count = unsafe Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw ReadingError(path: path) }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return String(validating: bytes, as: UTF8.self) ?? ""
  }

  /// A file or folder of the repository cannot be read.
  struct ReadingError: Error {
    let path: String
  }
}
