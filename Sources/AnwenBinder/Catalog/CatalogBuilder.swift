package import AnwenDiagnostics
package import AnwenSyntax
import AnwenTypes

/// Makes the catalog of a model, and checks the model whole.
///
/// What has a mistake is reported and left out, so that the catalog's positions are valid in any
/// case; a catalog whose diagnostics hold an error is only good for finding more of them.
package struct CatalogBuilder {
  let model: ModelSyntax
  let text: LexedText
  var diagnostics: [Diagnostic] = []
  var enumerations: [Enumeration] = []
  /// One for each entity of the model, in order.
  var drafts: [EntityDraft] = []
  /// The places of enumerations and entities by their names, as they were written.
  private(set) var enumerationIndices: [String: Int] = [:]
  private(set) var entityIndices: [String: Int] = [:]
  /// The canonical names of what a column or a slot may be, for suggestions.
  private(set) var columnTypeNames: [String] = []
  private(set) var slotTypeNames: [String] = []

  private let warnsOfWords: Bool

  private init(_ model: ModelSyntax, text: LexedText, warnsOfWords: Bool) {
    self.model = model
    self.text = text
    self.warnsOfWords = warnsOfWords
  }

  /// - Parameters:
  ///   - text: the lexed text from which `model` was parsed.
  ///   - warnsOfWords: whether words that may be taken for others are looked for, which is for the
  ///     model's author and costs as much as all the rest.
  /// - Returns: the diagnostics in the order of the text.
  package static func build(
    _ model: ModelSyntax, text: LexedText, warnsOfWords: Bool = true
  ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
    var builder = CatalogBuilder(model, text: text, warnsOfWords: warnsOfWords)
    let catalog = builder.build()
    return (catalog, builder.diagnostics.inOrderOfText)
  }

  private mutating func build() -> Catalog {
    drafts = model.entities.map { EntityDraft($0) }
    buildEnumerations()
    enumerationIndices = CatalogBuilder.indices(of: model.enumerations.map(\.names))
    entityIndices = CatalogBuilder.indices(of: model.entities.map(\.names))
    let declared = enumerations.map(\.type.name) + drafts.map(\.name)
    columnTypeNames = declared + BuiltInType.allCases.map(\.rawValue)
    slotTypeNames = declared + ["period", "number", "text"]
    for index in drafts.indices { buildColumns(of: index) }
    for index in drafts.indices { buildDetails(of: index) }
    for index in drafts.indices { buildRelations(from: index) }
    for index in drafts.indices { buildPhrases(of: index) }
    let constants = model.constants.map { Constant(words: NamedWords($0.names), body: $0.body) }
    let settings = readSettings()
    let calendar = readCalendar()
    checkGlobalNames()
    nameEntities()
    let catalog = Catalog(
      title: settings.title, asOf: settings.asOf, encoding: settings.encoding, calendar: calendar,
      enumerations: enumerations, constants: constants, entities: drafts.map(\.entity), text: text)
    if warnsOfWords, diagnostics.isEmpty {
      diagnostics += VocabularyCheck.warnings(of: catalog, model: model)
    }
    return catalog
  }

  /// The place of the first that has each name.
  private static func indices(of things: [ModelNames]) -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, names) in things.enumerated() {
      for word in names.words where indices[word.text] == nil { indices[word.text] = index }
    }
    return indices
  }

  mutating func report(_ problem: CatalogProblem, at place: SyntaxRange) {
    diagnostics.append(Diagnostic(problem, at: place.range))
  }

  // MARK: The whole

  private mutating func readSettings()
    -> (title: LocalizedText, asOf: CalendarDate?, encoding: TableEncoding)
  {
    var title: LocalizedText?
    var asOf: ModelWord?
    var encoding: ModelWord?
    for declaration in model.declarations {
      switch declaration {
      case .data(let english, let chinese):
        reportRepeated(.data, if: title != nil, at: english.place)
        title = LocalizedText(english: english.text, chinese: (chinese ?? english).text)
      case .asOf(let date):
        reportRepeated(.asOf, if: asOf != nil, at: date.place)
        asOf = date
      case .encoding(let name):
        reportRepeated(.encoding, if: encoding != nil, at: name.place)
        encoding = name
      case .fiscalYear, .semester, .constant, .enumeration, .entity: break
      }
    }
    if drafts.isEmpty, model.lostWords.isEmpty {
      report(.modelWithoutEntity, at: SyntaxRange(SourceRange(0, 0)))
    }
    return (
      title ?? LocalizedText(english: "", chinese: ""), asOf.flatMap { readDate($0) },
      encoding.flatMap { readEncoding($0) } ?? .utf8
    )
  }

  mutating func reportRepeated(
    _ keyword: ModelKeyword, if isRepeated: Bool, at place: SyntaxRange
  ) {
    if isRepeated { report(.repeatedLine(keyword.rawValue), at: place) }
  }

  private mutating func readDate(_ word: ModelWord) -> CalendarDate? {
    let date = CalendarDate(word.text)
    if date == nil { report(.invalidDate(word.text), at: word.place) }
    return date
  }

  private mutating func readEncoding(_ word: ModelWord) -> TableEncoding? {
    let encoding = TableEncoding(rawValue: word.text.lowercased())
    if encoding == nil { report(.unknownEncoding(word.text), at: word.place) }
    return encoding
  }

  private mutating func buildEnumerations() {
    for declaration in model.enumerations {
      var names = NameRegister()
      for value in declaration.cases {
        names.insert(value, as: .value, reportingTo: &diagnostics)
      }
      var cases = declaration.cases.map { NamedWords($0) }
      let name = declaration.names.canonical
      if cases.count > 255 {
        report(.tooManyValues(enumeration: name.text, count: cases.count), at: name.place)
        cases.removeLast(cases.count - 255)
      }
      let type = EnumerationType(
        name: name.text,
        cases: cases.map { EnumerationType.Case(name: $0.name, label: $0.label) })
      enumerations.append(
        Enumeration(words: NamedWords(declaration.names), type: type, cases: cases))
    }
  }

  // MARK: Names

  /// Entities and constants stand in queries; entities and enumerations are types.
  private mutating func checkGlobalNames() {
    var words = NameRegister()
    var types = NameRegister()
    for declaration in model.declarations {
      switch declaration {
      case .entity(let entity):
        words.insert(entity.names, as: .entity, reportingTo: &diagnostics)
        _ = types.insert(entity.names.canonical.text, as: .entity)
      case .constant(let names, _):
        words.insert(names, as: .constant, reportingTo: &diagnostics)
      case .data, .asOf, .encoding, .fiscalYear, .semester, .enumeration: break
      }
    }
    for enumeration in model.enumerations {
      let name = ModelNames([enumeration.names.canonical])
      types.insert(name, as: .enumeration, reportingTo: &diagnostics)
    }
  }

  /// Gives the entities their words, in English singular and plural.
  ///
  /// The plural stands first, since it is what a query says; a derived plural that is already
  /// another name is left out.
  private mutating func nameEntities() {
    var declared = NameRegister()
    for draft in drafts {
      for word in draft.declaration.names.words { _ = declared.insert(word.text, as: .entity) }
    }
    for constant in model.constants {
      for word in constant.names.words { _ = declared.insert(word.text, as: .constant) }
    }
    for index in drafts.indices {
      let names = drafts[index].declaration.names
      var spellings: [Spelling] = []
      for (place, word) in names.words.enumerated() {
        let declaredPlural = place == 0 ? drafts[index].plural : nil
        let plural = declaredPlural?.text ?? EnglishNumber.plural(of: word.text)
        if let plural, plural != word.text, declared.insert(plural, as: .entity) == nil {
          spellings.append(Spelling(word: plural))
        }
        spellings.append(Spelling(word: word.text))
      }
      drafts[index].words = NamedWords(name: names.canonical.text, spellings: spellings)
    }
  }
}

