import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// A period that the question says of a date.
struct SaidPeriod {
  let place: SourceRange
  let date: BoundExpression
  /// Whether it is about a date of the query's own rows, and not of rows related to them.
  let isOfRows: Bool
  let syntax: PeriodSyntax
  let periods: [Period]
}

/// The periods of a question that are moved while it is bound again.
struct MovedPeriods {
  let places: Set<SourceRange>
  let earlier: EarlierPeriodSyntax
}

extension Binder {
  /// Binds `compare`: the rows of an earlier period beside those of the present one.
  mutating func bindCompare(
    _ compare: CompareSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard var grouping = groups(of: scope, for: .compare, at: place) else { return false }
    if let stage = grouping.laterStages.first(where: { !$0.mayStandBeforeCompare }) {
      report(AnalysisProblem.compareTooLate, at: stage.place)
      return false
    }
    guard grouping.comparison == nil, grouping.prefix != nil else {
      report(AnalysisProblem.compareTooLate, at: place)
      return false
    }
    let keys = grouping.groups.keys.indices.filter {
      grouping.groups.schema.fields[$0].type == .period
    }
    for (earlier, columns) in zip(compare.earlier, compare.columns) {
      let comparison =
        keys.isEmpty || compare.date != nil
        ? movedQuery(compare.date, earlier, columns, grouping, at: place)
        : movedKey(earlier, columns, keys, grouping, at: place)
      guard let comparison else { return false }
      if grouping.comparison == nil {
        grouping.comparison = comparison
      } else {
        grouping.comparison?.sides += comparison.sides
      }
    }
    grouping.laterStages = []
    guard let compared = groupRows(grouping, level: nil) else { return false }
    scope = compared
    return true
  }

  /// The whole query again, with the one period that it says moved.
  private mutating func movedQuery(
    _ date: NameSyntax?, _ earlier: EarlierPeriodSyntax, _ columns: [ComparedColumn],
    _ grouping: Grouping, at place: SyntaxRange
  ) -> Comparison? {
    var said = saidPeriods
    if let date {
      guard let column = sourceColumn(date, of: grouping) else { return nil }
      said = said.filter { $0.isOfRows && $0.date == column }
    }
    let places = Set(said.map(\.place))
    guard places.count == 1, let period = said.first else {
      report(
        AnalysisProblem.comparesNotOnePeriod(count: places.count), at: date?.place ?? place)
      return nil
    }
    for present in period.periods {
      guard let moved = EarlierPeriod.of(present, said: period.syntax, earlier) else {
        report(AnalysisProblem.noEarlierPeriod, at: place)
        return nil
      }
      if let start = present.start, let last = moved.last, last >= start {
        report(AnalysisProblem.overlappingPeriods, at: place)
        return nil
      }
    }
    guard let groups = earlierGroups(grouping, places, earlier) else { return nil }
    let side = Comparison.Side(
      groups: groups, isLastYear: earlier == .sameLastYear, columns: columns)
    return Comparison(
      sides: [side], stages: grouping.laterStages, period: nil,
      status: standing(of: period)?.value)
  }

  /// Each row beside that of an earlier value of the key that is a period.
  private mutating func movedKey(
    _ earlier: EarlierPeriodSyntax, _ columns: [ComparedColumn], _ keys: [Int],
    _ grouping: Grouping, at place: SyntaxRange
  ) -> Comparison? {
    guard keys.count == 1, let index = keys.first, let key = PeriodKey(grouping.groups.keys[index]),
      let moved = key.movedForward(by: earlier),
      let current = key.period(containing: resolver.today)
    else {
      report(AnalysisProblem.unitsDoNotMeet, at: place)
      return nil
    }
    let said = saidPeriods.filter { $0.isOfRows && $0.date == key.date }
    guard
      let groups = earlierGroups(
        grouping, Set(said.map(\.place)),
        // By the unit of the key, and not by the length of what is said.
        earlier == .previousPeriod ? .previous(key.unit) : earlier)
    else { return nil }
    var keys = groups.keys
    // Both are bound alike, but for the days of the periods.
    keys[index] = moved
    let last = said.flatMap(\.periods).compactMap(\.last).max()
    let compared = Comparison.ComparedKey(
      place: index, current: current, isSaid: !said.isEmpty,
      mayBeUnfinished: last.map { $0 >= resolver.today } ?? true)
    let side = Comparison.Side(
      groups: GroupedRows(
        source: groups.source, keys: keys, aggregates: groups.aggregates, values: groups.values,
        schema: groups.schema), isLastYear: earlier == .sameLastYear, columns: columns)
    return Comparison(
      sides: [side], stages: grouping.laterStages, period: compared, status: nil)
  }

