package import AnwenDiagnostics

/// Draws each diagnostic as its line, carets below the characters of its range, and its code.
///
/// A character beyond ASCII is drawn two columns wide; an empty range has one caret.
package func drawn(_ diagnostics: [Diagnostic], in text: String) -> String {
  let bytes = Array(text.utf8)
  return diagnostics.map { diagnostic in
    let range = diagnostic.range
    let lineStart = bytes[..<range.start].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let lineEnd = bytes[range.start...].firstIndex(of: 0x0a) ?? bytes.count
    let blank = String(repeating: " ", count: width(bytes[lineStart..<range.start]))
    let marked = max(1, width(bytes[range.start..<max(range.start, min(range.end, lineEnd))]))
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    return line + "\n" + blank + String(repeating: "^", count: marked) + " "
      + diagnostic.problem.code
  }.joined(separator: "\n")
}

private func width(_ bytes: ArraySlice<UInt8>) -> Int {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
}
