package import AnwenDiagnostics
package import AnwenSyntax
package import AnwenTypes

/// A kind of thing: a table's rows, with all that can be said of them.
package struct Entity: Hashable, Sendable {
  package let words: NamedWords
  /// The file's name, relative to the model's folder.
  package let file: String
  package let columns: [EntityColumn]
  /// The place of the column that identifies a row: a stored int or text.
  package let key: Int?
  /// The place of the column by which people know a row.
  package let label: Int?
  /// The place of the date column that a bare period is about.
  package let mainDate: Int?
  package let life: Life
  /// The places of the columns that are shown when a query selects none; never empty.
  package let defaults: [Int]
  package let relations: [Relation]
  package let conditions: [NamedCondition]
  package let measures: [NamedMeasure]
  /// By their ids.
  package let phrases: [Phrase]
  /// Whether the rows are invented, so that whatever shows them says so.
  package let isSample: Bool

  package init(
    words: NamedWords, file: String, columns: [EntityColumn], key: Int?, label: Int?,
    mainDate: Int?, life: Life, defaults: [Int], relations: [Relation],
    conditions: [NamedCondition], measures: [NamedMeasure], phrases: [Phrase], isSample: Bool
  ) {
    self.words = words
    self.file = file
    self.columns = columns
    self.key = key
    self.label = label
    self.mainDate = mainDate
    self.life = life
    self.defaults = defaults
    self.relations = relations
    self.conditions = conditions
    self.measures = measures
    self.phrases = phrases
    self.isSample = isSample
  }

  /// The places of the dates between which a row exists, both included.
  package struct Life: Hashable, Sendable {
    package var from: Int?
    package var to: Int?

    package init(from: Int? = nil, to: Int? = nil) {
      self.from = from
      self.to = to
    }
  }

  /// The canonical name: English singular.
  package var name: String { words.name }

  /// The key and the label; without either what is shown of a row.
  package var identity: [Int] {
    let named = [key, label].compactMap { $0 }
    return named.isEmpty ? defaults : named.first == named.last ? [named[0]] : named
  }

  package func columnIndex(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  package func column(_ name: String) -> EntityColumn? {
    columns.first { $0.name == name }
  }

  package func relation(_ name: String) -> Relation? {
    relations.first { $0.words.name == name }
  }

  package func measure(_ name: String) -> NamedMeasure? {
    measures.first { $0.words.name == name }
  }

  package func condition(_ name: String) -> NamedCondition? {
    conditions.first { $0.words.name == name }
  }
}

/// One column of an entity, stored in its file or derived from other columns.
package struct EntityColumn: Hashable, Sendable {
  /// Where the values come from.
  package enum Source: Hashable, Sendable {
    /// The file's column with this heading.
    case stored(header: String)
    /// An expression over the row.
    case derived(ModelBody)
  }

  /// What the values are in a query.
  package enum Role: Hashable, Sendable {
    case plain
    /// Each value names its row and is a word of the vocabulary.
    case names
    /// Each value is a further name of its row.
    case synonyms
  }

  package let words: NamedWords
  package let label: LocalizedText
  package let type: DataType
  package let source: Source
  package let role: Role
  /// How its numbers look in human formats.
  package let display: DisplayFormat

  package init(
    words: NamedWords, label: LocalizedText, type: DataType, source: Source, role: Role,
    display: DisplayFormat
  ) {
    self.words = words
    self.label = label
    self.type = type
    self.source = source
    self.role = role
    self.display = display
  }

  /// The canonical name.
  package var name: String { words.name }

  /// The entity to which the value, or each element of the list, points.
  package var target: String? {
    if case .reference(let reference) = type.element { reference.entity } else { nil }
  }
}

/// The rows of another entity, or of the same, that point to a row.
package struct Relation: Hashable, Sendable {
  package let words: NamedWords
  /// The place of the entity whose rows they are.
  package let source: Int
  /// The place, in that entity, of the reference or list that points here; it may be derived.
  package let column: Int

  package init(words: NamedWords, source: Int, column: Int) {
    self.words = words
    self.source = source
    self.column = column
  }

  /// The canonical name, as it was declared: usually English plural.
  package var name: String { words.name }
}

/// A condition with a name: `overdue`.
package struct NamedCondition: Hashable, Sendable {
  package let words: NamedWords
  package let body: ModelBody

  package init(words: NamedWords, body: ModelBody) {
    self.words = words
    self.body = body
  }

  /// The canonical name.
  package var name: String { words.name }
}

/// An aggregate over the entity's rows with a name: `close_rate`.
package struct NamedMeasure: Hashable, Sendable {
  package let words: NamedWords
  package let label: LocalizedText
  /// How its numbers look in human formats.
  package let display: DisplayFormat
  package let body: ModelBody

  package init(
    words: NamedWords, label: LocalizedText, display: DisplayFormat, body: ModelBody
  ) {
    self.words = words
    self.label = label
    self.display = display
    self.body = body
  }

  /// The canonical name.
  package var name: String { words.name }
}

/// A condition with slots and several wordings: `owned by {leaders}`.
package struct Phrase: Hashable, Sendable {
  /// Its place among the entity's phrases.
  package let id: Int
  /// Every wording has exactly these, each once.
  package let slots: [PhraseSlot]
  package let wordings: [PhrasePattern]
  package let body: ModelBody

  package init(id: Int, slots: [PhraseSlot], wordings: [PhrasePattern], body: ModelBody) {
    self.id = id
    self.slots = slots
    self.wordings = wordings
    self.body = body
  }
}
