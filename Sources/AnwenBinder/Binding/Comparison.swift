import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Groups beside those of earlier periods.
struct Comparison {
  /// An earlier period.
  struct Side {
    /// The same groups over it, a key that is a period being that which it is compared with.
    let groups: GroupedRows
    /// Whether it is that of the year before.
    let isLastYear: Bool
    /// Its value, the change and the growth.
    let columns: [ComparedColumn]
  }

  /// One for each earlier period.
  var sides: [Side]
  /// The stages between the groups and the comparison.
  let stages: [StageSyntax]
  /// The key that is a period, whose later units do not count; nil where the query says one.
  let period: ComparedKey?
  /// What the status of every row is, where the query says one period that is not over.
  let status: Value?

  struct ComparedKey {
    let place: Int
    /// The unit that holds today.
    let current: Period
    /// Whether the query says of which days the earlier rows are; else they are those of the units
    /// that occur.
    let isSaid: Bool
    /// Whether a unit that is not over may be among the rows.
    let mayBeUnfinished: Bool
  }

  /// Whether rows of groups that only the earlier period has are shown.
  var showsEarlierGroups: Bool { stages.allSatisfy { !$0.dropsRows } }

  /// Whether there is a column that tells which rows are not over.
  var hasStatus: Bool { status != nil || period?.mayBeUnfinished == true }

  /// The groups of the earlier period of a level of keys.
  func rows(
    of side: Side, level: [Int], shown: [GroupedRows.Shown], beside rows: LogicalPlan,
    isDetail: Bool
  ) -> LogicalPlan {
    let plan = side.groups.rows(of: level, shown: shown)
    guard isDetail, let period else { return plan }
    let key = BoundExpression.column(period.place, .period)
    let begun = LogicalPlan.filter(
      LogicalPlan.Filter(
        input: plan,
        predicate: .comparison(
          .lessOrEqual, key, .literal(.period(period.current), .period))))
    if period.isSaid { return begun }
    return .matching(
      LogicalPlan.Matching(input: begun, other: rows, keys: [key], otherKeys: [key]))
  }

  /// All sides in one row for each combination of keys: the keys, the present values, those of each
  /// earlier period, and whether the present side has the group.
  func joined(
    _ present: LogicalPlan, _ past: [LogicalPlan], of groups: GroupedRows
  ) -> LogicalPlan {
    let (keyCount, values) = (groups.keys.count, groups.valueFields)
    let fields = groups.schema.fields
    let side = BoundExpression.column(fields.count, .int)
    let isOf = { (index: Int) in
      BoundExpression.comparison(.equal, side, .literal(.int(Int64(index)), .int))
    }
    let union = past.enumerated().reduce(marked(present, 0)) { plan, earlier in
      .union(LogicalPlan.Union(first: plan, second: marked(earlier.element, earlier.offset + 1)))
    }
    let first = (0...past.count).flatMap { index in
      values.enumerated().map { value, field in
        Aggregate(
          .first, .column(keyCount + value, field.type), filter: isOf(index), type: field.type)
      }
    }
    let keys = fields.prefix(keyCount).enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let flag = Field(
      name: "is_present", type: .bool, label: LocalizedText(english: "", chinese: ""))
    let width = (past.count + 1) * values.count
    let schema = Schema(fields + past.flatMap { _ in values } + [flag])
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: union, keys: keys,
        aggregates: first + [Aggregate(.any, isOf(0), type: .bool)], schema: schema))
    let sides = (0..<width).map { place -> BoundExpression in
      let (index, field) = (place % values.count, values[place % values.count])
      let column = BoundExpression.column(keyCount + place, field.type)
      guard let zero = groups.zero(ofValue: index) else { return column }
      return .coalesce([column, .literal(zero, field.type)], field.type)
    }
    return .project(
      LogicalPlan.Project(
        input: grouped,
        expressions: keys + sides + [.column(keyCount + width, .bool)],
        schema: schema))
  }

  private func marked(_ plan: LogicalPlan, _ side: Int) -> LogicalPlan {
    let fields = plan.schema.fields
    let columns = fields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let number = Field(name: "side", type: .int, label: LocalizedText(english: "", chinese: ""))
    return .project(
      LogicalPlan.Project(
        input: plan, expressions: columns + [.literal(.int(Int64(side)), .int)],
        schema: Schema(fields + [number])))
  }

  // MARK: - Columns

  /// The earlier value of a column, and for numbers the change and the growth, which is missing
  /// where the earlier value is 0 or missing.
  func columns(
    of now: RowScope.NamedColumn, _ then: RowScope.NamedColumn, _ side: Side
  ) -> [(Field, BoundExpression)] {
    let (value, past) = (
      BoundExpression.column(now.position, now.type),
      BoundExpression.column(then.position, then.type)
    )
    var columns = [(field(side.columns[0], of: now, now.type, side), past)]
    guard let type = BoundExpression.Arithmetic.subtract.resultType(now.type, now.type),
      now.type.isNumeric
    else { return columns }
    let change = BoundExpression.arithmetic(.subtract, value, past, type)
    columns.append((field(side.columns[1], of: now, type, side), change))
    if let ratio = BoundExpression.Arithmetic.divide.resultType(type, now.type) {
      columns.append(
        (
          field(side.columns[2], of: now, ratio, side),
          .arithmetic(.divide, change, past, ratio)
        ))
    }
    return columns
  }

  private func field(
    _ column: ComparedColumn, of now: RowScope.NamedColumn, _ type: DataType, _ side: Side
  ) -> Field {
    let isAlone = sides.count == 1
    let ending: (String, String) =
      switch column {
      case .previous: side.isLastYear ? ("last year", "同期") : ("previous", "上期")
      case .change: ("change", isAlone ? "增减" : "环比增减")
      case .growth: ("growth", isAlone ? "增长率" : "环比增长率")
      case .lastYear: ("last year", "同期")
      case .yearChange: ("year-on-year change", "同比增减")
      case .yearGrowth: ("year-on-year growth", "同比增长率")
      }
    return Field(
      name: column.name(of: now.name), type: type,
      label: LocalizedText(
        english: now.label.english + " " + ending.0, chinese: now.label.chinese + ending.1),
      display: column == side.columns[2] ? DisplayFormat(isPercent: true) : now.field.display)
  }

  /// Which rows are not over.
  func statusColumn(_ scope: RowScope) -> (Field, BoundExpression) {
    let type = DataType.enumeration(.standing)
    let field = Field(
      name: "status", type: type, label: LocalizedText(english: "status", chinese: "状态"))
    guard let period else { return (field, .literal(status ?? .missing, type)) }
    let key = BoundExpression.column(period.place, .period)
    let current = BoundExpression.literal(.period(period.current), .period)
    return (
      field,
      .ifThenElse(
        condition: .comparison(.equal, key, current),
        then: .literal(Standing.inProgress.value, type),
        otherwise: .ifThenElse(
          condition: .comparison(.greater, key, current),
          then: .literal(Standing.upcoming.value, type), otherwise: .literal(.missing, type), type),
        type)
    )
  }
}
