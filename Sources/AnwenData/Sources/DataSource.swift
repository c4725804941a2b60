package import AnwenDiagnostics

/// A place that holds files by name: a folder, memory, or the program itself.
package protocol DataSource: Sendable {
  /// Gives the bytes of a file, which are valid while `body` runs; no copy where none is needed.
  func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result

  /// How errors name a file.
  func path(of file: String) -> String
}

extension DataSource {
  /// The UTF-8 text of a file, such as the model; a byte-order mark at its start is skipped.
  package func text(of file: String) throws(DataError) -> SourceText {
    let path = path(of: file)
    let text = try withBytes(of: file) { (bytes) throws(DataError) in
      let place = DataError.Place(file: path)
      if let problem = UTF8Text.problem(in: bytes) {
        throw DataError(.encoding(problem), at: place)
      }
      for offset in bytes.indices where bytes[offset] == 0 {
        throw DataError(.encoding(.nulByte(byteOffset: offset)), at: place)
      }
      return UTF8Text.string(bytes.extracting(UTF8Text.markLength(in: bytes)..<bytes.count))
    }
    return SourceText(text, name: path)
  }
}

/// Files in memory, by name.
package struct MemorySource: DataSource {
  private let files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]]) { self.files = files }

  package func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result {
    guard let bytes = files[file] else {
      throw DataError(noFile: file, among: files.keys.sorted())
    }
    return try body(bytes.span)
  }

  package func path(of file: String) -> String { file }
}
