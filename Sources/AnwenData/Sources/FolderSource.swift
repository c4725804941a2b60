/// A folder on disk.
package struct FolderSource: DataSource {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  package func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result {
    guard Self.staysInside(file) else { throw DataError(.unsafeName, file: path(of: file)) }
    let bytes = try FileReader.read(path(of: file))
    return try body(bytes.span)
  }

  package func path(of file: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + file : "\(folder)/\(file)"
  }

  /// Whether a name from a model leads to a file below the folder.
  private static func staysInside(_ file: String) -> Bool {
    let parts = file.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual("..".utf8) && !part.contains(0)
    }
  }
}
