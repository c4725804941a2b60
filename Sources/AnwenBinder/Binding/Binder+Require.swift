import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// What each row must have in each of some periods.
extension Binder {
  /// The days of a year.
  private static let requiredPeriodLimit = 366

  /// A requirement over the rows at hand.
  private struct BoundRequirement {
    let quantity: ExistenceSyntax.Quantity
    let periods: [Period]
    /// The number of related rows in each.
    let counts: [BoundExpression]
    /// Of which rows it is required.
    let condition: BoundExpression?
  }

  mutating func bindRequire(
    _ require: RequireSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard let rows = scope.rows else {
      report(AnalysisProblem.requiresOfNoEntity, at: place)
      return false
    }
    var bound: [BoundRequirement] = []
    for requirement in require.requirements {
      guard let one = bindRequirement(requirement, in: &scope) else { return false }
      bound.append(one)
    }
    let period = appendPeriods(bound, to: &scope)
    appendColumns(bound, period: period, to: &scope)
    guard appendStatus(bound, period: period, of: rows, to: &scope) else { return false }
    let entity = catalog.entities[rows.entity]
    let shown = entity.identity
    let made = scope.columns.suffix(RequiredColumn.allCases.count)
    scope.shown = shown.map { .model($0) } + made.map { .made($0) }
    return require.isSummary ? summarizeStandings(shown, of: rows, in: &scope) : true
  }

  private mutating func bindRequirement(
    _ requirement: RequireSyntax.Requirement, in scope: inout RowScope
  ) -> BoundRequirement? {
    var periods: [Period] = []
    for period in resolve(requirement.periods.periods) ?? [] {
      switch resolver.units(requirement.periods.unit, of: period) {
      case .success(let units): periods += units.filter { !periods.contains($0) }
      case .failure(let problem):
        report(problem as any Problem, at: requirement.periods.place)
        return nil
      }
    }
    guard !hasProblems else { return nil }
    guard periods.count <= Self.requiredPeriodLimit else {
      report(
        AnalysisProblem.tooManyPeriods(periods.count, limit: Self.requiredPeriodLimit),
        at: requirement.periods.place)
      return nil
    }
    guard let counts = bindCounts(requirement.count, in: periods, &scope) else { return nil }
    var condition: BoundExpression?
    if let syntax = requirement.condition {
      guard let bound = bindCondition(syntax, in: &scope) else { return nil }
      condition = bound
    }
    return BoundRequirement(
      quantity: requirement.quantity, periods: periods, counts: counts, condition: condition)
  }

  /// The number of related rows whose main date lies in each period.
  private mutating func bindCounts(
    _ count: AggregateSyntax, in periods: [Period], _ scope: inout RowScope
  ) -> [BoundExpression]? {
    guard let relation = count.relation, let entity = catalog.entity(relation.clause.entity),
      entity.mainDate != nil
    else {
      let words = count.relation.flatMap { catalog.entity($0.clause.entity) }?.words
      report(
        SyntaxProblem.noMainDate(
          of: LocalizedText(
            english: words?.text(in: .english) ?? "", chinese: words?.text(in: .chinese) ?? "")),
        at: count.place)
      return nil
    }
    // The periods are the requirement's, and not said of a date by themselves.
    let said = saidPeriods
    defer { saidPeriods = said }
    var counts: [BoundExpression] = []
    for period in periods {
      guard let days = period.syntax else { return nil }
      let date = ExpressionSyntax.mainDate(PeriodListSyntax(days, place: count.place))
      guard let bound = bindExpression(.aggregate(count.adding(date)), in: &scope) else {
        return nil
      }
      counts.append(bound)
    }
    return counts
  }

  // MARK: - Columns

  /// A row for each period that is required of a row; gives the period's column.
  private func appendPeriods(
    _ requirements: [BoundRequirement], to scope: inout RowScope
  ) -> BoundExpression {
    let type = DataType.list(.period)
    let lists = choice(requirements, type, otherwise: .list([])) { requirement in
      .literal(.list(requirement.periods.map { .period($0) }), type)
    }
    let label = RequiredColumn.period.label
    let position = scope.append(lists, name: RequiredColumn.period.rawValue, label: label)
    scope.extend(.expand(LogicalPlan.Expand(input: scope.plan, column: position)))
    let period = BoundExpression.column(position, .period)
    // Of a row without a requirement nothing is required.
    scope.keepRows(where: [.not(.isMissing(period))])
    let field = Field(name: RequiredColumn.period.rawValue, type: .period, label: label)
    scope.columns.append(RowScope.NamedColumn(field, position: position))
    return period
  }

