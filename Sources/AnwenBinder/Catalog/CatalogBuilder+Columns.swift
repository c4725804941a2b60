import AnwenSyntax
import AnwenTypes

extension CatalogBuilder {
  // MARK: Columns

  /// Builds the columns of an entity; needs only the declarations of the others.
  mutating func buildColumns(of index: Int) {
    let draft = drafts[index]
    if draft.columnDeclarations.isEmpty, !draft.declaration.hasLostDetail {
      report(.emptyEntity(draft.name), at: draft.declaration.names.canonical.place)
    }
    for declaration in draft.columnDeclarations {
      drafts[index].names.insert(
        declaration.names, as: .column, reportingTo: &diagnostics)
      guard let type = resolve(declaration.type) else { continue }
      let words = NamedWords(declaration.names)
      let role = BuiltInType(declaration.type.name.text)?.role ?? .plain
      let source: EntityColumn.Source
      if let body = declaration.body {
        source = .derived(body)
        if role != .plain { report(.mustBeStored(words.name), at: declaration.type.name.place) }
      } else {
        source = .stored(header: declaration.header?.text ?? words.name)
      }
      if role != .plain, draft.lacksKey {
        report(.namesWithoutKey(words.name), at: declaration.type.name.place)
      }
      let column = EntityColumn(
        words: words, label: words.label, type: type, source: source, role: role,
        display: display(of: declaration, type: type))
      drafts[index].append(column, declaration)
    }
  }

  private mutating func resolve(_ type: ModelType) -> DataType? {
    let name = type.name.text
    let builtIn = BuiltInType(name)
    let scale = type.scale.flatMap { Int($0.text) }
    guard (builtIn == .decimal) == (type.scale != nil), scale.map((0...18).contains) != false,
      (scale == nil) == (type.scale == nil)
    else {
      report(.decimalScale, at: (type.scale ?? type.name).place)
      return nil
    }
    guard let element = builtIn?.type(scale: scale ?? 0) ?? resolveName(type.name) else {
      return nil
    }
    return type.isList ? .list(element) : element
  }

  /// An enumeration or a reference to an entity.
  private mutating func resolveName(_ word: ModelWord) -> DataType? {
    if let enumeration = enumerationIndices[word.text] {
      return .enumeration(enumerations[enumeration].type)
    }
    guard let target = entityIndices[word.text].map({ drafts[$0] }) else {
      if model.lostWords.contains(word.text) { return nil }
      report(.unknownType(word.text, candidates: columnTypeNames), at: word.place)
      return nil
    }
    guard target.keyWord != nil else {
      if target.lacksKey { report(.referenceWithoutKey(entity: target.name), at: word.place) }
      return nil
    }
    let key: ReferenceType.Key =
      target.keyTypeName.flatMap { BuiltInType($0) } == .int ? .int : .text
    return .reference(ReferenceType(entity: target.name, key: key))
  }

  // MARK: Other lines

  /// Reads an entity's file, key, label, dates and defaults.
  mutating func buildDetails(of index: Int) {
    let draft = drafts[index]
    var seen: [ModelKeyword] = []
    for detail in draft.declaration.details {
      switch detail {
      case .file(let word):
        once(.file, &seen, word.place)
        drafts[index].file = checkedFile(word)
      case .plural(let word):
        once(.plural, &seen, word.place)
        drafts[index].plural = word
      case .key(let word):
        once(.key, &seen, word.place)
        drafts[index].key = keyIndex(word, of: draft)
      case .label(let word):
        once(.label, &seen, word.place)
        drafts[index].label = columnIndex(word, of: draft)
      case .mainDate(let word):
        once(.mainDate, &seen, word.place)
        drafts[index].mainDate = dateIndex(word, of: draft) { .mainDateIsNoDate($0) }
      case .life(let from, let to):
        once(.life, &seen, from.place)
        drafts[index].life = Entity.Life(
          from: dateIndex(from, of: draft) { .lifeIsNoDate($0) },
          to: to.flatMap { dateIndex($0, of: draft) { .lifeIsNoDate($0) } })
      case .defaults(let words):
        once(.defaults, &seen, words[0].place)
        drafts[index].defaults = words.compactMap { columnIndex($0, of: draft) }
      case .sample(let place):
        once(.sample, &seen, place)
        drafts[index].isSample = true
      case .condition(let names, let body):
        drafts[index].names.insert(names, as: .condition, reportingTo: &diagnostics)
        drafts[index].conditions.append(NamedCondition(words: NamedWords(names), body: body))
      case .measure(let declaration):
        drafts[index].names.insert(declaration.names, as: .measure, reportingTo: &diagnostics)
        drafts[index].measures.append(measure(declaration))
      case .column, .phrase: break
      }
    }
    if !seen.contains(.file), !draft.declaration.hasLostDetail {
      report(.missingFile(entity: draft.name), at: draft.declaration.names.canonical.place)
    }
  }

