import Glibc

/// A file that a test needs is not there.
package struct MissingFile: Error {
  package let path: String
}

/// Where a file or folder of the package lies on this machine, by its path from the package's root.
package func packagePath(_ path: String) -> String {
  let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return here.dropLast(3).joined(separator: "/") + "/" + path
}

/// The text of a file of the package, by its path from the package's root.
package func packageFile(_ path: String) throws(MissingFile) -> String {
  String(decoding: try fileBytes(packagePath(path)), as: UTF8.self)
}

/// The bytes of a file.
package func fileBytes(_ path: String) throws(MissingFile) -> [UInt8] {
  // SAFETY: the stream is used only between its opening, which is checked, and its closing.
  guard let file = unsafe fopen(path, "re") else { throw MissingFile(path: path) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var byte = unsafe getc(file)
  while byte != EOF {
    bytes.append(UInt8(truncatingIfNeeded: byte))
    byte = unsafe getc(file)
  }
  return bytes
}

/// Writes a file of a test, over whatever is there.
package func writeFile(_ bytes: some Sequence<UInt8>, to path: String) throws(MissingFile) {
  // SAFETY: the stream is used only between its opening, which is checked, and its closing.
  guard let file = unsafe fopen(path, "we") else { throw MissingFile(path: path) }
  for byte in bytes { unsafe putc(Int32(byte), file) }
  guard unsafe fclose(file) == 0 else { throw MissingFile(path: path) }
}
