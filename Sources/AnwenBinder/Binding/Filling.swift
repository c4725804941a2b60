import AnwenDiagnostics
import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// The combinations of keys that have a row though nothing occurs.
struct Filling {
  /// The values of a key that are combined with those of the others.
  enum Values {
    case these([Value])
    /// The first column of some rows.
    case rows(LogicalPlan)
    case occurring
    /// All units from the first that occurs to the last.
    case between
  }

  /// For each key.
  let values: [Values]

  /// The rows of groups, with a row for each combination that has none: there a count or a sum is
  /// 0, and the rest is missing.
  func filled(_ rows: LogicalPlan, of groups: GroupedRows) -> LogicalPlan {
    let keyFields = groups.keyFields
    let blank = groups.valueFields.enumerated().map { index, field -> BoundExpression in
      .literal(groups.zero(ofValue: index) ?? field.type.blank, field.type)
    }
    let keys = keyFields.enumerated().map { BoundExpression.column($0.offset, $0.element.type) }
    let empty = LogicalPlan.project(
      LogicalPlan.Project(
        input: combinations(of: keyFields, in: rows), expressions: keys + blank,
        schema: groups.schema))
    // The row that occurs comes first, and so it counts.
    let values = groups.valueFields.enumerated().map { index, field in
      Aggregate(.first, .column(keys.count + index, field.type), type: field.type)
    }
    return .aggregate(
      LogicalPlan.AggregateRows(
        input: .union(LogicalPlan.Union(first: rows, second: empty)), keys: keys,
        aggregates: values, schema: groups.schema))
  }

  /// Each combination of the keys' values once: all values of each key in one row, which are then
  /// expanded.
  private func combinations(of fields: [Field], in rows: LogicalPlan) -> LogicalPlan {
    var plan = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: rows, keys: [], aggregates: [Aggregate(.count, type: .int)],
        schema: Schema([
          Field(name: "count", type: .int, label: LocalizedText(english: "", chinese: ""))
        ])))
    for (index, field) in fields.enumerated() {
      plan = appendingValues(of: index, field, to: plan, rows: rows)
    }
    for index in fields.indices {
      plan = .expand(LogicalPlan.Expand(input: plan, column: index + 1))
    }
    // A list without values leaves a row with a missing one.
    let columns = fields.enumerated().map {
      BoundExpression.column($0.offset + 1, $0.element.type)
    }
    plan = .filter(
      LogicalPlan.Filter(input: plan, predicate: .and(columns.map { .not(.isMissing($0)) })))
    return .project(
      LogicalPlan.Project(input: plan, expressions: columns, schema: Schema(fields)))
  }

  /// The plan with the list of a key's values.
  private func appendingValues(
    of index: Int, _ field: Field, to plan: LogicalPlan, rows: LogicalPlan
  ) -> LogicalPlan {
    let list = Field(name: field.name, type: .list(field.type), label: field.label)
    switch values[index] {
    case .these(let values): return appending(.literal(.list(values), list.type), list, to: plan)
    case .rows(let all): return joining(all, list, to: plan)
    case .occurring:
      let occurring = LogicalPlan.AggregateRows(
        input: rows, keys: [.column(index, field.type)], aggregates: [], schema: Schema([field]))
      return joining(.aggregate(occurring), list, to: plan)
    case .between: return joining(units(of: index, list, in: rows), list, to: plan)
    }
  }

  /// One row for each unit from the first that occurs to the last.
  private func units(
    of index: Int, _ list: Field, in rows: LogicalPlan
  ) -> LogicalPlan {
    let key = BoundExpression.column(index, .period)
    let ends = ["first", "last"].map {
      Field(name: $0, type: .period, label: LocalizedText(english: "", chinese: ""))
    }
    let bounds = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: rows, keys: [],
        aggregates: [Aggregate(.min, key, type: .period), Aggregate(.max, key, type: .period)],
        schema: Schema(ends)))
    let units = LogicalPlan.project(
      LogicalPlan.Project(
        input: bounds,
        expressions: [
          .call(.periodsThrough, [.column(0, .period), .column(1, .period)], list.type)
        ], schema: Schema([list])))
    return .expand(LogicalPlan.Expand(input: units, column: 0))
  }

  private func appending(
    _ expression: BoundExpression, _ field: Field, to plan: LogicalPlan
  ) -> LogicalPlan {
    let fields = plan.schema.fields
    let columns = fields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    return .project(
      LogicalPlan.Project(
        input: plan, expressions: columns + [expression], schema: Schema(fields + [field])))
  }

  /// The plan's one row meets all rows of another.
  private func joining(
    _ rows: LogicalPlan, _ list: Field, to plan: LogicalPlan
  ) -> LogicalPlan {
    let one = BoundExpression.literal(.int(1), .int)
    let values = Aggregate(
      .list, .column(0, rows.schema.fields[0].type), type: .list(rows.schema.fields[0].type))
    return .groupJoin(
      LogicalPlan.GroupJoin(
        input: plan, many: rows, key: one, manyKey: one, aggregates: [values], fields: [list]))
  }
}

extension DataType {
  /// What stands where there is no value.
  fileprivate var blank: Value { isList ? .list([]) : .missing }
}
