/// A half-open range of UTF-8 byte offsets in a source text.
package struct SourceRange: Hashable, Sendable {
  package let start: Int
  package let end: Int

  /// - Precondition: `start <= end`.
  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a source range ends before it starts")
    self.start = start
    self.end = end
  }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}