  private mutating func once(
    _ keyword: ModelKeyword, _ seen: inout [ModelKeyword], _ place: SyntaxRange
  ) {
    if seen.contains(keyword) { report(.repeatedLine(keyword.rawValue), at: place) }
    seen.append(keyword)
  }

  /// A file stands in the model's folder or below it.
  private mutating func checkedFile(_ word: ModelWord) -> String {
    let parts = word.text.utf8.split(separator: 0x2f, omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual("..".utf8) && !part.contains(0)
    }
    if !isSafe { report(.unsafeFile(word.text), at: word.place) }
    return word.text
  }

  /// The place of a column among those in order; a column with a mistake of its own is passed
  /// over in silence.
  private mutating func columnIndex(_ word: ModelWord, of draft: EntityDraft) -> Int? {
    if draft.declaredColumns[word.text] == nil, !model.lostWords.contains(word.text) {
      let problem = CatalogProblem.unknownColumn(
        word.text, entity: draft.name, candidates: draft.columnNames)
      report(problem, at: word.place)
    }
    return draft.columnIndex(word.text)
  }

  private mutating func keyIndex(_ word: ModelWord, of draft: EntityDraft) -> Int? {
    guard let index = columnIndex(word, of: draft) else { return nil }
    let column = draft.columns[index].column
    if case .derived = column.source {
      report(.mustBeStored(word.text), at: word.place)
      return nil
    }
    guard column.type == .int || column.type == .text else {
      report(.unsuitableKey(word.text), at: word.place)
      return nil
    }
    return index
  }

  private mutating func dateIndex(
    _ word: ModelWord, of draft: EntityDraft, otherwise problem: (String) -> CatalogProblem
  ) -> Int? {
    guard let index = columnIndex(word, of: draft) else { return nil }
    guard draft.columns[index].column.type == .date else {
      report(problem(word.text), at: word.place)
      return nil
    }
    return index
  }
}

/// The types that are no entity and no enumeration; the raw value is the canonical spelling.
enum BuiltInType: String, CaseIterable {
  case text, names, synonyms, int, decimal, float, bool, date

  /// The type with a name in either language.
  init?(_ name: String) {
    let folded = name.lowercased()
    guard
      let type = BuiltInType.allCases.first(where: { $0.rawValue == folded || $0.chinese == name })
    else { return nil }
    self = type
  }

  private var chinese: String {
    switch self {
    case .text: "文本"
    case .names: "名称"
    case .synonyms: "别名"
    case .int: "整数"
    case .decimal: "小数"
    case .float: "浮点数"
    case .bool: "真假"
    case .date: "日期"
    }
  }

  func type(scale: Int) -> DataType {
    switch self {
    case .text, .names, .synonyms: .text
    case .int: .int
    case .decimal: .decimal(scale: scale)
    case .float: .float
    case .bool: .bool
    case .date: .date
    }
  }

  var role: EntityColumn.Role {
    switch self {
    case .names: .names
    case .synonyms: .synonyms
    case .text, .int, .decimal, .float, .bool, .date: .plain
    }
  }
}
