import AnwenFunctions
package import AnwenSyntax
import AnwenTypes

extension Catalog {
  /// The words of the model and of the data, for the parser.
  ///
  /// - Parameter values: the names of entities' rows, which only the data knows; the values of
  ///   enumerations are added here.
  package func vocabulary(values: [ValueWord] = []) -> Vocabulary {
    Vocabulary(
      entities: entities.map(words), constants: constants.map(\.words),
      enumerations: enumerations.map(\.words),
      functions: ScalarFunction.all.compactMap(\.words).map {
        FunctionWords(name: $0.name, chinese: $0.chinese)
      },
      values: enumerations.flatMap(\.valueWords) + values,
      life: { self.lifeWords(of: self.entities[$0]) })
  }

  private func words(of entity: Entity) -> EntityWords {
    EntityWords(
      words: entity.words.spaced, columns: entity.columns.map { words(of: $0, in: entity) },
      relations: entity.relations.map { relation in
        RelationWords(words: relation.words.spaced, target: entities[relation.source].name)
      },
      conditions: entity.conditions.map(\.words.spaced),
      measures: entity.measures.map(\.words.spaced), phrases: entity.phrases.flatMap(\.wordings),
      mainDate: entity.mainDate, identity: entity.identity)
  }
}

extension Catalog {
  /// A list's English name is a plural, and is read in the singular as well: `no leader`.
  private func words(of column: EntityColumn, in entity: Entity) -> ColumnWords {
    var words = column.words.spaced
    if column.type.isList, let singular = EnglishNumber.singular(of: words.name),
      !entity.columns.contains(where: { $0.words.spellings.contains { $0.text == singular } })
    {
      let spelling = Spelling(singular, .english)
      words = NamedWords(name: words.name, spellings: words.spellings + [spelling])
    }
    return ColumnWords(
      words: words, valueType: column.type.element.valueType, isList: column.type.isList,
      isBoolean: column.type == .bool)
  }
}

extension NamedWords {
  /// The same words, and each English one that holds `_` also with spaces in their place.
  fileprivate var spaced: NamedWords {
    let more = spellings.compactMap { spelling -> Spelling? in
      guard spelling.language == .english, spelling.text.utf8.contains(UInt8(ascii: "_")) else {
        return nil
      }
      let text = spelling.text.replacing("_", with: " ")
      let isKnown = spellings.contains { $0.text == text }
      return isKnown ? nil : Spelling(text, .english)
    }
    return more.isEmpty ? self : NamedWords(name: name, spellings: spellings + more)
  }
}

extension Enumeration {
  /// Each name of each value.
  fileprivate var valueWords: [ValueWord] {
    cases.flatMap { words in
      words.spellings.map { spelling in
        ValueWord(spelling: spelling.text, key: words.name, type: .enumeration(type.name))
      }
    }
  }
}

extension DataType {
  /// The set of named values to which the values of the type belong.
  package var valueType: ValueType? {
    switch self {
    case .reference(let reference): .entity(reference.entity)
    case .enumeration(let enumeration): .enumeration(enumeration.name)
    case .bool, .int, .decimal, .float, .text, .date, .period, .list: nil
    }
  }
}
