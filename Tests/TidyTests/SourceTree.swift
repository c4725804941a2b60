/// The files of a repository, or of one that a test makes up: text by path.
struct SourceTree {
  /// The text of each file by its path from the root, with `/` between the parts.
  let files: [String: String]

  /// The paths in the order of their bytes, so that every report has the same order.
  var paths: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The paths that end in one of `extensions`, given without the dot.
  func paths(withExtension extensions: String...) -> [String] {
    paths.filter { path in extensions.contains { path.hasSuffix("." + $0) } }
  }

  subscript(path: String) -> String { files[path] ?? "" }
}

/// A place where the repository breaks one of its own rules.
struct Violation: Hashable, CustomStringConvertible {
  let path: String
  /// Counted from 1; nil where the whole file is meant.
  let line: Int?
  let message: String

  init(_ path: String, line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + message }
}
