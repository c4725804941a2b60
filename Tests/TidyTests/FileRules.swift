/// What every file has to keep, whatever it says.
enum FileRules {
  private static let lineLimit = 600
  private static let topLevel: Set<Substring> = [
    "Package.swift", "Sources", "Tests", "Grammar", "Examples", "README.md",
  ]
  /// Where unsafe code may stand; tests are free.
  private static let unsafeTargets: Set<String> = [
    "AnwenColumns", "AnwenData", "AnwenShell", "AnwenBuiltIn", "AnwenTool",
  ]

  /// Every place where a rule about files is broken.
  static func violations(in tree: SourceTree) -> [Violation] {
    names(tree) + lengths(tree) + tabs(tree) + marks(tree) + machinePaths(tree)
      + problemCodes(tree) + explainedCodes(tree) + unsafeCode(tree)
  }

  /// The top level holds what the architecture names, and no two paths differ in case only.
  static func names(_ tree: SourceTree) -> [Violation] {
    var violations: [Violation] = []
    var spellings: [String: String] = [:]
    for path in tree.paths {
      let top = path.prefix { $0 != "/" }
      if !topLevel.contains(top), !top.hasPrefix(".") {
        violations.append(Violation(path, "the top level has no place for it"))
      }
      if let other = spellings.updateValue(path, forKey: path.lowercased()) {
        violations.append(Violation(path, "differs from \(other) in case only"))
      }
    }
    return violations
  }

  /// No file of code is longer than 600 lines, but a table that is marked as generated.
  static func lengths(_ tree: SourceTree) -> [Violation] {
    tree.paths(withExtension: "swift", "c", "h").compactMap { path in
      let text = tree[path]
      let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
      guard count > lineLimit, !text.hasPrefix("// Generated") else { return nil }
      return Violation(path, "\(count) lines are more than \(lineLimit)")
    }
  }

  /// Tabs stand in no file that people write.
  static func tabs(_ tree: SourceTree) -> [Violation] {
    let paths = tree.paths(
      withExtension: "swift", "c", "h", "md", "anw", "anwtest", "ebnf", "modulemap")
    return paths.flatMap { path in
      lines(of: tree[path]) { $0.utf8.contains(UInt8(ascii: "\t")) }
        .map { Violation(path, line: $0, "a tab") }
    }
  }

  /// Nothing is left for later: the two usual marks are spelt in halves here, as this file is
  /// looked at too.
  static func marks(_ tree: SourceTree) -> [Violation] {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    return tree.paths(withExtension: "swift", "c", "h", "md", "anw", "ebnf").flatMap { path in
      marks.flatMap { mark in
        lines(of: tree[path]) { $0.contains(mark) }
          .map { Violation(path, line: $0, "work that is left for later") }
      }
    }
  }

  /// No path of the machine on which a file was written.
  static func machinePaths(_ tree: SourceTree) -> [Violation] {
    let anywhere = ["/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/"]
    return tree.paths.flatMap { path in
      let isProduct = path.hasPrefix("Sources/") && path.hasSuffix(".swift")
      let roots = anywhere + (isProduct ? ["/tm" + "p/"] : [])
      return lines(of: tree[path]) { line in roots.contains { line.contains($0) } }
        .map { Violation(path, line: $0, "a path of one machine") }
    }
  }

  /// Each code of a problem stands once only in the sources.
  static func problemCodes(_ tree: SourceTree) -> [Violation] {
    var places: [Substring: String] = [:]
    var violations: [Violation] = []
    for path in tree.paths(withExtension: "swift") where path.hasPrefix("Sources/") {
      let lines = SwiftCode(tree[path], keepingStrings: true).lines
      for (index, line) in lines.enumerated() {
        for literal in line.split(separator: "\"") where isProblemCode(literal) {
          if let other = places[literal] {
            violations.append(
              Violation(path, line: index + 1, "\(literal) is used at \(other) already"))
          } else {
            places[literal] = "\(path):\(index + 1)"
          }
        }
      }
    }
    return violations
  }

  /// The chapter on errors has a section for each code of the sources, and for no other.
  static func explainedCodes(_ tree: SourceTree) -> [Violation] {
    let chapter = "Sources/Anwen/Anwen.docc/Errors.md"
    guard tree.paths.contains(chapter) else { return [] }
    let sections = tree[chapter].split(separator: "\n").filter { $0.hasPrefix("### ") }
      .map { $0.dropFirst(4) }
    let codes = Set(
      tree.paths(withExtension: "swift").filter { $0.hasPrefix("Sources/") }.flatMap { path in
        SwiftCode(tree[path], keepingStrings: true).lines.flatMap { line in
          line.split(separator: "\"").filter { isProblemCode($0) }.map(String.init)
        }
      })
    let missing = codes.subtracting(sections.map(String.init)).sorted()
      .map { Violation(chapter, "\($0) has no section") }
    let stale = sections.filter { !codes.contains(String($0)) }
      .map { Violation(chapter, "no problem has the code \($0)") }
    return missing + stale
  }

  /// `unsafe` stands only in the targets that may use it, and says why it is sound.
  static func unsafeCode(_ tree: SourceTree) -> [Violation] {
    let manifest = PackageManifest(tree["Package.swift"])
    return tree.paths(withExtension: "swift").flatMap { path -> [Violation] in
      guard path.hasPrefix("Sources/") else { return [] }
      let lines = SwiftCode(tree[path]).lines(withWord: "unsafe")
      guard let first = lines.first else { return [] }
      if let target = manifest.target(holding: path), unsafeTargets.contains(target.name) {
        let isExplained = tree[path].contains("// SAFETY:")
        return isExplained ? [] : [Violation(path, line: first, "unsafe without a SAFETY line")]
      }
      return lines.map { Violation(path, line: $0, "unsafe code in a target that has none") }
    }
  }

  private static func isProblemCode(_ text: Substring) -> Bool {
    text.utf8.count == 5 && text.hasPrefix("E")
      && text.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The numbers, from 1, of the lines that fulfil a condition.
  private static func lines(of text: String, where condition: (Substring) -> Bool) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { condition($0.element) }.map { $0.offset + 1 }
  }
}
