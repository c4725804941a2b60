import AnwenDiagnostics
import AnwenSyntax

extension CatalogBuilder {
  /// Builds the phrases of an entity, for which its columns are needed.
  mutating func buildPhrases(of index: Int) {
    var known: [[PhrasePattern.Element]] = []
    for detail in drafts[index].declaration.details {
      guard case .phrase(let declaration) = detail else { continue }
      let id = drafts[index].phrases.count
      guard let phrase = buildPhrase(declaration, id: id, of: drafts[index]) else { continue }
      for (wording, pattern) in zip(declaration.wordings, phrase.wordings) {
        let elements = pattern.elements.map(\.withoutName)
        if known.contains(elements) { report(.duplicateWording, at: wording.place) }
        known.append(elements)
      }
      drafts[index].phrases.append(phrase)
    }
  }

  /// The phrase, or nil where one of its wordings has a mistake.
  private mutating func buildPhrase(
    _ declaration: PhraseDeclaration, id: Int, of draft: EntityDraft
  ) -> Phrase? {
    var patterns: [PhrasePattern] = []
    var slots: [PhraseSlot]?
    for wording in declaration.wordings {
      guard let elements = buildWording(wording, of: draft) else { continue }
      let own = elements.compactMap(\.slot)
      if let slots, !slots.allSatisfy(own.contains) || slots.count != own.count {
        report(.slotsDiffer(expected: slots.map(\.name)), at: wording.place)
        continue
      }
      slots = slots ?? own
      patterns.append(
        PhrasePattern(
          id: id, wording: patterns.count, language: elements.language, elements: elements))
    }
    guard let slots, patterns.count == declaration.wordings.count else { return nil }
    return Phrase(id: id, slots: slots, wordings: patterns, body: declaration.body)
  }

  /// The elements of a wording; nil where one of them has a mistake.
  private mutating func buildWording(
    _ wording: WordingSyntax, of draft: EntityDraft
  ) -> [PhrasePattern.Element]? {
    var elements: [PhrasePattern.Element] = []
    var names: Set<String> = []
    var isComplete = true
    for element in wording.elements {
      switch element {
      case .literal(let word):
        elements.append(.literal(word.text.asciiLowercased))
      case .slot(let name, let type):
        if !names.insert(name.text).inserted {
          report(.repeatedSlot(name.text), at: name.place)
          isComplete = false
        } else if let slotType = slotType(name, type, of: draft) {
          elements.append(.slot(PhraseSlot(name: name.text, type: slotType)))
        } else {
          isComplete = false
        }
      }
    }
    guard isComplete else { return nil }
    guard elements.contains(where: { $0.slot == nil }) else {
      report(.wordingWithoutWords, at: wording.place)
      return nil
    }
    return elements
  }

  /// What a slot takes: by its type, else by the column of its name.
  private mutating func slotType(
    _ name: ModelWord, _ type: ModelWord?, of draft: EntityDraft
  ) -> PhraseSlot.SlotType? {
    guard let type else { return slotType(name, of: draft) }
    if let builtIn = PhraseSlot.SlotType(word: type.text) { return builtIn }
    if let index = entityIndices[type.text] { return .values(.entity(drafts[index].name)) }
    if let index = enumerationIndices[type.text] {
      return .values(.enumeration(enumerations[index].type.name))
    }
    if !model.lostWords.contains(type.text) {
      report(.unknownSlot(type.text, candidates: slotTypeNames), at: type.place)
    }
    return nil
  }

  /// What a slot without a type takes; nil in silence where its column has a mistake.
  private mutating func slotType(
    _ name: ModelWord, of draft: EntityDraft
  ) -> PhraseSlot.SlotType? {
    if let builtIn = PhraseSlot.SlotType(word: name.text) { return builtIn }
    guard let index = draft.columnIndex(name.text) else {
      if draft.declaredColumns[name.text] == nil, !model.lostWords.contains(name.text) {
        let candidates = draft.columnNames + ["period", "number", "text"]
        report(.unknownSlot(name.text, candidates: candidates), at: name.place)
      }
      return nil
    }
    let slotType = PhraseSlot.SlotType(draft.columns[index].column)
    if slotType == nil { report(.unsuitableSlot(name.text), at: name.place) }
    return slotType
  }
}

extension PhraseSlot.SlotType {
  /// The type with a name in either language.
  fileprivate init?(word: String) {
    switch word {
    case "period", "时段": self = .period
    case "number", "数": self = .number
    case "text", "文本": self = .text
    default: return nil
    }
  }

  /// What names a value of the column in a phrase; nil where nothing does.
  fileprivate init?(_ column: EntityColumn) {
    switch column.type.element {
    case .reference(let reference): self = .values(.entity(reference.entity))
    case .enumeration(let enumeration): self = .values(.enumeration(enumeration.name))
    case .date: self = .period
    case .int: self = .number
    case .text: self = .text
    case .bool, .decimal, .float, .period, .list: return nil
    }
  }
}

extension PhrasePattern.Element {
  fileprivate var slot: PhraseSlot? {
    if case .slot(let slot) = self { slot } else { nil }
  }

  /// The element for comparison: two slots of a type take the same words.
  fileprivate var withoutName: PhrasePattern.Element {
    switch self {
    case .literal: self
    case .slot(let slot): .slot(PhraseSlot(name: "", type: slot.type))
    }
  }
}

extension [PhrasePattern.Element] {
  /// Chinese where one of the words is.
  fileprivate var language: Language {
    let isEnglish = allSatisfy { element in
      if case .literal(let word) = element { EnglishNumber.isEnglish(word) } else { true }
    }
    return isEnglish ? .english : .chinese
  }
}

extension String {
  /// The text with ASCII letters in lower case, as the vocabulary compares words.
  fileprivate var asciiLowercased: String {
    var lowered = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isUpper = ("A"..."Z").contains(scalar)
      lowered.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
    }
    return String(lowered)
  }
}
