package import AnwenDiagnostics

/// A way to say a condition about a row, as the model declares it: `owned by {leaders}`.
package struct PhrasePattern: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    /// Words that stand as they are, in lower case, with single spaces between Latin words.
    case literal(String)
    case slot(PhraseSlot)
  }

  /// The phrase of which this is one wording; wordings of one phrase share it.
  package let id: Int
  /// Its place among the wordings of the phrase.
  package let wording: Int
  package let language: Language
  /// At least one literal.
  package let elements: [Element]

  package init(id: Int, wording: Int, language: Language, elements: [Element]) {
    self.id = id
    self.wording = wording
    self.language = language
    self.elements = elements
  }

  /// Whether one of its slots takes a period.
  var takesPeriod: Bool {
    elements.contains { if case .slot(let slot) = $0 { slot.type == .period } else { false } }
  }

  /// How many characters of it stand as they are.
  var literalLength: Int {
    elements.reduce(0) { length, element in
      if case .literal(let literal) = element { length + literal.count } else { length }
    }
  }
}

/// A place in a phrase that takes values.
package struct PhraseSlot: Hashable, Sendable {
  package enum SlotType: Hashable, Sendable {
    /// One or several named values of a type.
    case values(ValueType)
    /// One or several periods.
    case period
    /// An integer.
    case number
    /// A text in quotes.
    case text
  }

  package let name: String
  package let type: SlotType

  package init(name: String, type: SlotType) {
    self.name = name
    self.type = type
  }
}
