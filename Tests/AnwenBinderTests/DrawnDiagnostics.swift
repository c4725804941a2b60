import AnwenDiagnostics
import AnwenSyntax
import Testing

/// Draws each diagnostic under its line: carets under the bytes' characters, then its code.
///
/// A character beyond ASCII is drawn two columns wide.
func drawn(_ diagnostics: [Diagnostic], in text: String) -> String {
  var drawn: [String] = []
  for diagnostic in diagnostics {
    let bytes = Array(text.utf8)
    let range = diagnostic.range
    let lineStart = bytes[..<range.start].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let lineEnd = bytes[range.start...].firstIndex(of: 0x0a) ?? bytes.count
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let before = width(bytes[lineStart..<range.start])
    let marked = max(1, width(bytes[range.start..<min(range.end, lineEnd)]))
    drawn.append(line)
    drawn.append(
      String(repeating: " ", count: before) + String(repeating: "^", count: marked) + " "
        + diagnostic.problem.code)
  }
  return drawn.joined(separator: "\n")
}

private func width(_ bytes: ArraySlice<UInt8>) -> Int {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
}