extension ModelSyntax {
  var entities: [EntityDeclaration] {
    declarations.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
  }

  var enumerations: [EnumerationDeclaration] {
    declarations.compactMap { if case .enumeration(let value) = $0 { value } else { nil } }
  }

  var constants: [(names: ModelNames, body: ModelBody)] {
    declarations.compactMap {
      if case .constant(let names, let body) = $0 { (names, body) } else { nil }
    }
  }
}

extension [Diagnostic] {
  /// Sorted by their places; those at one place keep their order.
  var inOrderOfText: [Diagnostic] {
    indices.sorted { (self[$0].range.start, $0) < (self[$1].range.start, $1) }.map { self[$0] }
  }
}

extension Catalog {
  /// Reads and checks the text of a model.
  ///
  /// - Returns: the diagnostics of all steps in the order of the text; a catalog with errors is
  ///   not to be queried.
  package static func read(
    _ source: SourceText, warnsOfWords: Bool = true
  ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
    let lexed = Lexer.lex(source)
    let parsed = ModelParser.parse(lexed.text)
    let built = CatalogBuilder.build(
      parsed.model, text: lexed.text, warnsOfWords: warnsOfWords)
    let diagnostics = lexed.diagnostics + parsed.diagnostics + built.diagnostics
    return (built.catalog, diagnostics.inOrderOfText)
  }
}
