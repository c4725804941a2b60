import Glibc

/// Folders on disk.
package enum Folder {
  /// Makes a folder where there is none.
  package static func make(_ path: String) throws(DataError) {
    if path.isEmpty || path.utf8.contains(0) { throw DataError(.unsafeName, file: path) }
    // SAFETY: the string lives through the call.
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST {
      throw DataError(.cannotWrite(SystemError(errno)), file: path)
    }
  }
}