  private func appendColumns(
    _ requirements: [BoundRequirement], period: BoundExpression, to scope: inout RowScope
  ) {
    let done = choice(requirements, .int, otherwise: .missing) { requirement in
      zip(requirement.periods, requirement.counts).reversed().reduce(.literal(.missing, .int)) {
        .ifThenElse(condition: isPeriod($1.0, period), then: $1.1, otherwise: $0, .int)
      }
    }
    let required = choice(requirements, .int, otherwise: .missing) { requirement in
      .literal(.int(Int64(requirement.quantity.number)), .int)
    }
    append(done, as: .done, to: &scope)
    append(required, as: .required, to: &scope)
  }

  private func isPeriod(_ value: Period, _ period: BoundExpression) -> BoundExpression {
    .comparison(.equal, period, .literal(.period(value), .period))
  }

  private func append(
    _ value: BoundExpression, as column: RequiredColumn, to scope: inout RowScope
  ) {
    let position = scope.append(value, name: column.rawValue, label: column.label)
    let field = Field(name: column.rawValue, type: value.type, label: column.label)
    scope.columns.append(RowScope.NamedColumn(field, position: position))
  }

  /// The value of the requirement that a row has.
  private func choice(
    _ requirements: [BoundRequirement], _ type: DataType, otherwise: Value,
    _ value: (BoundRequirement) -> BoundExpression
  ) -> BoundExpression {
    requirements.reversed().reduce(.literal(otherwise, type)) { rest, requirement in
      guard let condition = requirement.condition else { return value(requirement) }
      return .ifThenElse(
        condition: condition, then: value(requirement), otherwise: rest, type)
    }
  }

  private mutating func appendStatus(
    _ requirements: [BoundRequirement], period: BoundExpression, of rows: RowScope.EntityRows,
    to scope: inout RowScope
  ) -> Bool {
    guard let done = scope.column(named: RequiredColumn.done.rawValue) else { return false }
    let type = DataType.enumeration(.standing)
    let count = BoundExpression.column(done.position, .int)
    let judged = choice(requirements, type, otherwise: .missing) { requirement in
      standing(of: requirement, period: period, count: count)
    }
    guard
      let exists = bindLife(
        of: rows, requirements.flatMap(\.periods), period: period, scope: &scope)
    else { return false }
    let status = BoundExpression.ifThenElse(
      condition: exists, then: judged, otherwise: .literal(Standing.notApplicable.value, type),
      type)
    append(status, as: .status, to: &scope)
    return true
  }

  /// What comes of a requirement, today being what it is.
  private func standing(
    of requirement: BoundRequirement, period: BoundExpression, count: BoundExpression
  ) -> BoundExpression {
    let today = resolver.today
    let over = requirement.periods.filter { $0.last.map { $0 < today } ?? false }
    let ahead = requirement.periods.filter { $0.start.map { $0 > today } ?? false }
    func isOne(of periods: [Period]) -> BoundExpression {
      .isIn(period, values: periods.map { .period($0) })
    }
    func compare(_ comparison: BoundExpression.Comparison, _ number: Int) -> BoundExpression {
      .comparison(comparison, count, .literal(.int(Int64(number)), .int))
    }
    let open = either(
      isOne(of: ahead), .upcoming, otherwise: literal(.inProgress))
    switch requirement.quantity {
    case .some, .only:
      return either(
        compare(.greaterOrEqual, 1), .met,
        otherwise: either(isOne(of: over), .missed, otherwise: open))
    case .atLeast(let number):
      return either(
        compare(.greaterOrEqual, number.value), .met,
        otherwise: either(isOne(of: over), .missed, otherwise: open))
    case .none:
      return either(
        compare(.greater, 0), .missed, otherwise: either(isOne(of: over), .met, otherwise: open))
    case .atMost(let number):
      return either(
        compare(.greater, number.value), .missed,
        otherwise: either(isOne(of: over), .met, otherwise: open))
    case .exactly(let number):
      let last = either(compare(.equal, number.value), .met, otherwise: literal(.missed))
      return either(
        compare(.greater, number.value), .missed,
        otherwise: .ifThenElse(
          condition: isOne(of: over), then: last, otherwise: open, .enumeration(.standing)))
    }
  }

