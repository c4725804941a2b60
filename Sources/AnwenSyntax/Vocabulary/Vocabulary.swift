/// The closed list of words that a text may hold, for one data set.
///
/// A plain value that the catalog makes, so that the parser can split unspaced Chinese and nest
/// phrases without knowing the model.
package final class Vocabulary: Sendable {
  package let entities: [EntityWords]
  /// Names of single values that the model defines, such as `plan_end`.
  package let constants: [NamedWords]
  /// The names of the enumerations themselves.
  package let enumerations: [NamedWords]
  package let functions: [FunctionWords]
  package let values: [ValueWord]
  /// When the rows of an entity exist, by its place; nil where the model does not say. Few
  /// questions ask for it, and the answer takes the bodies of a model to read.
  package let life: @Sendable (Int) -> LifeWords?
  /// All words but data values; letters in lower case.
  private let words: WordIndex<WordMeaning>
  /// The data values, by their place in `values`; compared as spelled.
  private let valueIndex: WordIndex<Int>

  package init(
    entities: [EntityWords], constants: [NamedWords], enumerations: [NamedWords] = [],
    functions: [FunctionWords] = [], values: [ValueWord],
    life: @escaping @Sendable (Int) -> LifeWords? = { _ in nil }
  ) {
    self.entities = entities
    self.constants = constants
    self.enumerations = enumerations
    self.functions = functions
    self.values = values
    self.life = life
    words = WordIndex(
      Vocabulary.meanings(entities: entities, constants: constants, functions: functions),
      ignoresCase: true)
    valueIndex = WordIndex(
      values.enumerated().map { index, value in (value.spelling, index) }, ignoresCase: false)
  }

  /// The words that start at a unit and do not split a run of Latin letters and digits.
  package func words(
    in text: LexedText, at position: Int
  ) -> [(end: Int, meaning: WordMeaning)] {
    words.matches(in: text.folded, at: position)
  }

  /// The data values that start at a unit.
  package func values(in text: LexedText, at position: Int) -> [(end: Int, value: ValueWord)] {
    valueIndex.matches(in: text.scalars, at: position).map { ($0.end, values[$0.meaning]) }
  }

  /// The values of a type that are spelled so.
  package func values(spelled spelling: String, of type: ValueType) -> [ValueWord] {
    values(spelled: spelling).filter { $0.type == type && $0.spelling == spelling }
  }

  /// The values of any type that are spelled so.
  func values(spelled spelling: String) -> [ValueWord] {
    let units = WidthFolding.units(of: spelling, lowercased: false)
    return valueIndex.matches(in: units, at: 0).filter { $0.end == units.count }
      .map { values[$0.meaning] }
  }

  package func entityIndex(_ name: String) -> Int? {
    entities.firstIndex { $0.name == name }
  }

  /// The end of a stage word that starts at a unit; a Chinese one counts only before a space.
  func stageWordEnd(in text: LexedText, at position: Int) -> Int? {
    for (end, meaning) in words(in: text, at: position) {
      guard case .keyword(let keyword) = meaning, keyword.startsStage else { continue }
      if UnitClass.isLatin(text.folded[position]) { return end }
      guard let end = keyword == .top ? rowCountEnd(in: text, at: end) : end else { continue }
      if end == text.count || UnitClass.isSpace(text.folded[end]) { return end }
    }
    return nil
  }

  /// The end of the number that belongs to the word 前: 前3名, 前三名.
  private func rowCountEnd(in text: LexedText, at position: Int) -> Int? {
    var end = position
    while end < text.count, UnitClass.isDigit(text.folded[end]) { end += 1 }
    if end == position {
      guard let numeral = ChineseNumeral.read(text.folded, at: position, limit: text.count)
      else { return nil }
      end = numeral.end
    }
    while end < text.count, Parser.measureWords.contains(text.folded[end]) { end += 1 }
    return end
  }

  private static func meanings(
    entities: [EntityWords], constants: [NamedWords], functions: [FunctionWords]
  ) -> [(spelling: String, meaning: WordMeaning)] {
    var list: [(spelling: String, meaning: WordMeaning)] = []
    func add(_ spelling: String, _ meaning: WordMeaning) { list.append((spelling, meaning)) }
    for keyword in Keyword.allCases {
      add(keyword.rawValue, .keyword(keyword))
      add(keyword.chinese, .keyword(keyword))
      for spelling in keyword.synonyms { add(spelling, .keyword(keyword)) }
    }
    for (index, function) in functions.enumerated() {
      for spelling in function.spellings { add(spelling, .function(index)) }
    }
    for (index, constant) in constants.enumerated() {
      for spelling in constant.spellings { add(spelling.text, .constant(index)) }
    }
    for (entity, words) in entities.enumerated() {
      for spelling in words.spellings { add(spelling.text, .entity(entity)) }
      for (column, names) in words.columns.enumerated() {
        for spelling in names.spellings { add(spelling.text, .column(entity, column)) }
      }
      for (relation, names) in words.relations.enumerated() {
        for spelling in names.spellings { add(spelling.text, .relation(entity, relation)) }
      }
      for (condition, names) in words.conditions.enumerated() {
        for spelling in names.spellings { add(spelling.text, .condition(entity, condition)) }
      }
      for (measure, names) in words.measures.enumerated() {
        for spelling in names.spellings { add(spelling.text, .measure(entity, measure)) }
      }
      for phrase in words.phrases {
        for case .literal(let literal) in phrase.elements { add(literal, .phraseWord) }
      }
    }
    return list
  }
}

/// What a word of the vocabulary may stand for; the numbers are places in the vocabulary's lists.
package enum WordMeaning: Hashable, Sendable {
  case keyword(Keyword)
  case entity(Int)
  case column(Int, Int)
  case relation(Int, Int)
  case condition(Int, Int)
  case measure(Int, Int)
  case constant(Int)
  /// A scalar function, by its place in the list of all.
  case function(Int)
  /// A literal part of a phrase.
  case phraseWord
  /// A name that the script gave, by its place among all.
  case scriptName(Int)

  /// A number for each meaning that can be the noun of a clause.
  var nounCode: Int? {
    switch self {
    case .entity(let entity): entity
    case .column(let entity, let column): (entity << 16 | column) << 2 | 1 << 60
    case .relation(let entity, let relation): (entity << 16 | relation) << 2 | 1 << 61
    case .measure(let entity, let measure): (entity << 16 | measure) << 2 | 1 << 59
    case .scriptName(let index): index << 2 | 1 << 58
    case .keyword, .condition, .constant, .function, .phraseWord: nil
    }
  }

  /// Whether the key of a row may stand behind it: it names all rows of an entity, or those that
  /// belong to the row at hand.
  var takesKey: Bool {
    switch self {
    case .entity, .column, .relation: true
    default: false
    }
  }
}
