import AnwenDiagnostics

/// What could have stood at a place, in words.
struct ExpectationWords {
  /// At most five, the most telling first.
  let descriptions: [LocalizedText]
  /// The nouns that a question may begin with, at most five.
  let entities: [LocalizedText]
  /// Every spelling that may be typed there, the most telling first.
  let spellings: [String]
  /// What an unknown word there would have to be, where only one kind of thing may stand.
  let kind: SyntaxProblem.WordKind

  init(_ expectations: Set<Expectation>, vocabulary: Vocabulary) {
    let ordered = Self.inOrder(expectations)
    let english = Self.firstFive(ordered, .english, vocabulary)
    let chinese = Self.firstFive(ordered, .chinese, vocabulary)
    entities = vocabulary.entities.prefix(5).map(\.words.label)
    descriptions = (0..<max(english.count, chinese.count)).map { index in
      LocalizedText(
        english: index < english.count ? english[index] : "",
        chinese: index < chinese.count ? chinese[index] : "")
    }
    spellings = ordered.flatMap {
      Self.languageSpellings(of: $0, vocabulary: vocabulary).map(\.text)
    }
    kind = Self.kind(of: expectations, vocabulary: vocabulary)
  }

  private static func firstFive(
    _ ordered: [Expectation], _ language: Language, _ vocabulary: Vocabulary
  ) -> [String] {
    var found: [String] = []
    for expectation in ordered where found.count < 5 {
      let text = description(of: expectation, vocabulary: vocabulary)?[language] ?? ""
      if !text.isEmpty, !found.contains(text) { found.append(text) }
    }
    return found
  }

  private static func inOrder(_ expectations: Set<Expectation>) -> [Expectation] {
    expectations.sorted { rank($0) < rank($1) }
  }