  /// The groups of the query with some of its periods moved.
  private mutating func earlierGroups(
    _ grouping: Grouping, _ places: Set<SourceRange>, _ earlier: EarlierPeriodSyntax
  ) -> GroupedRows? {
    guard let prefix = grouping.prefix else { return nil }
    let outer = (saidPeriods, movedPeriods)
    movedPeriods = MovedPeriods(places: places, earlier: earlier)
    defer { (saidPeriods, movedPeriods) = outer }
    return bindPipeline(prefix)?.grouping?.groups
  }

  /// A column of the rows that were grouped.
  private mutating func sourceColumn(
    _ name: NameSyntax, of grouping: Grouping
  ) -> BoundExpression? {
    guard let entity = grouping.prefix?.source.entity.flatMap({ catalog.entityIndex($0) }) else {
      report(.unknownName(name.path.joined(separator: "."), candidates: []), at: name.place)
      return nil
    }
    var rows = scanScope(of: entity)
    return bindName(name, in: &rows)
  }

  /// Whether a whole period is not over.
  private func standing(of said: SaidPeriod) -> Standing? {
    guard !said.syntax.isToDate, let last = said.periods.compactMap(\.last).max(),
      last >= resolver.today
    else { return nil }
    let start = said.periods.compactMap(\.start).min()
    return start.map { $0 > resolver.today } == true ? .upcoming : .inProgress
  }

  // MARK: - Rows

  /// Rows of groups beside those of the earlier periods, behind the stages before the comparison.
  mutating func compared(
    _ rows: LogicalPlan, with comparison: Comparison, of grouping: Grouping, level: [Int]?,
    shown: [GroupedRows.Shown]
  ) -> RowScope? {
    let past = comparison.sides.map { side in
      comparison.rows(
        of: side, level: level ?? grouping.groups.allKeys, shown: shown, beside: rows,
        isDetail: level == nil)
    }
    var scope = outputScope(comparison.joined(rows, past, of: grouping.groups))
    let (keyCount, width) = (grouping.groups.keys.count, grouping.groups.valueFields.count)
    let columns = scope.columns
    let keys = Array(columns.prefix(keyCount))
    if level == nil, !comparison.showsEarlierGroups {
      scope.keepRows(where: [.column(keyCount + (past.count + 1) * width, .bool)])
    }
    scope.columns = Array(columns.prefix(keyCount + width))
    for stage in comparison.stages where stage.isDerive {
      guard bindStage(stage, in: &scope) else { return nil }
    }
    let present = scope.columns
    var then: [[RowScope.NamedColumn]] = []
    for side in 1...past.count {
      scope.columns = keys + columns[(keyCount + side * width)..<(keyCount + (side + 1) * width)]
      for stage in comparison.stages where stage.isDerive {
        guard bindStage(stage, in: &scope) else { return nil }
      }
      then.append(scope.columns)
    }
    scope.columns = present
    for stage in comparison.stages where level == nil && !stage.isDerive {
      guard bindStage(stage, in: &scope) else { return nil }
    }
    var made = keys.map { key in
      (key.field, BoundExpression.column(key.position, key.type))
    }
    for (index, now) in present.enumerated().dropFirst(keyCount) {
      made.append((now.field, .column(now.position, now.type)))
      for (side, columns) in zip(comparison.sides, then) {
        made += comparison.columns(of: now, columns[index], side)
      }
    }
    if comparison.hasStatus { made.append(comparison.statusColumn(scope)) }
    return outputScope(
      .project(
        LogicalPlan.Project(
          input: scope.plan, expressions: made.map(\.1), schema: Schema(made.map(\.0)))))
  }
}

extension StageSyntax {
  /// Whether it keeps the columns as they are or appends some.
  fileprivate var mayStandBeforeCompare: Bool {
    switch kind {
    case .derive, .filter, .sort, .take, .skip, .top, .assertion: true
    case .select, .rename, .drop, .expand, .distinct, .join, .combine, .summarize, .total, .pivot,
      .compare, .fill, .require, .write:
      false
    }
  }
}

extension Binder {
  /// Remembers a period that the question says of a date; gives the earlier one while it is moved.
  mutating func noted(
    _ periods: [Period], _ syntax: PeriodListSyntax, about date: BoundExpression
  ) -> [Period] {
    guard periods.allSatisfy({ $0.start != nil && $0.last != nil }) else { return periods }
    saidPeriods.append(
      SaidPeriod(
        place: syntax.place.range, date: date, isOfRows: clauseDepth == 0, syntax: syntax.period,
        periods: periods))
    guard let movedPeriods, movedPeriods.places.contains(syntax.place.range) else { return periods }
    return periods.map {
      EarlierPeriod.of($0, said: syntax.period, movedPeriods.earlier) ?? $0
    }
  }
}
