/// A Swift file, in which comments, and texts if so wished, are blanked out: what is left is code,
/// on the lines where it stood.
///
/// It knows nested block comments, multi-line and raw strings. An interpolation counts as text up
/// to the first quote in it, which is enough for lines that begin with `import`.
struct SwiftCode {
  let text: String

  init(_ source: String, keepingStrings: Bool = false) {
    var blanker = Blanker(bytes: Array(source.utf8), keepsStrings: keepingStrings)
    blanker.run()
    text = String(decoding: blanker.bytes, as: UTF8.self)
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// One `import` declaration.
  struct Import: Hashable {
    let module: String
    /// Counted from 1.
    let line: Int
    let isTestable: Bool
  }

  /// The modules that the file imports, in order.
  var imports: [Import] {
    var imports: [Import] = []
    for (index, line) in lines.enumerated() {
      for statement in line.split(separator: ";") {
        var words = statement.split(separator: " ")[...]
        var isTestable = false
        while let word = words.first, word.hasPrefix("@") || Self.modifiers.contains(word) {
          if word == "@testable" { isTestable = true }
          words.removeFirst()
        }
        guard words.popFirst() == "import" else { continue }
        if let word = words.first, Self.kinds.contains(word) { words.removeFirst() }
        guard let module = words.first?.split(separator: ".").first else { continue }
        imports.append(Import(module: String(module), line: index + 1, isTestable: isTestable))
      }
    }
    return imports
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
  ]

  /// The lines, counted from 1, on which a word stands as a whole word.
  func lines(withWord word: String) -> [Int] {
    lines.indices.filter { index in
      lines[index].split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
    }.map { $0 + 1 }
  }
}

extension SwiftCode {
  /// Walks over the bytes once and overwrites what is no code with spaces.
  private struct Blanker {
    var bytes: [UInt8]
    let keepsStrings: Bool
    private var position = 0

    init(bytes: [UInt8], keepsStrings: Bool) {
      self.bytes = bytes
      self.keepsStrings = keepsStrings
    }

    mutating func run() {
      while position < bytes.count {
        if starts(with: "//") {
          skip(blank: true) { !$0.starts(with: "\n") }
        } else if starts(with: "/*") {
          skipBlockComment()
        } else if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "#") {
          skipStringIfAny()
        } else {
          position += 1
        }
      }
    }

    private mutating func skipBlockComment() {
      var depth = 0
      repeat {
        if starts(with: "/*") {
          depth += 1
          step(2, blank: true)
        } else if starts(with: "*/") {
          depth -= 1
          step(2, blank: true)
        } else {
          step(1, blank: true)
        }
      } while depth > 0 && position < bytes.count
    }

    private mutating func skipStringIfAny() {
      let pounds = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
      let marks = String(repeating: "#", count: pounds)
      guard starts(with: marks + "\"") else {
        position += pounds
        return
      }
      let quote = starts(with: marks + "\"\"\"") ? "\"\"\"" : "\""
      let isOneLine = quote.utf8.count == 1
      step(pounds + quote.utf8.count, blank: !keepsStrings)
      while position < bytes.count, !starts(with: quote + marks) {
        if isOneLine, starts(with: "\n") { return }
        step(pounds == 0 && starts(with: "\\") ? 2 : 1, blank: !keepsStrings)
      }
      step(quote.utf8.count + pounds, blank: !keepsStrings)
    }

    private func starts(with text: String) -> Bool {
      bytes[position...].starts(with: text.utf8)
    }

    private mutating func skip(blank: Bool, while condition: (Self) -> Bool) {
      while position < bytes.count, condition(self) { step(1, blank: blank) }
    }

    /// Goes on by some bytes; line feeds stay.
    private mutating func step(_ count: Int, blank: Bool) {
      for _ in 0..<count where position < bytes.count {
        if blank, bytes[position] != UInt8(ascii: "\n") { bytes[position] = UInt8(ascii: " ") }
        position += 1
      }
    }
  }
}
