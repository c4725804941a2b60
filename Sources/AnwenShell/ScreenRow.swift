/// What a stretch of the screen is, from which its look follows.
package enum TextStyle: Hashable, Sendable {
  case prompt
  /// The mark before the second and later rows of a statement.
  case gutter
  case text
  /// Something shown in place of a character that must not be sent.
  case standIn
  /// The explanation beside a completion.
  case note
  /// The completion that is chosen.
  case selection
}

/// One row of the screen, made of stretches of one style each.
package struct ScreenRow: Hashable, Sendable {
  /// A stretch of text in one style.
  package struct Run: Hashable, Sendable {
    package fileprivate(set) var text: String
    package let style: TextStyle
  }

  package private(set) var runs: [Run] = []
  /// The columns that the runs take together.
  package private(set) var width = 0
  /// Whether the row before was full, so that the terminal itself wraps into this one.
  package let continuesPrevious: Bool

  package init(continuesPrevious: Bool = false) {
    self.continuesPrevious = continuesPrevious
  }

  /// The text of all runs.
  package var text: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Appends one drawable character of a known width.
  package mutating func append(_ character: Character, width: Int, style: TextStyle) {
    if runs.last?.style == style {
      runs[runs.count - 1].text.append(character)
    } else {
      runs.append(Run(text: String(character), style: style))
    }
    self.width += width
  }

  /// Appends as much of a text as fits into `limit` columns of the row; controls are made visible.
  package mutating func append(_ text: some StringProtocol, style: TextStyle, limit: Int = .max) {
    for character in visible(text) {
      let characterWidth = cellWidth(character)
      guard width + characterWidth <= limit else { return }
      append(character, width: characterWidth, style: style)
    }
  }
}