  private func literal(_ standing: Standing) -> BoundExpression {
    .literal(standing.value, .enumeration(.standing))
  }

  private func either(
    _ condition: BoundExpression, _ standing: Standing, otherwise: BoundExpression
  ) -> BoundExpression {
    .ifThenElse(
      condition: condition, then: literal(standing), otherwise: otherwise, .enumeration(.standing))
  }

  /// Whether the row exists on a day of the period.
  private mutating func bindLife(
    of rows: RowScope.EntityRows, _ periods: [Period], period: BoundExpression,
    scope: inout RowScope
  ) -> BoundExpression? {
    let life = catalog.entities[rows.entity].life
    var conditions: [BoundExpression] = []
    if let index = life.from {
      guard let from = bindColumn(index, of: rows, in: &scope) else { return nil }
      let begins = periods.map { one -> BoundExpression in
        .and([isPeriod(one, period), inDays(from, from: nil, through: one.last)])
      }
      conditions.append(.or([.isMissing(from)] + begins))
    }
    if let index = life.to {
      guard let to = bindColumn(index, of: rows, in: &scope) else { return nil }
      let ends = periods.map { one -> BoundExpression in
        .and([isPeriod(one, period), inDays(to, from: one.start, through: nil)])
      }
      conditions.append(.or([.isMissing(to)] + ends))
    }
    return .and(conditions)
  }

  // MARK: - Summary

  /// The number of periods of each standing for each row.
  private mutating func summarizeStandings(
    _ shown: [Int], of rows: RowScope.EntityRows, in scope: inout RowScope
  ) -> Bool {
    let entity = catalog.entities[rows.entity]
    var keys: [BoundExpression] = []
    var fields: [Field] = []
    for index in shown {
      guard let key = bindColumn(index, of: rows, in: &scope) else { return false }
      keys.append(key)
      fields.append(
        Field(name: entity.columns[index].name, type: key.type, label: entity.columns[index].label))
    }
    guard let status = scope.column(named: RequiredColumn.status.rawValue) else { return false }
    let column = BoundExpression.column(status.position, status.type)
    let counts = Standing.allCases.map { standing in
      Aggregate(
        .count, filter: .comparison(.equal, column, literal(standing)), type: .int)
    }
    fields += Standing.allCases.map {
      Field(name: $0.words.name, type: .int, label: $0.label)
    }
    let values = Standing.allCases.indices.map {
      BoundExpression.column(keys.count + $0, .int)
    }
    let groups = GroupedRows(
      source: scope.plan, keys: keys, aggregates: counts, values: values, schema: Schema(fields))
    scope = outputScope(groups.rows(of: groups.allKeys))
    scope.grouping = Grouping(groups)
    return true
  }
}

extension RequiredColumn {
  var label: LocalizedText { LocalizedText(english: rawValue, chinese: chinese) }
}

extension ExistenceSyntax.Quantity {
  /// The number that is compared with.
  fileprivate var number: Int {
    switch self {
    case .some, .only: 1
    case .none: 0
    case .atLeast(let number), .atMost(let number), .exactly(let number): number.value
    }
  }
}

extension AggregateSyntax {
  /// The same of the rows for which one more thing holds.
  fileprivate func adding(_ modifier: ExpressionSyntax) -> AggregateSyntax {
    let narrowed = relation.map { relation in
      let clause = relation.clause
      return RelatedSyntax(
        path: relation.path,
        clause: ClauseSyntax(
          entity: clause.entity, modifiers: clause.modifiers + [modifier],
          nounPlace: clause.nounPlace, place: clause.place))
    }
    return AggregateSyntax(
      function: function, argument: argument, relation: narrowed, filter: filter, place: place)
  }
}

extension Period {
  /// The literal of its days; nil where a side is open.
  fileprivate var syntax: PeriodSyntax? {
    guard let start, let last else { return nil }
    return .range(
      .day(start.day, month: start.month, year: start.year),
      .day(last.day, month: last.month, year: last.year))
  }
}
