package import AnwenDiagnostics

/// A word that may stand behind a text.
package struct Continuation: Hashable, Sendable {
  package let spelling: String
  /// Nil where the spelling belongs to both languages.
  package let language: Language?
  /// Whether it is the spelling that is printed, and not a synonym, a singular or the like.
  package let isPrimary: Bool
  /// What kind of word it is.
  package let kind: LocalizedText
}

extension Parser {
  /// The words that may stand where the text ends, the most telling first.
  ///
  /// - Parameter onlyEntities: whether what may stand before a noun is left out.
  package mutating func continuations(
    from start: Int, onlyEntities: Bool = false
  ) -> [Continuation] {
    triesEveryNoun = !onlyEntities
    _ = parseQuery(from: start)
    guard failure.position >= skipSpace(limit) || failure.position == limit else { return [] }
    return ExpectationWords.continuations(failure.expectations, vocabulary: vocabulary)
  }
}
