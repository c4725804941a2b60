package import AnwenDiagnostics

/// A place that holds files by name: a folder, memory, or the program itself.
package protocol DataSource: Sendable {
  /// Gives the bytes of a file, which are valid while `body` runs; no copy where none is needed.
  func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result

  /// How errors name a file.
  func path(of file: String) -> String

  /// How the bytes of a file make a text, where the model declares an encoding.
  func encoding(of file: String, declared: TextEncoding) -> TextEncoding

  /// The rows of a table that takes the place of a file, or nil where there is a file.
  func values(of file: String) -> ValueTable?
}

extension DataSource {
  package func encoding(of file: String, declared: TextEncoding) -> TextEncoding { declared }

  package func values(of file: String) -> ValueTable? { nil }
}

extension DataSource {
  /// The UTF-8 text of a file, such as the model; a byte-order mark at its start is skipped.
  package func text(of file: String) throws(DataError) -> SourceText {
    let path = path(of: file)
    let text = try withBytes(of: file) { (bytes) throws(DataError) in
      let place = DataError.Place(file: path)
      if let problem = UTF8Text.problem(in: bytes) {
        // Only tables may be in another encoding: for this file no declaration would help.
        let offset = problem.byteOffset ?? 0
        throw DataError(
          .encoding(.invalidUTF8(byteOffset: offset, isGB18030: false)), at: place)
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
  /// What stands for a file.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A text that has no encoding any more, whatever the model declares.
    case text(String)
    case values(ValueTable)
  }

  private let files: [String: Content]

  package init(_ files: [String: Content]) { self.files = files }

  package init(_ files: [String: [UInt8]]) { self.init(files.mapValues { .bytes($0) }) }

  package func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result {
    switch files[file] {
    case .bytes(let bytes): return try body(bytes.span)
    case .text(let text): return try body(text.utf8Span.span)
    case .values, nil:
      throw DataError(noFile: file, among: files.keys.filter { $0 != file }.sorted())
    }
  }

  package func path(of file: String) -> String { file }

  package func encoding(of file: String, declared: TextEncoding) -> TextEncoding {
    if case .text = files[file] { .utf8 } else { declared }
  }

  package func values(of file: String) -> ValueTable? {
    if case .values(let table) = files[file] { table } else { nil }
  }
}
