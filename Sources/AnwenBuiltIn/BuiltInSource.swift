package import AnwenData
import CBuiltInFiles

/// The data set that lies inside the program: the 2024 plan, its model and a sample ledger.
package struct BuiltInSource: DataSource {
  /// The names of the files, the model first.
  package static var fileNames: [String] {
    (0..<anwen_built_in_file_count()).map { index in
      // SAFETY: the index is less than the count, so the name is a NUL-terminated constant.
      unsafe String(cString: anwen_built_in_file(index).name)
    }
  }

  package init() {}

  package func withBytes<Result>(
    of file: String, _ body: (Span<UInt8>) throws(DataError) -> Result
  ) throws(DataError) -> Result {
    let names = Self.fileNames
    guard let index = names.firstIndex(of: file) else {
      throw DataError(noFile: file, among: names)
    }
    let entry = unsafe anwen_built_in_file(index)
    // SAFETY: the entry's bytes are a constant array of `count` bytes, which is never freed.
    let bytes = unsafe UnsafeBufferPointer(start: entry.bytes, count: entry.count)
    return try body(unsafe bytes.span)
  }

  package func path(of file: String) -> String { file }
}
