import AnwenDiagnostics
import AnwenPlan
import AnwenTypes

/// The rows that an expression is about, and the plan that gives them.
///
/// Binding an expression may extend the plan: a path over a reference appends the columns of the
/// row that it reaches, an aggregate over a relation appends its result. Columns are only ever
/// appended, so positions that are in use stay right.
struct RowScope {
  /// The rows of one entity inside the plan's rows: its stored columns stand in order from `base`.
  struct EntityRows: Hashable {
    /// The place of the entity in the catalog.
    let entity: Int
    let base: Int
  }

  /// A column of the plan that the query made.
  struct NamedColumn {
    let name: String
    let position: Int
    let type: DataType
    let label: LocalizedText
  }

  var plan: LogicalPlan
  /// Nil once `select` or `summarize` has made other rows.
  let rows: EntityRows?
  var columns: [NamedColumn]
  /// Where the columns of referenced rows start, by the reference's column.
  private var lookups: [LookupKey: Int] = [:]

  private struct LookupKey: Hashable {
    let rows: EntityRows
    let column: Int
  }

  init(plan: LogicalPlan, rows: EntityRows?, columns: [NamedColumn] = []) {
    self.plan = plan
    self.rows = rows
    self.columns = columns
  }

  /// The same plan, seen from the rows of one entity inside it.
  func focused(on rows: EntityRows) -> RowScope {
    var scope = RowScope(plan: plan, rows: rows)
    scope.lookups = lookups
    return scope
  }

  /// Takes over what another view of the plan appended to it.
  mutating func adopt(_ other: RowScope) {
    plan = other.plan
    lookups = other.lookups
  }

  var width: Int { plan.schema.fields.count }

  func column(named name: String) -> NamedColumn? { columns.last { $0.name == name } }

  /// Replaces the plan by one whose first columns are the same.
  mutating func extend(_ plan: LogicalPlan) { self.plan = plan }

  /// The rows that a reference reaches; joins them where this has not been done yet.
  mutating func referencedRows(
    from rows: EntityRows, column: Int, key: BoundExpression, target: Int,
    targetScan: LogicalPlan, targetKey: BoundExpression
  ) -> EntityRows {
    let lookup = LookupKey(rows: rows, column: column)
    if let base = lookups[lookup] { return EntityRows(entity: target, base: base) }
    let base = width
    lookups[lookup] = base
    plan = .lookup(
      LogicalPlan.Lookup(input: plan, target: targetScan, key: key, targetKey: targetKey))
    return EntityRows(entity: target, base: base)
  }

  /// Appends a computed column.
  mutating func append(_ expression: BoundExpression, name: String, label: LocalizedText) -> Int {
    let fields = plan.schema.fields
    let pass = fields.enumerated().map { BoundExpression.column($0.offset, $0.element.type) }
    let field = Field(name: name, type: expression.type, label: label)
    plan = .project(
      LogicalPlan.Project(
        input: plan, expressions: pass + [expression], schema: Schema(fields + [field])))
    return fields.count
  }

  /// Appends aggregates over the matching rows of another plan; gives the first one's position.
  mutating func appendGroupJoin(
    _ many: LogicalPlan, key: BoundExpression, manyKey: BoundExpression, aggregate: Aggregate,
    name: String
  ) -> Int {
    let position = width
    let label = LocalizedText(english: name, chinese: name)
    plan = .groupJoin(
      LogicalPlan.GroupJoin(
        input: plan, many: many, key: key, manyKey: manyKey, aggregates: [aggregate],
        fields: [Field(name: name, type: aggregate.type, label: label)]))
    return position
  }
}
