package import AnwenDiagnostics

/// What is wrong with a model whose text can be read; the last four are warnings.
package enum CatalogProblem: Problem, Hashable {
  // MARK: The whole

  /// A model declares nothing that can be asked about.
  ///
  /// Example: `as of 2024-11-15`
  case modelWithoutEntity

  /// A line that may stand once stands twice: `key`, `encoding`.
  case repeatedLine(String)

  /// The calendar has no such day, or it is written in another way.
  ///
  /// Example: `as of 2024-02-30`
  case invalidDate(String)

  /// No encoding of tables has this name.
  ///
  /// Example: `encoding latin1`
  case unknownEncoding(String)

  /// An enumeration has more than 255 values.
  case tooManyValues(enumeration: String, count: Int)

  // MARK: The calendar

  /// The fiscal year begins with something other than a month of any year.
  ///
  /// Example: `fiscal year: 2024-04`
  case notAMonth

  /// A semester has a name that says no season.
  ///
  /// Example: `semester michaelmas: October 1 to December 10`
  case unknownSeason(String)

  /// A semester is not from one day of any year to another.
  ///
  /// Example: `semester spring 春季: 2024-02-20..2024-07-05`
  case notDaysOfTheYear

  /// A semester begins before the one above it has ended.
  case semestersOverlap

  // MARK: Names

  /// One name is given to two things that can stand in the same place.
  ///
  /// Example: `constant task = 1`
  case duplicateName(String, kind: NameKind)

  /// A reverse relation has the name of something in the entity to which it belongs.
  case reverseClash(String, entity: String, kind: NameKind)

  /// A line names a column that the entity does not declare.
  ///
  /// Example: `label titel`
  case unknownColumn(String, entity: String, candidates: [String])

  // MARK: Entities and columns

  /// An entity does not say where its rows are.
  case missingFile(entity: String)

  /// A file's name that is empty or leaves the model's folder.
  case unsafeFile(String)

  /// An entity declares no column.
  case emptyEntity(String)

  /// A column is of a type that nothing declares.
  ///
  /// Example: `column author: autor`
  case unknownType(String, candidates: [String])

  /// A decimal does not say its digits, or another type does.
  ///
  /// Example: `column price: decimal`
  case decimalScale

  /// A column refers to an entity whose rows nothing identifies.
  case referenceWithoutKey(entity: String)

  /// A key that is neither an int nor a text.
  case unsuitableKey(String)

  /// A derived column where only a stored one will do.
  case mustBeStored(String)

  /// The main date is a column of another type.
  ///
  /// Example: `main date title`
  case mainDateIsNoDate(String)

  /// A row exists from or to a column of another type.
  ///
  /// Example: `exists from title`
  case lifeIsNoDate(String)

  /// A column that refers to nothing has a reverse.
  ///
  /// Example: `column price: int, reverse books`
  case reverseOfPlainColumn(String)

  /// Names of rows that nothing identifies.
  case namesWithoutKey(String)

  /// A column whose values are no numbers says how its numbers look.
  ///
  /// Example: `column title: text, format percent`
  case displayOfOther(String)

  /// Digits behind the point that are no number from 0 to 18.
  ///
  /// Example: `column price: int, format decimals 19`
  case displayDecimals(String)

  // MARK: Phrases

  /// A slot is named for no column, or is of a type that nothing declares.
  ///
  /// Example: `phrase "owned by {leadres}" = leaders has {leadres}`
  case unknownSlot(String, candidates: [String])

  /// A slot for a column whose values cannot stand in a phrase.
  case unsuitableSlot(String)

  /// A wording has a slot twice.
  ///
  /// Example: `phrase "from {day} to {day}" = date in {day}`
  case repeatedSlot(String)

  /// A wording consists of slots only.
  ///
  /// Example: `phrase "{leaders}" = leaders has {leaders}`
  case wordingWithoutWords

  /// A wording has other slots than the first of its phrase.
  case slotsDiffer(expected: [String])

  /// Two wordings of an entity read the same.
  case duplicateWording

  // MARK: Warnings

  /// A condition has the name of an enumeration's value.
  ///
  /// Example: `condition serious 重大 = risk > low`
  case conditionEqualsValue(String)

  /// A name also reads as a keyword and a word.
  ///
  /// Example: `condition open 未销号 = closed_on is missing`
  case keywordAndWord(String, keyword: String, word: String)

  /// A column's name ends in what counts the rows of an entity.
  ///
  /// Example: `column hazards_found 发现隐患数: int`
  case endsLikeCount(String, entity: String)

  /// A name also reads as several words side by side.
  ///
  /// Example: `column place 重大隐患: text`
  case sequenceOfWords(String, parts: [String])

  package var code: String {
    switch self {
    case .modelWithoutEntity: "E0520"
    case .repeatedLine: "E0521"
    case .invalidDate: "E0522"
    case .unknownEncoding: "E0523"
    case .tooManyValues: "E0524"
    case .notAMonth: "E0702"
    case .unknownSeason: "E0703"
    case .notDaysOfTheYear: "E0704"
    case .semestersOverlap: "E0705"
    case .duplicateName: "E0525"
    case .reverseClash: "E0526"
    case .unknownColumn: "E0527"
    case .missingFile: "E0528"
    case .unsafeFile: "E0529"
    case .emptyEntity: "E0530"
    case .unknownType: "E0531"
    case .decimalScale: "E0532"
    case .referenceWithoutKey: "E0533"
    case .unsuitableKey: "E0534"
    case .mustBeStored: "E0535"
    case .mainDateIsNoDate: "E0536"
    case .lifeIsNoDate: "E1016"
    case .reverseOfPlainColumn: "E0537"
    case .namesWithoutKey: "E0538"
    case .displayOfOther: "E1102"
    case .displayDecimals: "E1103"
    case .unknownSlot: "E0539"
    case .unsuitableSlot: "E0540"
    case .repeatedSlot: "E0541"
    case .wordingWithoutWords: "E0542"
    case .slotsDiffer: "E0543"
    case .duplicateWording: "E0544"
    case .conditionEqualsValue: "E0560"
    case .keywordAndWord: "E0561"
    case .endsLikeCount: "E0562"
    case .sequenceOfWords: "E0563"
    }
  }

  package var suggestions: [String] {
    switch self {
    case .unknownColumn(let name, _, let candidates), .unknownType(let name, let candidates),
      .unknownSlot(let name, let candidates):
      NearestWords.nearest(to: name, among: candidates)
    case .unknownEncoding(let name):
      NearestWords.nearest(to: name, among: TableEncoding.allCases.map(\.rawValue))
    default: []
    }
  }

  package var expected: [LocalizedText] {
    switch self {
    case .unknownEncoding:
      TableEncoding.allCases.map { LocalizedText(english: $0.rawValue, chinese: $0.rawValue) }
    default: []
    }
  }
}

/// What a name of the model may be the name of.
package enum NameKind: Hashable, Sendable {
  case entity, enumeration, constant, value, column, relation, condition, measure

  package var label: LocalizedText {
    switch self {
    case .entity: LocalizedText(english: "an entity", chinese: "实体")
    case .enumeration: LocalizedText(english: "an enumeration", chinese: "枚举")
    case .constant: LocalizedText(english: "a constant", chinese: "常量")
    case .value: LocalizedText(english: "a value", chinese: "枚举值")
    case .column: LocalizedText(english: "a column", chinese: "列")
    case .relation: LocalizedText(english: "a relation", chinese: "关系")
    case .condition: LocalizedText(english: "a condition", chinese: "条件")
    case .measure: LocalizedText(english: "a measure", chinese: "度量")
    }
  }
}
