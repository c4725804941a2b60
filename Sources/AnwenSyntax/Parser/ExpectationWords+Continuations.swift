import AnwenDiagnostics

extension ExpectationWords {
  /// Every word that the expectations allow, with what it is, the most useful first.
  static func continuations(
    _ expectations: Set<Expectation>, vocabulary: Vocabulary
  ) -> [Continuation] {
    let order = Usefulness(expectations)
    let ordered = expectations.sorted { order.rank($0) < order.rank($1) }
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

  /// The spellings of each thing that an expectation allows.
  private static func names(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> [[Spelling]] {
    switch expectation {
    case .entity: vocabulary.entities.map(\.spellings)
    case .value(let type): valueNames(of: type, vocabulary: vocabulary)
    case .period: usualPeriods
    case .keyword, .phrase, .column, .relation, .alias, .joinedRows, .unnamed, .scriptName,
      .condition, .measure, .symbol, .number, .text, .newName, .typeName, .expression, .endOfQuery:
      [languageSpellings(of: expectation, vocabulary: vocabulary)]
    }
  }

  /// The names of each value of a type. An enumeration's belong to their languages; the first name
  /// of a row stands in both, since it may have no other.
  private static func valueNames(
    of type: ValueType, vocabulary: Vocabulary
  ) -> [[Spelling]] {
    var order: [String] = []
    var names: [String: [Spelling]] = [:]
    for value in vocabulary.values where value.type == type {
      let isEnglish = value.spelling.utf8.allSatisfy { $0 < 0x80 }
      let language: Language? =
        if case .enumeration = type { isEnglish ? .english : .chinese } else { nil }
      if names[value.key] == nil { order.append(value.key) }
      names[value.key, default: []].append(Spelling(value.spelling, language))
    }
    return order.compactMap { names[$0] }
  }

  /// Periods that are asked for most; any other may be typed.
  static let usualPeriods: [[Spelling]] = [
    ("this week", "本周"), ("this month", "本月"), ("this quarter", "本季度"), ("this year", "今年"),
    ("last month", "上月"), ("last quarter", "上季度"), ("last 30 days", "近30天"),
  ].map { [Spelling($0, .english), Spelling($1, .chinese)] }

  private static func kindName(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> LocalizedText {
    switch expectation {
    case .keyword: LocalizedText(english: "keyword", chinese: "关键词")
    case .phrase: LocalizedText(english: "phrase", chinese: "短语")
    case .entity, .joinedRows: LocalizedText(english: "entity", chinese: "对象")
    case .column, .alias, .unnamed: LocalizedText(english: "column", chinese: "列")
    case .scriptName: LocalizedText(english: "name of the script", chinese: "脚本中的名称")
    case .relation: LocalizedText(english: "related rows", chinese: "关联")
    case .condition: LocalizedText(english: "condition", chinese: "条件")
    case .measure: LocalizedText(english: "measure", chinese: "度量")
    case .value(let type): name(of: type, vocabulary: vocabulary)
    case .period: LocalizedText(english: "period", chinese: "时间")
    case .symbol, .number, .text, .newName, .typeName, .expression, .endOfQuery:
      LocalizedText(english: "", chinese: "")
    }
  }
}

/// In which order the things that may stand at a place are offered to someone who types.
private struct Usefulness {
  private let hasPhrases: Bool
  private let isBehindColumn: Bool

  init(_ expectations: Set<Expectation>) {
    hasPhrases = expectations.contains { if case .phrase = $0 { true } else { false } }
    isBehindColumn = expectations.contains(.keyword(.isMissing))
  }

  /// Keywords that open most; the others follow in the order of the keyword table.
  private static let usualKeywords: [Keyword] = [
    .where, .with, .without, .not, .select, .sort, .summarize, .take, .derive,
  ]

  func rank(_ expectation: Expectation) -> (Int, Int, Int, String) {
    switch expectation {
    // Related rows are expected behind words that ask for them.
    case .relation(let entity, let index): (0, entity, index, "")
    case .entity: (0, .max, 0, "")
    case .phrase(let literal): (1, 0, 0, literal)
    case .condition(let entity, let index): (2, entity, index, "")
    // Behind a column a relation such as `before` comes first, and that is a part of the period.
    case .period: (isBehindColumn ? 7 : 3, 0, 0, "")
    // Where a phrase may stand, bare values are the longest list and the least telling.
    case .value(.entity(let name)): (hasPhrases ? 8 : 2, 0, 0, name)
    case .value(.enumeration(let name)): (hasPhrases ? 8 : 2, 1, 0, name)
    case .column(let entity, let index): (5, entity, index, "")
    case .measure(let entity, let index): (5, entity, index, "measure")
    case .alias(let name): (5, -1, 0, name)
    case .joinedRows(let entity): (5, .max, 0, String(entity))
    case .unnamed(let expression, _): (5, -1, 0, CanonicalText.of(expression))
    case .scriptName(let name): (0, .max, 1, name)
    case .keyword(let keyword): (6, -1, Self.place(of: keyword), keyword.rawValue)
    case .symbol, .number, .text, .newName, .typeName, .expression, .endOfQuery: (9, 0, 0, "")
    }
  }

  private static func place(of keyword: Keyword) -> Int {
    if let place = usualKeywords.firstIndex(of: keyword) { return place }
    let place = Keyword.allCases.firstIndex(of: keyword) ?? 0
    return usualKeywords.count + place
  }
}
