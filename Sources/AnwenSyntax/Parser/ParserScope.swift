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
  }

  /// The entity whose rows are in scope, by its place in the vocabulary.
  let entity: Int?
  let definitions: [Definition]
  /// The scope in which the definitions' expressions were read.
  let inner: Int?
  /// The scope of the single rows, where aggregates over groups of them may stand.
  let rows: Int?

  init(
    entity: Int?, definitions: [Definition] = [], inner: Int? = nil, rows: Int? = nil
  ) {
    self.entity = entity
    self.definitions = definitions
    self.inner = inner
    self.rows = rows
  }
}
