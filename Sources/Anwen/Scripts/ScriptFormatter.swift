package import AnwenDiagnostics
import AnwenSyntax

/// Writes a script in its usual form.
///
/// Each statement stands in the usual spelling of its language, a plain question on one line, a
/// longer one with a line for each stage. Comments stay where they stand, and so does one empty line
/// where there are any. Formatting what is formatted changes nothing, and no meaning changes.
package struct ScriptFormatter {
  private let session: Session
  /// The language to translate to; nil where each statement keeps its own.
  private let language: Language?

  /// A longer statement has a line for each stage.
  private static let cellLimit = 80

  package init(session: Session, language: Language?) {
    self.session = session
    self.language = language
  }

  /// The text in its usual form.
  ///
  /// - Throws: the first mistake of a script that cannot be read.
  package func format(
    _ text: SourceText, files: any ScriptFiles
  ) throws(SessionError) -> String {
    var reader = ScriptReader(
      session: session, missingArguments: .haveStandIns, files: files)
    try reader.read(text)
    if let error = reader.firstError { throw error }
    let lexed = try session.statements(of: text).text
    let comments = ScriptComment.all(in: lexed)
    // Statements of included files stand in other texts.
    let own = reader.statements.filter { $0.text.source == text }
    return layout(own, comments, of: lexed)
  }

  // MARK: - Layout

  /// A comment or a statement with its bytes, in the order of the text.
  private enum Item {
    case comment(ScriptComment)
    case statement([String], Range<Int>, mustStandApart: Bool)

    var range: Range<Int> {
      switch self {
      case .comment(let comment): comment.range
      case .statement(_, let range, _): range
      }
    }
  }

  private func layout(
    _ statements: [ReadStatement], _ comments: [ScriptComment], of text: LexedText
  ) -> String {
    var items: [Item] = []
    for statement in statements {
      let range = statement.text.range(statement.range.lowerBound, statement.range.upperBound)
      let bytes = range.start..<range.end
      let inner = comments.filter { bytes.contains($0.range.lowerBound) }
      let lines = self.lines(of: statement, comments: inner, source: text.source)
      items.append(
        .statement(
          lines, bytes, mustStandApart: session.vocabulary.beginsWithStage(lines.first ?? "")))
    }
    let outer = comments.filter { comment in
      !items.contains { $0.range.contains(comment.range.lowerBound) }
    }
    items += outer.map { .comment($0) }
    items.sort { $0.range.lowerBound < $1.range.lowerBound }
    return write(items, source: text.source)
  }

  private func write(_ items: [Item], source: SourceText) -> String {
    var output: [String] = []
    var end = 0
    for (index, item) in items.enumerated() {
      let gap = source.slice(SourceRange(end, item.range.lowerBound))
      let newLineCount = gap.utf8.count { $0 == UInt8(ascii: "\n") }
      end = item.range.upperBound
      switch item {
      case .comment(let comment):
        if index > 0, newLineCount == 0 {
          output[output.count - 1] += "  " + comment.text
        } else {
          if index > 0, newLineCount > 1 { output.append("") }
          output.append(comment.text)
        }
      case .statement(let lines, _, let mustStandApart):
        if index > 0, newLineCount > 1 || mustStandApart { output.append("") }
        output += lines
      }
    }
    return output.map { $0 + "\n" }.joined()
  }

  // MARK: - Statements

  private func lines(
    of statement: ReadStatement, comments: [ScriptComment], source: SourceText
  ) -> [String] {
    let printer = StatementText(session: session, language: language ?? statement.written)
    guard let parts = printer.parts(of: statement) else {
      let range = statement.text.range(statement.range.lowerBound, statement.range.upperBound)
      return source.slice(range).split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).withoutTrailingSpace }
    }
    let line = parts.texts.joined(separator: " | ")
    let isShort = DisplayWidth.cells(of: line) <= ScriptFormatter.cellLimit
    if comments.isEmpty, isShort { return [line] }
    var lines: [String] = []
    var rest = comments[...]
    for (index, text) in parts.texts.enumerated() {
      let start = parts.places[index]
      while let comment = rest.first, comment.range.lowerBound < start {
        rest.removeFirst()
        if standsAlone(comment, in: source) || lines.isEmpty {
          lines.append((index == 0 ? "" : "  ") + comment.text)
        } else {
          lines[lines.count - 1] += "  " + comment.text
        }
      }
      lines.append(index == 0 ? text : "  | " + text)
    }
    for comment in rest { lines[lines.count - 1] += "  " + comment.text }
    return lines
  }

  /// Whether nothing stands before a comment on its line.
  private func standsAlone(_ comment: ScriptComment, in source: SourceText) -> Bool {
    let before = source.slice(SourceRange(0, comment.range.lowerBound))
    return before.reversed().first { !$0.isWhitespace || $0.isNewline }?.isNewline ?? true
  }
}
