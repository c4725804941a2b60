import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// `join`: rows of another query beside those at hand.
extension Binder {
  mutating func bindJoin(
    _ join: JoinSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    // Its periods are not about the query's own rows.
    clauseDepth += 1
    let rows = bindPipeline(join.query)
    clauseDepth -= 1
    guard let rows else { return false }
    guard !(join.kind.keepsOtherRows && scope.hasTotals), !rows.hasTotals else {
      report(StageProblem.totalsInUnion, at: place)
      return false
    }
    guard !join.name.isEmpty else {
      report(StageProblem.joinedWithoutName, at: join.query.place)
      return false
    }
    let label = label(of: join)
    let ownName = scope.rows.map { catalog.entities[$0.entity].name }
    guard join.name != ownName, !isTaken(join.name, in: scope), !scope.hasJoined(join.name) else {
      report(
        StageProblem.joinedNameTaken(label), at: join.alias?.place ?? join.query.place)
      return false
    }
    scope.meeting = [RowScope.MeetingRows(name: join.name, rows: rows)]
    let condition = bindCondition(join.condition, in: &scope)
    let other = scope.meeting.first?.rows
    scope.meeting = []
    guard let condition, var other else { return false }
    let sides = JoinSides(join, label: label, condition: condition)
    if join.kind.keepsOtherRows {
      bring(&other, into: &scope, sides)
    } else {
      scope.extend(sides.plan(scope.plan, other.plan))
    }
    return !hasProblems
  }

  /// Both rows side by side; the other columns have the name of their rows before their own.
  private mutating func bring(
    _ other: inout RowScope, into scope: inout RowScope, _ sides: JoinSides
  ) {
    var columns = other.columns
    var shown: [RowScope.NamedColumn] = []
    for column in other.shown {
      switch column {
      case .made(let made): shown.append(made)
      case .model(let index):
        guard let rows = other.rows, let value = bindColumn(index, of: rows, in: &other) else {
          return
        }
        let field = catalog.entities[rows.entity].columns[index].field
        let named = RowScope.NamedColumn(field, position: other.position(of: value, field))
        columns.append(named)
        shown.append(named)
      }
    }
    let presence =
      sides.join.kind == .left
      ? other.append(.literal(.bool(true), .bool), name: "present", label: sides.label) : nil
    let width = scope.width
    scope.extend(sides.plan(scope.plan, other.plan))
    scope.columns += columns.map { sides.named($0, behind: width) }
    scope.shown += shown.map { .made(sides.named($0, behind: width)) }
    scope.isJoined = true
    scope.joined += sides.joinedRows(of: other, presence: presence, behind: width)
    for (name, removal) in other.removed {
      scope.removed[sides.join.name + "." + name] = sides.named(removal)
    }
    // The rows are no longer those of groups.
    scope.grouping = nil
  }

  private func label(of join: JoinSyntax) -> LocalizedText {
    join.namingEntity.flatMap { catalog.entity($0)?.words.label }
      ?? LocalizedText(english: join.name, chinese: join.name)
  }

  /// A column of rows that have been joined, or are about to be.
  mutating func bindJoinedName(
    _ name: NameSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if let meeting = scope.meeting.first, meeting.name == name.path[0] {
      var rows = meeting.rows
      defer { scope.meeting[0].rows = rows }
      let inner = NameSyntax(path: Array(name.path.dropFirst()), place: name.place)
      return bindName(inner, in: &rows)?.remappingColumns { RowScope.MeetingRows.base + $0 }
    }
    guard let joined = scope.joinedRows(of: name),
      let value = bindPath(
        name.path.dropFirst(joined.path.count), from: joined.rows, in: &scope, at: name.place)
    else { return nil }
    guard let presence = joined.presence else { return value }
    // What is computed of a row stands behind its own columns, and is missing where there is none.
    if case .column(let position, _) = value, position < presence { return value }
    return .ifThenElse(
      condition: .column(presence, .bool), then: value, otherwise: .missing(value.type), value.type)
  }
}

/// A join whose condition is bound.
private struct JoinSides {
  let join: JoinSyntax
  /// The name of the other rows.
  let label: LocalizedText
  private let condition: BoundExpression

  init(_ join: JoinSyntax, label: LocalizedText, condition: BoundExpression) {
    self.join = join
    self.label = label
    self.condition = condition
  }

  func plan(_ rows: LogicalPlan, _ other: LogicalPlan) -> LogicalPlan {
    let (base, width) = (RowScope.MeetingRows.base, rows.schema.fields.count)
    return .join(
      LogicalPlan.Join(
        join.kind.plan, left: rows, right: other,
        condition: condition.remappingColumns { $0 < base ? $0 : $0 - base + width }))
  }

  func named(_ column: RowScope.NamedColumn, behind width: Int) -> RowScope.NamedColumn {
    let field = column.field
    return RowScope.NamedColumn(
      Field(
        name: join.name + "." + field.name, type: field.type, label: label.with(field.label),
        display: field.display),
      position: column.position + width)
  }

  func named(_ removal: RowScope.Removal) -> RowScope.Removal {
    switch removal {
    case .dropped: .dropped
    case .renamed(let now): .renamed(join.name + "." + now)
    }
  }

  /// The entities' rows that came with the other rows.
  func joinedRows(
    of other: RowScope, presence: Int?, behind width: Int
  ) -> [RowScope.JoinedRows] {
    let own = other.rows.map {
      RowScope.JoinedRows(path: [], label: label, rows: $0, presence: nil)
    }
    return ((own.map { [$0] } ?? []) + other.joined).map { rows in
      RowScope.JoinedRows(
        path: [join.name] + rows.path,
        label: rows.path.isEmpty ? label : label.with(rows.label),
        rows: RowScope.EntityRows(entity: rows.rows.entity, base: rows.rows.base + width),
        // Where these are none, so are those that came with them.
        presence: (rows.presence ?? presence).map { $0 + width })
    }
  }
}

extension JoinSyntax.Kind {
  fileprivate var plan: LogicalPlan.Join.Kind {
    switch self {
    case .inner: .inner
    case .left: .left
    case .semi: .semi
    case .anti: .anti
    }
  }
}

extension LocalizedText {
  /// The name of rows with that of one of their columns.
  func with(_ column: LocalizedText) -> LocalizedText {
    LocalizedText(
      english: english + "." + column.english, chinese: chinese + "." + column.chinese)
  }
}
