import AnwenPlan
import AnwenTypes

/// The columns that a query gives.
extension Binder {
  /// The plan with the columns that are shown, and some that it has besides.
  mutating func withShownColumns(
    _ scope: inout RowScope, and positions: [Int] = []
  ) -> LogicalPlan {
    var columns = shownColumns(of: &scope)
    columns += positions.map { position in
      let field = scope.plan.schema.fields[position]
      return OutputColumn(.column(position, field.type), field)
    }
    let isWhole =
      columns.map(\.field) == scope.plan.schema.fields
      && columns.enumerated().allSatisfy { $1.value == .column($0, $1.field.type) }
    return isWhole ? scope.plan : projected(scope.plan, to: columns)
  }

  func projected(_ plan: LogicalPlan, to columns: [OutputColumn]) -> LogicalPlan {
    .project(
      LogicalPlan.Project(
        input: plan, expressions: columns.map(\.value), schema: Schema(columns.map(\.field))))
  }

  mutating func shownValues(of scope: inout RowScope) -> [BoundExpression]? {
    let values = shownColumns(of: &scope).map(\.value)
    return hasProblems ? nil : values
  }

  mutating func shownColumns(of scope: inout RowScope) -> [OutputColumn] {
    var columns: [OutputColumn] = []
    for column in scope.shown {
      switch column {
      case .made(let made):
        columns.append(OutputColumn(.column(made.position, made.type), made.field))
      case .model(let index):
        guard let rows = scope.rows, let value = bindColumn(index, of: rows, in: &scope) else {
          continue
        }
        columns.append(
          OutputColumn(value, catalog.entities[rows.entity].columns[index].field))
      }
    }
    return columns
  }
}

/// A column that a query gives: its value over the plan's rows, and its name.
struct OutputColumn {
  let value: BoundExpression
  let field: Field

  init(_ value: BoundExpression, _ field: Field) {
    self.value = value
    self.field = field
  }
}
