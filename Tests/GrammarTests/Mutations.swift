import AnwenDiagnostics
import AnwenSyntax

/// Texts that are nearly a query.
enum Mutations {
  /// The text without each of its words, and in turn with a word twice or behind the next one.
  static func ofWords(_ text: LexedText, _ vocabulary: Vocabulary) -> [String] {
    let words = self.words(of: text, vocabulary)
    var found: [String] = []
    for index in words.indices {
      var shorter = words
      shorter.remove(at: index)
      found.append(shorter.joined())
      var other = words
      if index.isMultiple(of: 2) {
        other.insert(words[index], at: index)
      } else {
        other.swapAt(index - 1, index)
      }
      found.append(other.joined())
    }
    return found
  }

  /// Each beginning of the text, and the text without each of its characters.
  static func ofCharacters(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    return scalars.indices.map { string(scalars[..<$0]) }
      + scalars.indices.map { string(scalars[..<$0] + scalars[($0 + 1)...]) }
  }

  /// The longest words, from the left; white space is a word, and so is any other character.
  private static func words(of text: LexedText, _ vocabulary: Vocabulary) -> [String] {
    var words: [String] = []
    var place = 0
    while place < text.count {
      var end = place + 1
      while end < text.count, UnitClass.isLatin(text.folded[end - 1]),
        UnitClass.isLatin(text.folded[end])
      {
        end += 1
      }
      end = max(
        end, vocabulary.words(in: text, at: place).map(\.end).max() ?? end,
        vocabulary.values(in: text, at: place).map(\.end).max() ?? end)
      words.append(String(text.source.slice(text.range(place, end))))
      place = end
    }
    return words
  }
}
