import Glibc

/// Folders on disk.
package enum Folder {
  /// The path of a file or folder without links, `.` and `..`; nil where there is none.
  package static func realPath(_ path: String) -> String? {
    if path.utf8.contains(0) { return nil }
    // SAFETY: the string lives through the call; what it gives ends with a NUL and is freed once.
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes a folder where there is none.
  package static func make(_ path: String) throws(DataError) {
    if path.isEmpty || path.utf8.contains(0) { throw DataError(.unsafeName, file: path) }
    // SAFETY: the string lives through the call.
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST {
      throw DataError(.cannotWrite(SystemError(errno)), file: path)
    }
  }
}

extension Folder {
  /// The names of the files in a folder that end so, in the order of their bytes.
  package static func files(in path: String, endingIn suffix: String) throws(DataError) -> [String]
  {
    if path.isEmpty || path.utf8.contains(0) { throw DataError(.unsafeName, file: path) }
    // SAFETY: the string lives through the call; the handle is closed on every way out.
    guard let folder = unsafe opendir(path) else {
      throw DataError(.cannotOpen(SystemError(errno)), file: path)
    }
    defer { unsafe _ = closedir(folder) }
    var names: [String] = []
    // SAFETY: the entry is valid until the next call, and its name ends in a NUL.
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.utf8.count > suffix.utf8.count, name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
