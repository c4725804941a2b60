package import AnwenDiagnostics

/// Where a node stands. All are equal, so that two trees are equal when they say the same.
package struct SyntaxRange: Hashable, Sendable {
  package let range: SourceRange

  package init(_ range: SourceRange) { self.range = range }

  package static func == (left: SyntaxRange, right: SyntaxRange) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}

extension SyntaxRange: CustomStringConvertible {
  /// Nothing: equal trees have equal descriptions, too.
  package var description: String { "" }
}
