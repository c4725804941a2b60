import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Rows that read those outside of them.
extension Binder {
  /// A column of the nearest rows outside that have one of the name.
  mutating func bindOuterName(
    _ name: NameSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard !scope.outerRows.isEmpty else {
      report(RelationProblem.noOuterRows as any Problem, at: name.place)
      return nil
    }
    for rows in scope.outerRows where has(name, in: rows) {
      var view = scope.seen(from: rows)
      defer { scope.adopt(view) }
      return bindName(name, in: &view)
    }
    let known = scope.outerRows.flatMap { rows in
      rows.columns.map(\.name)
        + (rows.rows.map { catalog.entities[$0.entity].columns.map(\.name) } ?? [])
    }
    let key = name.path.joined(separator: ".")
    report(
      .unknownName(key, candidates: NearestWords.nearest(to: key, among: known)), at: name.place)
    return nil
  }

  private func has(_ name: NameSyntax, in rows: RowScope.OuterRows) -> Bool {
    if rows.columns.contains(where: { $0.name == name.path.joined(separator: ".") })
      || rows.joined.contains(where: { $0.path[0] == name.path[0] })
    {
      return true
    }
    return rows.rows.map { catalog.entities[$0.entity].columnIndex(name.path[0]) != nil } ?? false
  }

  /// Joins an aggregate over rows that are found for each row at hand: pairs of the two, in which
  /// either can be read.
  mutating func joinCorrelatedAggregate(
    _ related: RelatedSyntax, in scope: inout RowScope, at place: SyntaxRange,
    _ aggregate: (inout Binder, inout RowScope) -> Aggregate?
  ) -> BoundExpression? {
    var meeting: Link?
    if !related.path.isEmpty {
      guard let rows = scope.rows,
        let link = link(by: related.path, from: rows, in: &scope, at: place)
      else { return nil }
      meeting = link
    }
    let position = scope.width
    let outer = scope
    let pairs = bindClause(related.clause) { binder, rows in
      var pairs = rows.beside(outer)
      guard let meeting else { return pairs }
      guard let key = binder.bindTarget(of: meeting, in: &pairs, at: place) else { return nil }
      pairs.keepRows(where: [meets(meeting.key, key)])
      return pairs
    }
    guard var pairs, let function = aggregate(&self, &pairs) else { return nil }
    let rows = related.path.isEmpty ? [related.clause.entity] : related.path
    let name = "\(function.function.rawValue)(\(rows.joined(separator: ".")))"
    let label = LocalizedText(english: name, chinese: name)
    scope.extend(
      .correlation(
        LogicalPlan.Correlation(
          input: scope.plan, many: pairs.plan, number: .column(position, .int),
          aggregates: [function],
          fields: [Field(name: name, type: function.type, label: label)])))
    return .column(position, function.type)
  }
}

/// Whether two keys, each of which may be a list, lead to each other.
private func meets(_ first: BoundExpression, _ second: BoundExpression) -> BoundExpression {
  first.type.isList || second.type.isList
    ? .call(.sharesElement, [first, second], .bool) : .comparison(.equal, first, second)
}
