import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Stages that bring in the rows of another query.
extension Binder {
  mutating func bindCombination(
    _ operation: SetOperation, _ query: QuerySyntax, at place: SyntaxRange,
    in scope: inout RowScope
  ) -> Bool {
    guard var other = bindPipeline(query) else { return false }
    // Total rows belong to the result alone, and rows of a union come out of no groups.
    let hasTotals = operation == .union && scope.hasTotals || other.hasTotals
    guard !hasTotals else {
      report(StageProblem.totalsInUnion, at: place)
      return false
    }
    switch operation {
    case .union: return bindUnion(with: &other, at: place, in: &scope)
    case .except: return keepRows(among: &other, isNegated: true, at: place, in: &scope)
    case .intersect: return keepRows(among: &other, isNegated: false, at: place, in: &scope)
    }
  }

  /// The other rows below those at hand, column by column.
  ///
  /// Rows of one entity stay what they are, unless a column was dropped or renamed on a side;
  /// others only have the columns that are shown.
  private mutating func bindUnion(
    with other: inout RowScope, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    var first = sharesEntity(scope, other) ? entityColumns(of: scope) : shownColumns(of: &scope)
    var second = sharesEntity(scope, other) ? entityColumns(of: other) : shownColumns(of: &other)
    guard !hasProblems, align(&first, &second, at: place) else { return false }
    let plan = LogicalPlan.union(
      LogicalPlan.Union(
        first: projected(scope.plan, to: first), second: projected(other.plan, to: second)))
    guard sharesEntity(scope, other), let rows = scope.rows else {
      scope = outputScope(plan)
      return true
    }
    var whole = RowScope(plan: plan, rows: RowScope.EntityRows(entity: rows.entity, base: 0))
    let storedCount = storedColumns(of: rows).count
    whole.columns = first.indices.dropFirst(storedCount).map { position in
      RowScope.NamedColumn(first[position].field, position: position)
    }
    whole.shown = scope.shown.filter(\.isModel) + whole.columns.map { .made($0) }
    scope = whole
    return true
  }

  /// Keeps the rows that are, or are not, among the others: rows of one entity by its key, others
  /// where all columns that are shown are alike, missing being one value.
  private mutating func keepRows(
    among other: inout RowScope, isNegated: Bool, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard let (keys, otherKeys) = comparedValues(of: &scope, &other, at: place) else {
      return false
    }
    scope.extend(
      .matching(
        LogicalPlan.Matching(
          input: scope.plan, other: other.plan, keys: keys, otherKeys: otherKeys,
          isNegated: isNegated)))
    return true
  }

  /// The values by which rows of both sides are compared.
  private mutating func comparedValues(
    of scope: inout RowScope, _ other: inout RowScope, at place: SyntaxRange
  ) -> ([BoundExpression], [BoundExpression])? {
    if !scope.isJoined, !other.isJoined, let rows = scope.rows, let others = other.rows,
      rows.entity == others.entity
    {
      if let key = keyExpression(of: rows.entity, base: rows.base),
        let otherKey = keyExpression(of: others.entity, base: others.base)
      {
        return ([key], [otherKey])
      }
      return (storedColumns(of: rows).map(\.value), storedColumns(of: others).map(\.value))
    }
    var (first, second) = (shownColumns(of: &scope), shownColumns(of: &other))
    guard !hasProblems, align(&first, &second, at: place) else { return nil }
    return (first.map(\.value), second.map(\.value))
  }

  /// Whether both are rows of one entity, with all its columns.
  private func sharesEntity(_ first: RowScope, _ second: RowScope) -> Bool {
    first.rows != nil && first.rows?.entity == second.rows?.entity && first.isPlain
      && second.isPlain
  }

  /// The stored columns of an entity's rows, then those that the query made.
  private func entityColumns(of scope: RowScope) -> [OutputColumn] {
    guard let rows = scope.rows else { return [] }
    var columns = storedColumns(of: rows)
    columns += scope.columns.map { column in
      OutputColumn(.column(column.position, column.type), column.field)
    }
    return columns
  }

  private func storedColumns(of rows: RowScope.EntityRows) -> [OutputColumn] {
    scan(of: rows.entity).schema.fields.enumerated().map { offset, field in
      OutputColumn(.column(rows.base + offset, field.type), field)
    }
  }

  /// What gives the key of the rows that one of the columns refers to, if the other holds such keys.
  private func keyPath(of first: Field, beside second: Field?) -> String? {
    guard let second else { return nil }
    for (field, other) in [(first, second), (second, first)] {
      guard case .reference(let reference) = field.type,
        let entity = catalog.entity(reference.entity), let key = entity.key,
        entity.columns[key].type == other.type
      else { continue }
      return field.name + "." + entity.columns[key].name
    }
    return nil
  }

  /// Gives both sides the same columns in the same order, by their names: those of the first, then
  /// those that only the second has. A column that a side lacks is missing there.
  private mutating func align(
    _ first: inout [OutputColumn], _ second: inout [OutputColumn], at place: SyntaxRange
  ) -> Bool {
    var (left, right): ([OutputColumn], [OutputColumn]) = ([], [])
    for column in first {
      let match = second.first { $0.field.name == column.field.name }
      guard let type = TypeRules.common(column.field.type, match?.field.type ?? column.field.type)
      else {
        report(
          StageProblem.sidesDiffer(
            column: column.field.name, first: column.field.type,
            second: match?.field.type ?? column.field.type,
            key: keyPath(of: column.field, beside: match?.field)), at: place)
        return false
      }
      left.append(column.converted(to: type))
      right.append(match?.converted(to: type) ?? column.missing)
    }
    for column in second where !first.contains(where: { $0.field.name == column.field.name }) {
      left.append(column.missing)
      right.append(column)
    }
    (first, second) = (left, right)
    return true
  }
}

extension RowScope {
  var hasTotals: Bool { grouping?.levels.isEmpty == false }

  /// Whether they are rows of an entity and nothing else, with all its columns.
  fileprivate var isPlain: Bool { removed.isEmpty && !isJoined }
}

extension BoundExpression {
  /// What stands where there is no value of a type.
  static func missing(_ type: DataType) -> BoundExpression {
    .literal(type.isList ? .list([]) : .missing, type)
  }
}

extension OutputColumn {
  /// The column under a type that holds all its values.
  fileprivate func converted(to type: DataType) -> OutputColumn {
    OutputColumn(
      TypeRules.converted(value, to: type) ?? value,
      Field(name: field.name, type: type, label: field.label, display: field.display))
  }

  /// What stands in its place on the side that lacks it.
  fileprivate var missing: OutputColumn {
    OutputColumn(.missing(field.type), field)
  }
}
