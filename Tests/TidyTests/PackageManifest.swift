/// The targets that a `Package.swift` declares, read from its text.
///
/// A target is a call of a function whose name ends in `target` in any case (`target`,
/// `testTarget`, `.executableTarget`), or of `.systemLibrary`, with a literal name: first, or
/// labelled `name:`. Dependencies are the array labelled so, or the second argument.
struct PackageManifest {
  struct Target: Hashable {
    let name: String
    let dependencies: [String]
    /// Where its files are, from the package's root.
    let directory: String
    let isTest: Bool
  }

  let targets: [Target]

  init(_ manifest: String) {
    let bytes = Array(SwiftCode(manifest, keepingStrings: true).text.utf8)
    var targets: [Target] = []
    var position = 0
    var previousWord = ""
    while position < bytes.count {
      let word = String(decoding: bytes[position...].prefix(while: Self.isWordByte), as: UTF8.self)
      guard !word.isEmpty else {
        position += 1
        continue
      }
      position += word.utf8.count
      let isCall = position < bytes.count && bytes[position] == UInt8(ascii: "(")
      if isCall, previousWord != "func", Self.declaresTarget(word) {
        let call = Call(bytes, openParenthesis: position)
        if let target = Self.target(call.arguments, isTest: word.lowercased() == "testtarget") {
          targets.append(target)
          position = call.end
        }
      }
      previousWord = word
    }
    self.targets = targets
  }

  /// The target whose folder holds a file.
  func target(holding path: String) -> Target? {
    targets.first { path.hasPrefix($0.directory + "/") }
  }

  private static func declaresTarget(_ word: String) -> Bool {
    word == "systemLibrary" || word.lowercased().hasSuffix("target")
  }

  private static func target(_ arguments: [Argument], isTest: Bool) -> Target? {
    guard let first = arguments.first, first.label == nil || first.label == "name",
      first.value.hasPrefix("\""), let name = first.strings.first
    else { return nil }
    let list =
      arguments.first { $0.label == "dependencies" }
      ?? arguments.dropFirst().first { $0.label == nil }
    let dependencies = (list?.elements ?? []).compactMap { $0.strings.first }
    let path = arguments.first { $0.label == "path" }?.strings.first
    return Target(
      name: name, dependencies: dependencies,
      directory: path ?? (isTest ? "Tests/" : "Sources/") + name, isTest: isTest)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension PackageManifest {
  /// One argument of a call, or one element of an array.
  fileprivate struct Argument {
    let label: String?
    let value: String

    /// - Parameter text: `label: value`, or a value alone.
    init(_ text: String) {
      let trimmed = text.drop(while: \.isWhitespace)
      let word = trimmed.prefix { $0.isLetter }
      if !word.isEmpty, trimmed.dropFirst(word.count).first == ":" {
        label = String(word)
        value = String(trimmed.dropFirst(word.count + 1).drop(while: \.isWhitespace))
      } else {
        label = nil
        value = String(trimmed)
      }
    }

    /// The string literals in it, in order.
    var strings: [String] {
      value.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// The elements of an array literal.
    var elements: [Argument] {
      guard value.hasPrefix("[") else { return [] }
      return Call(Array(value.utf8), openParenthesis: 0).arguments
    }
  }

  /// What stands between a bracket and the one that closes it, split at its commas.
  fileprivate struct Call {
    let arguments: [Argument]
    /// The position behind the closing bracket.
    let end: Int

    init(_ bytes: [UInt8], openParenthesis: Int) {
      var parts: [[UInt8]] = [[]]
      var depth = 0
      var isInString = false
      var position = openParenthesis
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") { isInString.toggle() }
        if !isInString {
          switch byte {
          case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
          default: break
          }
          if depth == 0 { break }
          if depth == 1, byte == UInt8(ascii: ",") {
            parts.append([])
            continue
          }
        }
        if position > openParenthesis + 1 { parts[parts.count - 1].append(byte) }
      }
      arguments = parts.map { Argument(String(decoding: $0, as: UTF8.self)) }
        .filter { !$0.value.isEmpty }
      end = position
    }
  }
}
