import AnwenDiagnostics

extension ExpectationWords {
  /// Every word that the expectations allow, with what it is, the most useful first.
  static func continuations(
    _ expectations: Set<Expectation>, vocabulary: Vocabulary
  ) -> [Continuation] {
    // Where a phrase may stand, bare values are the longest list and the least telling.
    let hasPhrases = expectations.contains { if case .phrase = $0 { true } else { false } }
    let ordered = expectations.sorted { left, right in
      let (first, second) = (
        usefulness(left, hasPhrases: hasPhrases), usefulness(right, hasPhrases: hasPhrases)
      )
      return first == second ? sortText(left) < sortText(right) : first < second
    }
    return ordered.flatMap { expectation -> [Continuation] in
      let kind = kindName(of: expectation, vocabulary: vocabulary)
      return names(of: expectation, vocabulary: vocabulary).flatMap { spellings in
        spellings.map { spelling in
          let first = spellings.first { $0.language == spelling.language }
          return Continuation(
            spelling: spelling.text, language: spelling.language, isPrimary: first == spelling,
            kind: kind)
        }
      }
    }
  }

  private static func usefulness(_ expectation: Expectation, hasPhrases: Bool) -> Int {
    switch expectation {
    case .entity: 0
    case .phrase: 1
    case .condition: 2
    case .period: 3
    case .value: hasPhrases ? 8 : 4
    case .name: 5
    case .keyword(let keyword): keyword.startsStage ? 7 : 6
    case .symbol, .number, .text, .newName, .expression, .endOfQuery: 9
    }
  }

  /// The spellings of each thing that an expectation allows.
  private static func names(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> [[Spelling]] {
    switch expectation {
    case .entity: vocabulary.entities.map(\.spellings)
    case .value(let type):
      vocabulary.values.filter { $0.type == type }.map {
        [Spelling($0.spelling, language(of: $0))]
      }
    case .period: usualPeriods
    case .keyword, .phrase, .name, .condition, .symbol, .number, .text, .newName,
      .expression, .endOfQuery:
      [languageSpellings(of: expectation, vocabulary: vocabulary)]
    }
  }

  /// Periods that are asked for most; any other may be typed.
  private static let usualPeriods: [[Spelling]] = [
    ("this week", "本周"), ("this month", "本月"), ("this quarter", "本季度"), ("this year", "今年"),
    ("last month", "上月"), ("last quarter", "上季度"), ("last 30 days", "近30天"),
  ].map { [Spelling($0, .english), Spelling($1, .chinese)] }

  /// Where a value is offered unasked: a name that only its own script can write, everywhere.
  private static func language(of value: ValueWord) -> Language? {
    if value.spelling.utf8.allSatisfy({ $0 < 0x80 }) { return .english }
    return if case .enumeration = value.type { .chinese } else { nil }
  }

  private static func kindName(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> LocalizedText {
    switch expectation {
    case .keyword: LocalizedText(english: "keyword", chinese: "关键词")
    case .phrase: LocalizedText(english: "phrase", chinese: "短语")
    case .entity: LocalizedText(english: "entity", chinese: "对象")
    case .name: LocalizedText(english: "column", chinese: "列")
    case .condition: LocalizedText(english: "condition", chinese: "条件")
    case .value(let type): name(of: type, vocabulary: vocabulary)
    case .period: LocalizedText(english: "period", chinese: "时间")
    case .symbol, .number, .text, .newName, .expression, .endOfQuery:
      LocalizedText(english: "", chinese: "")
    }
  }
}
