import AnwenDiagnostics
import AnwenSyntax

/// Whether Enter runs what has been typed, or breaks the line.
enum StatementCompleteness {
  /// A statement is unfinished while a bracket is open, or where it ends in `|`, a comma or an
  /// operator. An empty last line ends it in any case.
  static func isComplete(_ statement: String) -> Bool {
    if statement.hasSuffix("\n") { return true }
    let (text, diagnostics) = Lexer.lex(SourceText(statement))
    // A quote ends at the end of its line, so another line cannot close it.
    guard diagnostics.isEmpty else { return true }
    let units = text.folded.filter { !UnitClass.isSpace($0) }
    guard let last = units.last.flatMap(Unicode.Scalar.init) else { return true }
    let depth = units.reduce(0) { $0 + ($1 == 0x28 ? 1 : $1 == 0x29 ? -1 : 0) }
    return depth <= 0 && !"|,、+-*/=<>".unicodeScalars.contains(last)
  }
}
