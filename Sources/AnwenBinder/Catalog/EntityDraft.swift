import AnwenSyntax

/// An entity while it is being built.
struct EntityDraft {
  let declaration: EntityDeclaration
  var words: NamedWords
  var plural: ModelWord?
  var file = ""
  /// The columns that are in order, with their declarations.
  var columns: [(declaration: ColumnDeclaration, column: EntityColumn)] = []
  var key: Int?
  var label: Int?
  var mainDate: Int?
  var defaults: [Int] = []
  var relations: [Relation] = []
  var conditions: [NamedCondition] = []
  var phrases: [Phrase] = []
  var isSample = false
  /// The names of columns, conditions and relations, of which none may be taken twice.
  var names = NameRegister()

  init(_ declaration: EntityDeclaration) {
    self.declaration = declaration
    words = NamedWords(declaration.names)
  }

  var name: String { declaration.names.canonical.text }

  var columnDeclarations: [ColumnDeclaration] {
    declaration.details.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }

  /// The key as it is declared, whether or not it is suitable.
  var keyWord: ModelWord? {
    for case .key(let word) in declaration.details { return word }
    return nil
  }

  /// The declared type of the key, by name.
  var keyTypeName: String? {
    let name = keyWord?.text
    return columnDeclarations.first { $0.names.canonical.text == name }?.type.name.text
  }

  func columnIndex(_ name: String) -> Int? {
    columns.firstIndex { $0.column.name == name }
  }

  var entity: Entity {
    Entity(
      words: words, file: file, columns: columns.map(\.column), key: key, label: label,
      mainDate: mainDate, defaults: defaults.isEmpty ? Array(columns.indices) : defaults,
      relations: relations, conditions: conditions, phrases: phrases, isSample: isSample)
  }
}
