/// The text of a history file: UTF-8 in every locale, one statement a line.
///
/// A backslash, a line feed and every other control character are written as `\\`, `\n` and
/// `\u{1B}`, so that a statement of several lines stays one line and nothing acts on a terminal.
package enum HistoryEncoding {
  /// Returns the line of one statement, without the line feed at its end.
  package static func encoded(_ statement: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in statement.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control:
        line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// Returns the statement of one line, or nil for a line that `encoded` never writes.
  package static func decoded(_ line: some StringProtocol) -> String? {
    var statement = String.UnicodeScalarView()
    var rest = Substring(line).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        guard scalar.properties.generalCategory != .control else { return nil }
        statement.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": statement.append("\\")
      case "n": statement.append("\n")
      case "u":
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
          let value = UInt32(Substring(rest[..<end]), radix: 16),
          let named = Unicode.Scalar(value)
        else { return nil }
        statement.append(named)
        rest = rest[rest.index(after: end)...]
      default: return nil
      }
    }
    return statement.isEmpty ? nil : String(statement)
  }

  /// Returns the file of some statements.
  package static func file(_ entries: [String]) -> [UInt8] {
    entries.reduce(into: []) { bytes, entry in
      bytes += encoded(entry).utf8
      bytes.append(0x0A)
    }
  }

  /// Returns the statements of a file, and how many of its lines could not be read.
  package static func entries(_ file: [UInt8]) -> (entries: [String], brokenLineCount: Int) {
    var entries: [String] = []
    var brokenLineCount = 0
    for bytes in file.split(separator: 0x0A) {
      let text = String(validating: bytes, as: UTF8.self)
      if let entry = text.flatMap({ decoded($0) }) {
        entries.append(entry)
      } else {
        brokenLineCount += 1
      }
    }
    return (entries, brokenLineCount)
  }
}
