/// Draws mistakes for people: the wording, the source line with carets, and what helps.
///
///     error E0201: no task phrase or word named “ownd by”
///       tasks ownd by 王小明
///             ^^^^
///       expected: where, owned by …, due …
///       did you mean: owned by
///
/// `file:line:column: ` stands before it where the source has a name. Plain text unless colour is
/// asked for; every text passes ``VisibleText``. Each drawing ends in a newline.
package struct DiagnosticRenderer: Sendable {
  package let language: Language
  /// Whether the severity and the carets are coloured by ANSI sequences.
  package let usesColor: Bool

  /// A longer source line is cut around the carets.
  private let cellLimit: Int

  /// Where nothing else is said, whatever the width of the window.
  package static let usualCellLimit = 100
  private static let leastCellLimit = 16
  /// Stands before whatever belongs to the heading.
  package static let margin = "  "
  /// A longer message is cut at its end.
  private static let messageCellLimit = 400
  /// More alternatives are not listed.
  private static let listLimit = 5

  /// - Parameter cellLimit: the cells of a drawn line, with the margin before it.
  package init(
    language: Language, usesColor: Bool = false, cellLimit: Int = usualCellLimit + margin.utf8.count
  ) {
    self.language = language
    self.usesColor = usesColor
    self.cellLimit = max(Self.leastCellLimit, cellLimit - Self.margin.utf8.count)
  }

  /// Draws one mistake over its source.
  package func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    render(diagnostic, in: source, LineTable(source))
  }

  /// Draws several mistakes of one source, in the order given.
  package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    let table = LineTable(source)
    return diagnostics.map { render($0, in: source, table) }.joined()
  }

  private func render(
    _ diagnostic: Diagnostic, in source: SourceText, _ table: LineTable
  ) -> String {
    let problem = diagnostic.problem
    var place = ""
    if let name = source.name {
      let location = table.location(at: diagnostic.range.start)
      place = "\(VisibleText.of(name)):\(location.line):\(location.column): "
    }
    let drawn = DrawnLine(table, marking: diagnostic.range, cellLimit: cellLimit)
    var lines = [
      heading(diagnostic.severity, problem.code, problem.message, place: place),
      drawn.text.isEmpty ? "" : Self.margin + drawn.text,
      Self.margin + colored(drawn.carets, diagnostic.severity),
    ]
    lines += help(expected: problem.expected, suggestions: problem.suggestions)
    for (index, correction) in problem.corrections.enumerated() {
      lines += help(
        english: index == 0 ? "write: " : "or: ", chinese: index == 0 ? "可以写成：" : "或写成：",
        [correction[language]])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Draws an error of the world, of which no source line can be shown.
  ///
  /// - Parameters:
  ///   - file: its path as it was given.
  ///   - row: counted from 1, as the one who reports counts the rows of the file.
  ///   - column: the column's heading in the file.
  package func render(
    code: String? = nil, _ message: LocalizedText, file: String? = nil, row: Int? = nil,
    column: String? = nil, severity: Diagnostic.Severity = .error
  ) -> String {
    var parts: [String] = []
    if let file { parts.append(VisibleText.of(file)) }
    if let row { parts.append(language == .english ? "row \(row)" : "第 \(row) 行") }
    if let column {
      let name = VisibleText.of(column)
      parts.append(language == .english ? "column “\(name)”" : "“\(name)”列")
    }
    let joined = parts.joined(separator: language == .english ? ", " : "，")
    let colon = language == .english ? ": " : "："
    return heading(severity, code, message, place: parts.isEmpty ? "" : joined + colon) + "\n"
  }

  /// What may stand instead, in lines that follow the error itself; empty where nothing is known.
  package func render(expected: [LocalizedText], suggestions: [String]) -> String {
    help(expected: expected, suggestions: suggestions).map { $0 + "\n" }.joined()
  }

  private func help(expected: [LocalizedText], suggestions: [String]) -> [String] {
    let expected = expected.map { $0[language] }.filter { !$0.isEmpty }
    return help(english: "expected: ", chinese: "可以是：", expected)
      + help(english: "did you mean: ", chinese: "是不是要写：", suggestions)
  }

  private func heading(
    _ severity: Diagnostic.Severity, _ code: String?, _ message: LocalizedText, place: String
  ) -> String {
    let word =
      switch (severity, language) {
      case (.error, .english): "error"
      case (.error, .chinese): "错误"
      case (.warning, .english): "warning"
      case (.warning, .chinese): "警告"
      }
    let label = code.map { "\(word) \($0)" } ?? word
    let colon = language == .english ? ": " : "："
    return place + colored(label, severity) + colon + visible(message[language])
  }

  /// A line that lists at most five texts, or none where there are none.
  private func help(english: String, chinese: String, _ texts: [String]) -> [String] {
    guard !texts.isEmpty else { return [] }
    var shown = texts.prefix(Self.listLimit).map(visible)
    if texts.count > Self.listLimit { shown.append("…") }
    switch language {
    case .english: return ["  " + english + shown.joined(separator: ", ")]
    case .chinese: return ["  " + chinese + shown.joined(separator: "、")]
    }
  }

  private func visible(_ text: String) -> String {
    DisplayWidth.truncated(VisibleText.of(text), toCells: Self.messageCellLimit)
  }

  /// Red for an error, yellow for a warning, both bold.
  private func colored(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard usesColor else { return text }
    let color = severity == .error ? "31" : "33"
    return "\u{1B}[1;\(color)m\(text)\u{1B}[0m"
  }
}
