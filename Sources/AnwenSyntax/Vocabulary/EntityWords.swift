package import AnwenDiagnostics

/// One spelling of a name; nil where it belongs to both languages.
package struct Spelling: Hashable, Sendable {
  package let text: String
  package let language: Language?

  package init(_ text: String, _ language: Language?) {
    self.text = text
    self.language = language
  }
}

/// The spellings of one name; the first of each language is the one that is printed.
package struct NamedWords: Hashable, Sendable {
  /// The canonical English name.
  package let name: String
  package let spellings: [Spelling]

  package init(name: String, spellings: [Spelling]) {
    self.name = name
    self.spellings = spellings
  }

  /// The spelling that is printed in a language.
  package func text(in language: Language) -> String {
    spellings.first { $0.language == language }?.text ?? name
  }

  /// The same in both.
  package var label: LocalizedText {
    LocalizedText(english: text(in: .english), chinese: text(in: .chinese))
  }
}

/// The words that belong to one entity.
package struct EntityWords: Hashable, Sendable {
  package let words: NamedWords
  package let columns: [ColumnWords]
  package let relations: [RelationWords]
  package let conditions: [NamedWords]
  package let measures: [NamedWords]
  package let phrases: [PhrasePattern]
  /// The place of the column that a bare period is about.
  package let mainDate: Int?
  /// The places of the columns by which people tell rows apart; never empty.
  package let identity: [Int]

  package init(
    words: NamedWords, columns: [ColumnWords], relations: [RelationWords],
    conditions: [NamedWords], measures: [NamedWords], phrases: [PhrasePattern], mainDate: Int?,
    identity: [Int]
  ) {
    self.words = words
    self.columns = columns
    self.relations = relations
    self.conditions = conditions
    self.measures = measures
    self.phrases = phrases
    self.mainDate = mainDate
    self.identity = identity
  }

  /// The entity's canonical name.
  package var name: String { words.name }
  package var spellings: [Spelling] { words.spellings }
  package var hasMainDate: Bool { mainDate != nil }
}

/// A column's names, and what the parser must know of its type.
package struct ColumnWords: Hashable, Sendable {
  package let words: NamedWords
  /// What its values are, where they have names that stand alone in a query.
  package let valueType: ValueType?
  package let isList: Bool
  package let isBoolean: Bool

  package init(words: NamedWords, valueType: ValueType?, isList: Bool, isBoolean: Bool) {
    self.words = words
    self.valueType = valueType
    self.isList = isList
    self.isBoolean = isBoolean
  }

  package var name: String { words.name }
  package var spellings: [Spelling] { words.spellings }

  /// The entity that a reference points to.
  package var target: String? {
    if case .entity(let name) = valueType { name } else { nil }
  }
}

/// The rows of another entity that point to this one.
package struct RelationWords: Hashable, Sendable {
  package let words: NamedWords
  /// The entity whose rows they are.
  package let target: String

  package init(words: NamedWords, target: String) {
    self.words = words
    self.target = target
  }

  package var name: String { words.name }
  package var spellings: [Spelling] { words.spellings }
}

/// A set of values that have names.
package enum ValueType: Hashable, Sendable {
  /// The rows of an entity, by its canonical name.
  case entity(String)
  /// The values of an enumeration, by its name.
  case enumeration(String)
}

/// A name of a value: a leader's name, a level of risk.
package struct ValueWord: Hashable, Sendable {
  package let spelling: String
  /// The key of the row, or the canonical name of the enumeration's value.
  package let key: String
  package let type: ValueType
  /// The parameter of a script that stands for the value.
  package let parameter: ParameterUse?

  package init(
    spelling: String, key: String, type: ValueType, parameter: ParameterUse? = nil
  ) {
    self.spelling = spelling
    self.key = key
    self.type = type
    self.parameter = parameter
  }
}
