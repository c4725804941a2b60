import CBuiltInFiles

/// The chapters of the guide, which lie inside the program.
package enum GuideChapters {
  /// The names of the chapters' files without their ending, and what stands in them.
  package static let all: [(name: String, text: String)] = (0..<anwen_guide_count()).map { index in
    // SAFETY: the index is less than the count, so the name is a NUL-terminated constant and the
    // bytes are a constant array of `count` bytes.
    let entry = unsafe anwen_guide(index)
    let bytes = unsafe UnsafeBufferPointer(start: entry.bytes, count: entry.count)
    return (unsafe String(cString: entry.name), unsafe String(decoding: bytes, as: UTF8.self))
  }
}
