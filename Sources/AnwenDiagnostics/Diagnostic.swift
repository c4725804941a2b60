/// What is wrong: the facts of one kind of mistake, with its wording and its stable code.
///
/// Each stage has an enumeration of its own problems that conforms to this protocol. Codes are
/// never reused: E01xx syntax, E02xx names, E03xx types, E04xx data, E05xx model, E06xx limits.
package protocol Problem: Sendable {
  var code: String { get }

  /// One sentence without a full stop: what was found, and what is wrong with it.
  var message: LocalizedText { get }

  /// What may stand there instead, at most five.
  var expected: [LocalizedText] { get }

  /// The nearest legal spellings, best first; each can be typed in place of the range.
  var suggestions: [String] { get }

  /// The whole statement as it can be written instead, in each way that may be meant.
  var corrections: [LocalizedText] { get }
}

extension Problem {
  package var expected: [LocalizedText] { [] }
  package var suggestions: [String] { [] }
  package var corrections: [LocalizedText] { [] }
}

/// One mistake in a text, at a place.
package struct Diagnostic: Sendable {
  package enum Severity: Hashable, Sendable {
    case error
    case warning
  }

  package let problem: any Problem
  package let range: SourceRange
  package let severity: Severity

  package init(_ problem: any Problem, at range: SourceRange, severity: Severity = .error) {
    self.problem = problem
    self.range = range
    self.severity = severity
  }
}