  static func languageSpellings(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> [Spelling] {
    switch expectation {
    case .keyword(let keyword):
      [Spelling(keyword.rawValue, .english), Spelling(keyword.chinese, .chinese)]
        + keyword.synonyms.map {
          Spelling($0, $0.utf8.allSatisfy { $0 < 0x80 } ? .english : .chinese)
        }
    case .phrase(let literal):
      [Spelling(literal, literal.utf8.allSatisfy { $0 < 0x80 } ? .english : .chinese)]
    case .entity: vocabulary.entities.flatMap(\.spellings)
    case .joinedRows(let entity): vocabulary.entities[entity].spellings
    case .alias(let name), .scriptName(let name): [Spelling(name, nil)]
    case .unnamed(let expression, let entity):
      Language.allCases.map { language in
        let query = QueryText(source: language, vocabulary: vocabulary)
        return Spelling(ConditionText(query, entity: entity).text(of: expression), language)
      }
    case .column(let entity, let index):
      vocabulary.entities[entity].columns[index].spellings
    case .relation(let entity, let index):
      vocabulary.entities[entity].relations[index].spellings
    case .condition(let entity, let index):
      vocabulary.entities[entity].conditions[index].spellings
    case .measure(let entity, let index):
      vocabulary.entities[entity].measures[index].spellings
    case .value(let type):
      vocabulary.values.filter { $0.type == type }.map { Spelling($0.spelling, nil) }
    case .period: usualPeriods.flatMap { $0 }
    case .symbol, .number, .text, .newName, .typeName, .expression, .endOfQuery: []
    }
  }

  private static func kind(
    of expectations: Set<Expectation>, vocabulary: Vocabulary
  ) -> SyntaxProblem.WordKind {
    let types = Set(
      expectations.compactMap { if case .value(let type) = $0 { type } else { nil } })
    let isOnlyValues = expectations.allSatisfy {
      switch $0 {
      case .value, .keyword(.both): true
      default: false
      }
    }
    if isOnlyValues, types.count == 1, let type = types.first {
      return .value(of: name(of: type, vocabulary: vocabulary))
    }
    let isOnlyEntity = !expectations.contains {
      switch $0 {
      case .keyword(let keyword): keyword.startsStage
      case .symbol, .endOfQuery: true
      default: false
      }
    }
    return expectations.contains(.entity) && isOnlyEntity ? .entity : .word
  }

  static func name(of type: ValueType, vocabulary: Vocabulary) -> LocalizedText {
    switch type {
    case .entity(let name):
      guard let index = vocabulary.entityIndex(name) else {
        return LocalizedText(english: name, chinese: name)
      }
      let words = vocabulary.entities[index].words
      return LocalizedText(english: words.name, chinese: words.text(in: .chinese))
    case .enumeration(let name):
      return vocabulary.enumerations.first { $0.name == name }?.label
        ?? LocalizedText(english: name, chinese: name)
    }
  }

  /// The more telling first; different for different expectations, lest a message depend on the
  /// order of a set.
  private static func rank(_ expectation: Expectation) -> (Int, Int, Int, String) {
    switch expectation {
    case .entity: (0, 0, 0, "")
    case .phrase(let literal): (1, 0, 0, literal)
    case .condition(let entity, let index): (2, entity, index, "")
    case .column(let entity, let index): (3, entity, index, "")
    case .relation(let entity, let index): (3, entity, index, "relation")
    case .measure(let entity, let index): (3, .max - 1, entity << 16 | index, "")
    case .alias(let name): (3, .max, 0, name)
    case .joinedRows(let entity): (3, .max, 2, String(entity))
    case .unnamed(let expression, _): (3, .max, 0, CanonicalText.of(expression))
    case .scriptName(let name): (3, .max, 1, name)
    case .value(.entity(let name)): (4, 0, 0, name)
    case .value(.enumeration(let name)): (4, 1, 0, name)
    case .period: (5, 0, 0, "")
    case .newName: (6, 0, 0, "")
    case .typeName: (6, 0, 1, "")
    case .number: (6, 1, 0, "")
    case .text: (6, 2, 0, "")
    case .expression: (6, 3, 0, "")
    case .keyword(let keyword): (keyword.startsStage ? 7 : 8, 0, 0, keyword.rawValue)
    case .symbol(let text): (9, 0, 0, text)
    case .endOfQuery: (10, 0, 0, "")
    }
  }

  private static func description(
    of expectation: Expectation, vocabulary: Vocabulary
  ) -> LocalizedText? {
    switch expectation {
    case .keyword(let keyword):
      return LocalizedText(english: keyword.rawValue, chinese: keyword.chinese)
    case .symbol(let symbol): return LocalizedText(english: symbol, chinese: symbol)
    case .phrase(let literal):
      let isEnglish = literal.utf8.allSatisfy { $0 < 0x80 }
      return LocalizedText(english: isEnglish ? literal : "", chinese: isEnglish ? "" : literal)
    case .entity:
      let names = vocabulary.entities.prefix(4)
      return LocalizedText(
        english: names.map { $0.words.text(in: .english) }.joined(separator: ", ") + " …",
        chinese: names.map { $0.words.text(in: .chinese) }.joined(separator: "、") + " …")
    case .column, .relation, .alias, .joinedRows, .unnamed, .scriptName, .condition, .measure:
      let spellings = languageSpellings(of: expectation, vocabulary: vocabulary)
      let english = spellings.first { $0.language != .chinese }?.text
      let chinese = spellings.first { $0.language == .chinese }?.text
      guard let any = english ?? chinese else { return nil }
      return LocalizedText(english: english ?? any, chinese: chinese ?? any)
    case .value(let type):
      let name = name(of: type, vocabulary: vocabulary)
      return LocalizedText(english: "a \(name.english)", chinese: name.chinese)
    case .period:
      return LocalizedText(english: "a period (this month, 2024Q2)", chinese: "时间（本月、2024Q2）")
    case .number: return LocalizedText(english: "a number", chinese: "数字")
    case .text: return LocalizedText(english: "a text in quotes", chinese: "引号中的文本")
    case .newName: return LocalizedText(english: "a new name", chinese: "新名称")
    case .typeName:
      return LocalizedText(english: "a type (text, int, date …)", chinese: "类型（文本、整数、日期…）")
    case .expression: return LocalizedText(english: "a value", chinese: "值")
    case .endOfQuery:
      return LocalizedText(english: "the end of the query", chinese: "查询的结尾")
    }
  }
}
