import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
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
    let field: Field
    let position: Int

    init(_ field: Field, position: Int) {
      self.field = field
      self.position = position
    }

    var name: String { field.name }
    var type: DataType { field.type }
    var label: LocalizedText { field.label }
  }

  /// A column that a query gives which ends here.
  enum ShownColumn {
    /// A column of the entity, by its place in the model.
    case model(Int)
    case made(NamedColumn)
  }

  /// Rows outside of those at hand, with the names that they have.
  struct OuterRows {
    let rows: EntityRows?
    let columns: [NamedColumn]
    let joined: [JoinedRows]
  }

  /// What became of a name that is no longer in scope.
  enum Removal {
    case dropped
    case renamed(String)
  }

  var plan: LogicalPlan
  /// Nil once `select` or `summarize` has made other rows.
  let rows: EntityRows?
  var columns: [NamedColumn]
  /// Whether there is one row of nothing, in which aggregates name their entities.
  var isOneRow = false
  /// How the rows came out of groups, until a stage makes other rows of them.
  var grouping: Grouping?
  /// Whether these are total rows, which have no place among others.
  var isOfTotals = false
  /// In their order.
  var shown: [ShownColumn]
  /// Whether a join has put other rows beside those of the entity.
  var isJoined = false
  /// Rows of entities that joins have brought beside these.
  var joined: [JoinedRows] = []
  /// The other rows of which a condition speaks, until they are joined; at most one.
  var meeting: [MeetingRows] = []
  /// Names that a stage took away.
  var removed: [String: Removal] = [:]
  /// The rows outside of these, the nearest first; their columns stand in this plan too.
  private(set) var outerRows: [OuterRows] = []
  /// Where the columns of referenced rows start, by the reference: where the columns of its rows
  /// start, and its place among the entity's.
  private var lookups: [Int: Int] = [:]

  /// What the model's columns and conditions mean over the rows that start at a column, by name,
  /// so that one used twice is computed once.
  private var definitions: [Int: [String: BoundExpression]] = [:]

  init(plan: LogicalPlan, rows: EntityRows?, columns: [NamedColumn] = []) {
    self.plan = plan
    self.rows = rows
    self.columns = columns
    shown = columns.map { .made($0) }
  }

  /// Remembers a stage that the groups passed, for rows that have to pass it later.
  mutating func note(_ stage: StageSyntax) {
    switch stage.kind {
    case .summarize, .total, .pivot, .compare, .fill, .write: break
    case .filter, .select, .derive, .sort, .take, .skip, .distinct, .top, .rename, .drop,
      .expand, .join, .combine, .assertion, .require:
      grouping?.laterStages.append(stage)
    }
  }

  /// The same plan, seen from the rows of one entity inside it.
  func focused(on rows: EntityRows) -> RowScope {
    var scope = RowScope(plan: plan, rows: rows)
    scope.outerRows = outerRows
    scope.lookups = lookups
    scope.definitions = definitions
    return scope
  }

  /// The same plan, seen from rows outside of these.
  func seen(from rows: OuterRows) -> RowScope {
    var scope = RowScope(plan: plan, rows: rows.rows, columns: rows.columns)
    scope.joined = rows.joined
    scope.lookups = lookups
    scope.definitions = definitions
    return scope
  }

  /// Each of these rows beside each of others, which are then outside of them; their columns keep
  /// their places, and the number of their row stands behind.
  func beside(_ outer: RowScope) -> RowScope {
    let hand = LogicalPlan.RowsAtHand(columns: Array(0..<outer.width), of: outer.plan.schema)
    let offset = hand.schema.fields.count
    let pairs = LogicalPlan.Join(
      .inner, left: .rowsAtHand(hand), right: plan, condition: .literal(.bool(true), .bool))
    var scope = RowScope(
      plan: .join(pairs),
      rows: rows.map { EntityRows(entity: $0.entity, base: $0.base + offset) },
      columns: columns.map { NamedColumn($0.field, position: $0.position + offset) })
    let nearest = OuterRows(rows: outer.rows, columns: outer.columns, joined: outer.joined)
    scope.outerRows = [nearest] + outer.outerRows
    scope.lookups = outer.lookups
    scope.definitions = outer.definitions
    return scope
  }

  /// The same plan where no row is at hand: names of columns mean nothing.
  var withoutRows: RowScope { RowScope(plan: plan, rows: nil) }

  /// Takes over what another view of the plan appended to it.
  mutating func adopt(_ other: RowScope) {
    plan = other.plan
    lookups = other.lookups
    definitions = other.definitions
  }

  /// What a column or condition of the model is over some rows, where it has been bound before.
  func definition(_ name: String, of rows: EntityRows) -> BoundExpression? {
    definitions[rows.base]?[name]
  }

  mutating func remember(_ name: String, of rows: EntityRows, as expression: BoundExpression) {
    definitions[rows.base, default: [:]][name] = expression
  }

  var width: Int { plan.schema.fields.count }

  func column(named name: String) -> NamedColumn? { columns.last { $0.name == name } }

  /// Keeps the rows in which all conditions hold; a filter at the top takes them in.
  mutating func keepRows(where conditions: [BoundExpression]) {
    var terms = conditions.flatMap(\.conjuncts)
    var input = plan
    if case .filter(let node) = plan {
      terms = node.predicate.conjuncts + terms
      input = node.input
    }
    plan = .filter(LogicalPlan.Filter(input: input, predicate: .all(terms)))
  }

  /// Replaces the plan by one whose first columns are the same.
  mutating func extend(_ plan: LogicalPlan) { self.plan = plan }

  /// The rows that a reference reaches; joins them where this has not been done yet.
  mutating func referencedRows(
    from rows: EntityRows, column: Int, key: BoundExpression, target: Int,
    targetScan: LogicalPlan, targetKey: BoundExpression
  ) -> EntityRows {
    let place = rows.base << 24 | column
    if let base = lookups[place] { return EntityRows(entity: target, base: base) }
    let base = width
    lookups[place] = base
    plan = .lookup(
      LogicalPlan.Lookup(input: plan, target: targetScan, key: key, targetKey: targetKey))
    return EntityRows(entity: target, base: base)
  }

  /// Where a value stands; what is computed is appended.
  mutating func position(of value: BoundExpression, _ field: Field) -> Int {
    if case .column(let known, _) = value { return known }
    return append(value, name: field.name, label: field.label)
  }

  /// Appends a computed column.
  mutating func append(_ expression: BoundExpression, name: String, label: LocalizedText) -> Int {
    let field = Field(name: name, type: expression.type, label: label)
    let width = width
    if case .project(let node) = plan, node.isExtension(readBy: expression) {
      // Beside the columns appended before, so that many of them make no deep plan.
      plan = .project(
        LogicalPlan.Project(
          input: node.input, expressions: node.expressions + [expression],
          schema: Schema(node.schema.fields + [field])))
      return width
    }
    let fields = plan.schema.fields
    let pass = fields.enumerated().map { BoundExpression.column($0.offset, $0.element.type) }
    plan = .project(
      LogicalPlan.Project(
        input: plan, expressions: pass + [expression], schema: Schema(fields + [field])))
    return width
  }

  /// Appends an aggregate over the matching rows of another plan, and gives its position.
  mutating func appendGroupJoin(
    _ many: LogicalPlan, key: BoundExpression, manyKey: BoundExpression, aggregate: Aggregate,
    name: String
  ) -> Int {
    let label = LocalizedText(english: name, chinese: name)
    let field = Field(name: name, type: aggregate.type, label: label)
    let position = width
    guard case .groupJoin(let node) = plan, node.key == key, node.manyKey == manyKey,
      node.many == many
    else {
      plan = .groupJoin(
        LogicalPlan.GroupJoin(
          input: plan, many: many, key: key, manyKey: manyKey, aggregates: [aggregate],
          fields: [field]))
      return position
    }
    // The same rows once more.
    if let known = node.aggregates.firstIndex(of: aggregate) {
      return position - node.aggregates.count + known
    }
    plan = .groupJoin(
      LogicalPlan.GroupJoin(
        input: node.input, many: many, key: key, manyKey: manyKey,
        aggregates: node.aggregates + [aggregate], fields: node.fields + [field]))
    return position
  }
}

extension LogicalPlan.Project {
  /// Whether it only appends columns, none of which the expression reads.
  fileprivate func isExtension(readBy expression: BoundExpression) -> Bool {
    let width = input.schema.fields.count
    guard expressions.count > width else { return false }
    for position in 0..<width {
      guard case .column(position, _) = expressions[position] else { return false }
    }
    return expression.columns.allSatisfy { $0 < width }
  }
}

extension LogicalPlan {
  /// Whether more than so many nodes stand one over the other.
  func isDeeper(than limit: Int) -> Bool {
    var level = [self]
    for _ in 0..<limit {
      level = level.flatMap(\.inputs)
      if level.isEmpty { return false }
    }
    return true
  }
}

extension RowScope.ShownColumn {
  var isModel: Bool { if case .model = self { true } else { false } }
}
