/// Which names a part of a query may use.
///
/// After `select` and `summarize` the rows are no longer those of an entity: then only the
/// columns that these stages made are in scope.
struct ParserScope: Sendable {
  /// A column that the query made.
  struct Definition: Hashable, Sendable {
    /// The name given by `as`, or nil where the expression itself is the name.
    let alias: String?
    /// Further spellings of the name, in the other language.
    var synonyms: [String] = []
    let expression: ExpressionSyntax
    /// The scope in which the expression was read, where it is the name.
    var scope: Int?
  }

  /// Rows that a join has brought beside these.
  struct JoinedRows: Hashable, Sendable {
    let name: String
    /// All spellings of the name.
    let spellings: [String]
    /// The scope of their own names.
    let scope: Int
  }

  /// The entity whose rows are in scope, by its place in the vocabulary.
  let entity: Int?
  let definitions: [Definition]
  /// Entities whose columns may be named, though the rows are no longer those of an entity.
  let columnsOf: [Int]
  /// The scope of the single rows, where aggregates over groups of them may stand.
  let rows: Int?
  /// Whether there is one row of nothing, in which aggregates name their entities.
  let isOneRow: Bool
  let joined: [JoinedRows]

  init(
    entity: Int?, definitions: [Definition] = [], columnsOf: [Int] = [], rows: Int? = nil,
    isOneRow: Bool = false, joined: [JoinedRows] = []
  ) {
    self.entity = entity
    self.definitions = definitions
    self.columnsOf = columnsOf
    self.rows = rows
    self.isOneRow = isOneRow
    self.joined = joined
  }

  /// The same rows with other names, or the same names over other scopes.
  func with(
    definitions: [Definition], rows: Int?, joined: [JoinedRows]? = nil
  ) -> ParserScope {
    ParserScope(
      entity: entity, definitions: definitions, columnsOf: columnsOf, rows: rows,
      isOneRow: isOneRow, joined: joined ?? self.joined)
  }

  /// The same rows with further names.
  func adding(_ definitions: [Definition]) -> ParserScope {
    with(definitions: self.definitions + definitions, rows: rows)
  }
}
