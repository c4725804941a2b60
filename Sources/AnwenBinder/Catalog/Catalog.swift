package import AnwenDiagnostics
package import AnwenSyntax
package import AnwenTypes

/// The model of a data set, checked: what its tables mean and what they are called.
///
/// Whatever refers to another part does so by position, and every position is valid.
package final class Catalog: Sendable {
  package let title: LocalizedText
  /// The day that `today` is for this data, unless something else is said.
  package let asOf: CalendarDate?
  package let encoding: TableEncoding
  package let calendar: CalendarSettings
  package let enumerations: [Enumeration]
  package let constants: [Constant]
  package let entities: [Entity]
  /// The model's text, of which each ``ModelBody`` is a range.
  package let text: LexedText

  package init(
    title: LocalizedText, asOf: CalendarDate?, encoding: TableEncoding,
    calendar: CalendarSettings, enumerations: [Enumeration], constants: [Constant],
    entities: [Entity], text: LexedText
  ) {
    self.title = title
    self.asOf = asOf
    self.encoding = encoding
    self.calendar = calendar
    self.enumerations = enumerations
    self.constants = constants
    self.entities = entities
    self.text = text
  }

  /// The entity with a canonical name.
  package func entity(_ name: String) -> Entity? {
    entities.first { $0.name == name }
  }

  package func entityIndex(_ name: String) -> Int? {
    entities.firstIndex { $0.name == name }
  }

  /// The enumeration with a canonical name.
  package func enumeration(_ name: String) -> Enumeration? {
    enumerations.first { $0.type.name == name }
  }

  /// The constant with a canonical name.
  package func constant(_ name: String) -> Constant? {
    constants.first { $0.words.name == name }
  }
}

/// How the bytes of a data set's tables are read as text.
package enum TableEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8
  case gb18030
}

/// An ordered list of values, with the names of each.
package struct Enumeration: Hashable, Sendable {
  package let words: NamedWords
  package let type: EnumerationType
  /// The names of each value, by rank.
  package let cases: [NamedWords]

  package init(words: NamedWords, type: EnumerationType, cases: [NamedWords]) {
    self.words = words
    self.type = type
    self.cases = cases
  }
}

/// A single value that the model names; its type is that of its body.
package struct Constant: Hashable, Sendable {
  package let words: NamedWords
  package let body: ModelBody

  package init(words: NamedWords, body: ModelBody) {
    self.words = words
    self.body = body
  }
}
