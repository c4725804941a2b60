package import AnwenDiagnostics
package import AnwenSyntax

/// In which language a statement is written: that of its first keyword or entity word.
package enum StatementLanguage {
  package static func of(_ text: LexedText, _ range: Range<Int>, _ vocabulary: Vocabulary)
    -> Language
  {
    var unit = range.lowerBound
    while unit < range.upperBound {
      // Values do not count: a Chinese name in an English query leaves it English.
      if let end = vocabulary.values(in: text, at: unit).last?.end, end <= range.upperBound {
        unit = end
        continue
      }
      if isWord(text, at: unit, vocabulary) { return language(of: text.folded[unit]) }
      unit += 1
    }
    // A text in quotes is of no language.
    return range.contains { (0x3000..<0xfff0).contains(text.folded[$0]) } ? .chinese : .english
  }

  private static func isWord(_ text: LexedText, at unit: Int, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.words(in: text, at: unit).contains { _, meaning in
      switch meaning {
      case .keyword, .entity, .measure: true
      case .column, .relation, .condition, .constant, .function, .phraseWord, .scriptName:
        false
      }
    }
  }

  private static func language(of unit: UInt32) -> Language {
    unit < 0x80 ? .english : .chinese
  }
}
