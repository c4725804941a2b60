import AnwenSyntax

/// An entity while it is being built.
struct EntityDraft {
  let declaration: EntityDeclaration
  let columnDeclarations: [ColumnDeclaration]
  /// The canonical names of the declared columns, for suggestions.
  let columnNames: [String]
  /// Every declared column, by its canonical name; of two with one name the first.
  let declaredColumns: [String: ColumnDeclaration]
  var words: NamedWords
  var plural: ModelWord?
  var file = ""
  /// The columns that are in order, with their declarations.
  private(set) var columns: [(declaration: ColumnDeclaration, column: EntityColumn)] = []
  private var columnIndices: [String: Int] = [:]
  var key: Int?
  var label: Int?
  var mainDate: Int?
  var life = Entity.Life()
  var defaults: [Int] = []
  var relations: [Relation] = []
  var conditions: [NamedCondition] = []
  var measures: [NamedMeasure] = []
  var phrases: [Phrase] = []
  var isSample = false
  /// The names of columns, conditions and relations, of which none may be taken twice.
  var names = NameRegister()

  init(_ declaration: EntityDeclaration) {
    self.declaration = declaration
    words = NamedWords(declaration.names)
    columnDeclarations = declaration.details.compactMap {
      if case .column(let column) = $0 { column } else { nil }
    }
    columnNames = columnDeclarations.map(\.names.canonical.text)
    declaredColumns = Dictionary(
      columnDeclarations.map { ($0.names.canonical.text, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var name: String { declaration.names.canonical.text }

  /// The key as it is declared, whether or not it is suitable.
  var keyWord: ModelWord? {
    for case .key(let word) in declaration.details { return word }
    return nil
  }

  /// Whether there is no key, nor a line with a mistake that may have been one.
  var lacksKey: Bool { keyWord == nil && !declaration.hasLostDetail }

  /// The declared type of the key, by name.
  var keyTypeName: String? {
    keyWord.flatMap { declaredColumns[$0.text] }?.type.name.text
  }

  mutating func append(_ column: EntityColumn, _ declaration: ColumnDeclaration) {
    if columnIndices[column.name] == nil { columnIndices[column.name] = columns.count }
    columns.append((declaration, column))
  }

  /// The place of a column among those in order.
  func columnIndex(_ name: String) -> Int? { columnIndices[name] }

  var entity: Entity {
    Entity(
      words: words, file: file, columns: columns.map(\.column), key: key, label: label,
      mainDate: mainDate, life: life,
      defaults: defaults.isEmpty ? Array(columns.indices) : defaults,
      relations: relations, conditions: conditions, measures: measures, phrases: phrases,
      isSample: isSample)
  }
}
