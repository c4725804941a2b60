import AnwenDiagnostics
import AnwenSyntax
package import AnwenTypes

/// How a period stands to what is asked of it, in order.
enum Standing: UInt8, CaseIterable {
  case met
  case missed
  /// The period holds today, and what is asked for is not there yet.
  case inProgress
  /// The period has not begun.
  case upcoming
  /// The row did not exist in it.
  case notApplicable

  var words: StandingWords { StandingWords.all[Int(rawValue)] }

  var label: LocalizedText {
    LocalizedText(english: words.english, chinese: words.chinese)
  }

  /// Its rank.
  var value: Value { .rank(rawValue) }
}

extension EnumerationType {
  /// The type of a column of ``Standing``.
  package static let standing = EnumerationType(
    name: StandingWords.typeName,
    cases: StandingWords.all.map { words in
      Case(
        name: words.name, label: LocalizedText(english: words.english, chinese: words.chinese))
    })
}
