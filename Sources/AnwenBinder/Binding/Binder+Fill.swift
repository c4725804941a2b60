import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Rows for combinations of keys that do not occur.
extension Binder {
  mutating func bindFill(
    _ fill: FillSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard var grouping = groups(of: scope, for: .fill, at: place) else { return false }
    if let stage = grouping.laterStages.first(where: { !$0.isDerive })
      ?? grouping.comparison?.stages.first
    {
      report(AnalysisProblem.fillTooLate, at: stage.place)
      return false
    }
    guard grouping.comparison == nil else {
      report(AnalysisProblem.fillTooLate, at: place)
      return false
    }
    if let source = fill.periods, !isFilled(by: source, grouping) { return false }
    var filled: [Int] = []
    for name in fill.keys {
      guard let index = keyIndex(name, of: grouping, in: scope) else { return false }
      filled.append(index)
    }
    var values: [Filling.Values] = []
    for index in grouping.groups.keys.indices {
      if !fill.keys.isEmpty, !filled.contains(index) {
        values.append(.occurring)
        continue
      }
      guard let key = fillingValues(of: index, grouping, fill.periods, at: place) else {
        return false
      }
      values.append(key)
    }
    grouping.filling = Filling(values: values)
    guard let rows = groupRows(grouping, level: nil) else { return false }
    scope = rows
    return true
  }

  /// The values that a key has: all rows of an entity, all values of an enumeration, the units of
  /// a period, and of anything else what occurs.
  private mutating func fillingValues(
    of index: Int, _ grouping: Grouping, _ source: PeriodSourceSyntax?, at place: SyntaxRange
  ) -> Filling.Values? {
    let type = grouping.groups.schema.fields[index].type
    switch type {
    case .reference(let reference):
      guard let entity = catalog.entity(reference.entity), let key = entity.key else {
        return .occurring
      }
      if entity.isSample { usesSample = true }
      // A reference is stored as the key is to which it points.
      return .rows(
        .scan(
          LogicalPlan.Scan(
            table: entity.name, columns: [entity.columns[key].name],
            schema: Schema([grouping.groups.schema.fields[index]]))))
    case .enumeration(let enumeration):
      return .these(enumeration.cases.indices.map { .rank(UInt8($0)) })
    case .bool: return .these([.bool(false), .bool(true)])
    case .period:
      let key = grouping.groups.keys[index]
      // The stage says the units of one key; another one has its own.
      let isMeant = source.map { PeriodKey(key)?.unit == $0.unit } ?? false
      return fillingPeriods(of: key, isMeant ? source : nil, at: place)
    case .int, .decimal, .float, .text, .date, .list: return .occurring
    }
  }

  /// The units of the period that the stage says; else of that which the query says about the date,
  /// as far as they have begun; else from the first that occurs to the last.
  private mutating func fillingPeriods(
    of key: BoundExpression, _ source: PeriodSourceSyntax?, at place: SyntaxRange
  ) -> Filling.Values? {
    guard let unit = PeriodKey(key) else { return .occurring }
    if let source {
      guard let periods = resolve(source.periods) else { return nil }
      return units(source.unit, of: periods, at: source.place).map {
        .these($0.map { .period($0) })
      }
    }
    guard let said = saidPeriods.last(where: { $0.isOfRows && $0.date == unit.date }) else {
      return .between
    }
    return units(unit.unit, of: said.periods, at: place).map { units in
      .these(units.filter { $0.start.map { $0 <= resolver.today } ?? true }.map { .period($0) })
    }
  }

  private mutating func units(
    _ unit: PeriodUnit, of periods: [Period], at place: SyntaxRange
  ) -> [Period]? {
    var units: [Period] = []
    for period in periods {
      switch resolver.units(unit, of: period) {
      case .success(let found): units += found.filter { !units.contains($0) }
      case .failure(let problem):
        report(problem as any Problem, at: place)
        return nil
      }
    }
    return units
  }

  /// Whether one of the keys is such a unit.
  private mutating func isFilled(
    by source: PeriodSourceSyntax, _ grouping: Grouping
  ) -> Bool {
    let units = grouping.groups.keys.compactMap { PeriodKey($0)?.unit }
    guard units.contains(source.unit) else {
      report(AnalysisProblem.noSuchPeriodKey, at: source.place)
      return false
    }
    return true
  }
}

extension StageSyntax {
  var isDerive: Bool { if case .derive = kind { true } else { false } }
}
