import AnwenData
import AnwenTestSupport
import Glibc
import Testing

/// The tables at the end of a chapter that say what stands in the code.
enum ChapterTables {
  /// Holds all that stands from the first `###` of a chapter on against what the code says.
  ///
  /// Set `ANWEN_REWRITE_GOLDENS` to write it anew.
  static func expect(_ tables: String, in chapter: String) throws {
    let path = "Sources/Anwen/Anwen.docc/\(chapter).md"
    let text = try packageFile(path)
    let head = text.split(separator: "\n", omittingEmptySubsequences: false).prefix {
      !$0.hasPrefix("### ")
    }
    let expected = head.map { $0 + "\n" }.joined() + tables
    if unsafe getenv("ANWEN_REWRITE_GOLDENS") != nil {
      try AtomicFileWriter.write(expected.utf8Span.span, to: packagePath(path), overwriting: true)
    }
    #expect(try packageFile(path) == expected)
  }
}
