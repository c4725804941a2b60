import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Groups beside those of an earlier period.
struct Comparison {
  /// The same groups over the earlier period, a key that is a period being that which it is
  /// compared with.
  let earlier: GroupedRows
  /// The stages between the groups and the comparison.
  let stages: [StageSyntax]
  /// The key that is a period, whose later units do not count; nil where the query says one.
  let period: ComparedKey?
  /// What the status of every row is, where the query says one period that is not over.
  let status: Value?
  /// Whether the earlier period is that of the year before.
  let isLastYear: Bool

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
  func earlierRows(
    of level: [Int], shown: [GroupedRows.Shown], beside rows: LogicalPlan, isDetail: Bool
  ) -> LogicalPlan {
    let plan = earlier.rows(of: level, shown: shown)
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

  /// Both sides in one row for each combination of keys: the keys, the present values, the earlier
  /// values, and whether the present side has the group.
  func joined(
    _ present: LogicalPlan, _ past: LogicalPlan, of groups: GroupedRows
  ) -> LogicalPlan {
    let (keyCount, values) = (groups.keys.count, groups.valueFields)
    let fields = groups.schema.fields
    let isPresent = BoundExpression.column(fields.count, .bool)
    let union = LogicalPlan.union(
      LogicalPlan.Union(first: marked(present, true), second: marked(past, false)))
    let first = { (filter: BoundExpression) in
      values.enumerated().map { index, field in
        Aggregate(
          .first, .column(keyCount + index, field.type), filter: filter, type: field.type)
      }
    }
    let keys = fields.prefix(keyCount).enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let flag = Field(
      name: "is_present", type: .bool, label: LocalizedText(english: "", chinese: ""))
    let schema = Schema(fields + values + [flag])
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: union, keys: keys,
        aggregates: first(isPresent) + first(.not(isPresent)) + [
          Aggregate(.any, isPresent, type: .bool)
        ], schema: schema))
    let sides = (0..<2 * values.count).map { place -> BoundExpression in
      let (index, field) = (place % values.count, values[place % values.count])
      let column = BoundExpression.column(keyCount + place, field.type)
      guard let zero = groups.zero(ofValue: index) else { return column }
      return .coalesce([column, .literal(zero, field.type)], field.type)
    }
    return .project(
      LogicalPlan.Project(
        input: grouped,
        expressions: keys + sides + [.column(keyCount + 2 * values.count, .bool)],
        schema: schema))
  }

  private func marked(_ plan: LogicalPlan, _ isPresent: Bool) -> LogicalPlan {
    let fields = plan.schema.fields
    let columns = fields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let flag = Field(
      name: "is_present", type: .bool, label: LocalizedText(english: "", chinese: ""))
    return .project(
      LogicalPlan.Project(
        input: plan, expressions: columns + [.literal(.bool(isPresent), .bool)],
        schema: Schema(fields + [flag])))
  }

  // MARK: - Columns

  /// A column beside its earlier value, and for numbers the change and the growth, which is missing
  /// where the earlier value is 0 or missing.
  func columns(
    of now: RowScope.NamedColumn, _ then: RowScope.NamedColumn
  ) -> [(Field, BoundExpression)] {
    let (value, past) = (
      BoundExpression.column(now.position, now.type),
      BoundExpression.column(then.position, then.type)
    )
    var columns = [
      (now.field, value),
      (field(.previous, of: now, now.type), past),
    ]
    guard let type = BoundExpression.Arithmetic.subtract.resultType(now.type, now.type),
      now.type.isNumeric
    else { return columns }
    let change = BoundExpression.arithmetic(.subtract, value, past, type)
    columns.append((field(.change, of: now, type), change))
    if let ratio = BoundExpression.Arithmetic.divide.resultType(type, now.type) {
      columns.append(
        (field(.growth, of: now, ratio), .arithmetic(.divide, change, past, ratio)))
    }
    return columns
  }

  private func field(
    _ column: ComparedColumn, of now: RowScope.NamedColumn, _ type: DataType
  ) -> Field {
    let ending: (String, String) =
      switch column {
      case .previous: isLastYear ? ("last year", "同期") : ("previous", "上期")
      case .change: ("change", "增减")
      case .growth: ("growth", "增长率")
      }
    return Field(
      name: column.name(of: now.name), type: type,
      label: LocalizedText(
        english: now.label.english + " " + ending.0, chinese: now.label.chinese + ending.1),
      display: column == .growth ? DisplayFormat(isPercent: true) : now.field.display)
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
