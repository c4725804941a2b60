package import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
package import AnwenTypes

/// The values of a key as columns.
struct Pivot {
  /// The place of the key.
  let key: Int
  let columns: [PivotColumn]
  /// Whether the query says them, so that any stage may follow.
  let isSaid: Bool
  /// The stages before it.
  let stages: [StageSyntax]

  /// A column of the groups that becomes one for each value of the key.
  private struct Measure {
    let column: RowScope.NamedColumn
    let zero: Value?
  }

  /// A row for each combination of the other keys: these, then each value's columns, then the
  /// totals.
  ///
  /// - Parameters:
  ///   - cells: one row for each combination of the other keys and a value.
  ///   - totals: one row for each combination of the other keys, with the same columns.
  func rows(_ cells: RowScope, _ totals: RowScope, of grouping: Grouping) -> LogicalPlan {
    let keyFields = grouping.rowKeys.map { grouping.groups.schema.fields[$0] }
    let measures = measures(of: cells, grouping)
    let union = LogicalPlan.union(
      LogicalPlan.Union(
        first: laidOut(cells, grouping, isTotal: false),
        second: laidOut(totals, grouping, isTotal: true)))
    let (keyCount, type) = (keyFields.count, grouping.groups.schema.fields[key].type)
    let value = BoundExpression.column(keyCount, type)
    let isTotal = BoundExpression.column(keyCount + 1 + measures.count, .bool)
    var aggregates: [Aggregate] = []
    var fields = keyFields
    for column in columns {
      let isValue: BoundExpression =
        column.value.isMissing
        ? .isMissing(value) : .comparison(.equal, value, .literal(column.value, type))
      append(
        measures, where: .and([.not(isTotal), isValue]), from: keyCount + 1, to: &aggregates)
      fields += measures.map { field(column.name, column.label, $0, measures.count) }
    }
    append(measures, where: isTotal, from: keyCount + 1, to: &aggregates)
    let total = LocalizedText(english: "total", chinese: "合计")
    fields += measures.map { field("total", total, $0, measures.count) }
    let keys = keyFields.enumerated().map {
      BoundExpression.column($0.offset, $0.element.type)
    }
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: union, keys: keys, aggregates: aggregates, schema: Schema(fields)))
    return withZeros(grouped, keyCount: keyCount, measures)
  }

  private func measures(of scope: RowScope, _ grouping: Grouping) -> [Measure] {
    let keys = scope.grouping?.keyPositions ?? grouping.keyPositions
    return scope.columns.filter { !keys.contains($0.position) }.map { column in
      let base = grouping.groups.valueFields.firstIndex { field in
        let made = [ComparedColumn.previous, .change, .lastYear, .yearChange].map {
          $0.name(of: field.name)
        }
        return column.name == field.name || made.contains(column.name)
      }
      let zero = base.flatMap { grouping.groups.zero(ofValue: $0) }
      return Measure(column: column, zero: zero)
    }
  }

  /// The other keys, the key, the measures, and whether the row is a total.
  private func laidOut(
    _ scope: RowScope, _ grouping: Grouping, isTotal: Bool
  ) -> LogicalPlan {
    let positions = scope.grouping?.keyPositions ?? grouping.keyPositions
    let keys = (grouping.rowKeys + [key]).map { positions[$0] }
    let places = keys + measures(of: scope, grouping).map(\.column.position)
    let fields = places.map { scope.plan.schema.fields[$0] }
    let flag = Field(name: "is_total", type: .bool, label: LocalizedText(english: "", chinese: ""))
    return .project(
      LogicalPlan.Project(
        input: scope.plan,
        expressions: zip(places, fields).map { .column($0, $1.type) }
          + [.literal(.bool(isTotal), .bool)], schema: Schema(fields + [flag])))
  }

  private func append(
    _ measures: [Measure], where filter: BoundExpression, from start: Int,
    to aggregates: inout [Aggregate]
  ) {
    for (index, measure) in measures.enumerated() {
      let type = measure.column.type
      aggregates.append(
        Aggregate(.first, .column(start + index, type), filter: filter, type: type))
    }
  }

  /// A column's name: that of the value, and of the measure too where there are several.
  private func field(
    _ name: String, _ label: LocalizedText, _ measure: Measure, _ count: Int
  ) -> Field {
    let column = measure.column
    if count == 1 {
      return Field(name: name, type: column.type, label: label, display: column.field.display)
    }
    return Field(
      name: name + "_" + column.name, type: column.type,
      label: LocalizedText(
        english: label.english + " " + column.label.english,
        chinese: label.chinese + column.label.chinese), display: column.field.display)
  }

  /// A count or a sum is 0 where there is no group.
  private func withZeros(
    _ plan: LogicalPlan, keyCount: Int, _ measures: [Measure]
  ) -> LogicalPlan {
    let fields = plan.schema.fields
    let expressions = fields.enumerated().map { index, field -> BoundExpression in
      let column = BoundExpression.column(index, field.type)
      guard index >= keyCount,
        let zero = measures[(index - keyCount) % measures.count].zero
      else { return column }
      return .coalesce([column, .literal(zero, field.type)], field.type)
    }
    return .project(
      LogicalPlan.Project(input: plan, expressions: expressions, schema: plan.schema))
  }
}

/// A value that is the heading of columns.
package struct PivotColumn: Hashable, Sendable {
  package let value: Value
  /// In machine formats.
  package let name: String
  /// In human formats.
  package let label: LocalizedText

  /// - Parameter label: how the row is called to which the value points, if it does.
  package init(_ value: Value, type: DataType, label: String? = nil) {
    self.value = value
    if case .rank(let rank) = value, case .enumeration(let enumeration) = type {
      name = enumeration.cases[Int(rank)].name
      self.label = enumeration.cases[Int(rank)].label
    } else if value.isMissing {
      name = "missing"
      self.label = LocalizedText(english: "missing", chinese: "缺失")
    } else {
      name = Self.text(of: value)
      self.label = LocalizedText(english: label ?? name, chinese: label ?? name)
    }
  }

  private static func text(of value: Value) -> String {
    switch value {
    case .missing, .rank: ""
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let number): String(number)
    case .decimal(let number): number.description
    case .float(let number): number.description
    case .text(let text): text.string
    case .date(let date): date.description
    case .period(let period): period.description
    case .list(let elements): elements.map(text).joined(separator: ";")
    }
  }
}
