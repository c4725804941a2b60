import Glibc

/// A file of the package that a test needs is not there.
package struct MissingPackageFile: Error {
  package let path: String
}

/// The text of a file of the package, by its path from the package's root.
package func packageFile(_ path: String) throws(MissingPackageFile) -> String {
  let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  let root = here.dropLast(3).joined(separator: "/")
  // SAFETY: the stream is used only between its opening, which is checked, and its closing.
  guard let file = unsafe fopen(root + "/" + path, "r") else {
    throw MissingPackageFile(path: path)
  }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var byte = unsafe getc(file)
  while byte != EOF {
    bytes.append(UInt8(truncatingIfNeeded: byte))
    byte = unsafe getc(file)
  }
  return String(decoding: bytes, as: UTF8.self)
}
