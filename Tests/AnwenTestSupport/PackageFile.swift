import Glibc

/// A file of the package that a test needs is not there.
package struct MissingPackageFile: Error {
  package let path: String
}

/// Where a file or folder of the package lies on this machine, by its path from the package's root.
package func packagePath(_ path: String) -> String {
  let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return here.dropLast(3).joined(separator: "/") + "/" + path
}

/// The text of a file of the package, by its path from the package's root.
package func packageFile(_ path: String) throws(MissingPackageFile) -> String {
  // SAFETY: the stream is used only between its opening, which is checked, and its closing.
  guard let file = unsafe fopen(packagePath(path), "r") else {
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
