import AnwenColumns
import AnwenDiagnostics
import AnwenEngine
import AnwenPlan
import AnwenTypes

/// A table for tests: rows of values.
struct TestTable: Sendable {
  let name: String
  let fields: [(name: String, type: DataType)]
  let rows: [[Value]]
  /// The column that is there in every row and different in each.
  var key: Int?

  var schema: Schema {
    Schema(
      fields.map {
        Field(
          name: $0.name, type: $0.type, label: LocalizedText(english: $0.name, chinese: $0.name))
      })
  }

  var scan: LogicalPlan {
    .scan(LogicalPlan.Scan(table: name, columns: fields.map(\.name), key: key, schema: schema))
  }

  func column(_ name: String) -> BoundExpression {
    let position = fields.firstIndex { $0.name == name } ?? fields.count
    return .column(position, fields[position].type)
  }
}

/// Gives test tables to an engine, in batches of a few rows each.
struct TestSource: TableSource {
  let tables: [TestTable]
  let batchSize: Int

  private struct NoSuchTable: Problem {
    let code = "E0499"
    let message = LocalizedText(english: "no such table", chinese: "没有此表")
  }

  func batches(ofTable name: String, columns: [String]) throws(TableSourceError) -> [Batch] {
    guard let table = tables.first(where: { $0.name == name }) else {
      throw TableSourceError(NoSuchTable())
    }
    return stride(from: 0, to: table.rows.count, by: batchSize).map { start in
      let rows = table.rows[start..<min(start + batchSize, table.rows.count)]
      let given = columns.map { column in
        let position = table.fields.firstIndex { $0.name == column } ?? 0
        return Column(rows.map { $0[position] }, type: table.fields[position].type)
      }
      return Batch(columns: given, rowCount: rows.count)
    }
  }
}

extension ResultTable {
  /// The rows as values.
  var rows: [[Value]] {
    batches.flatMap { batch in
      (0..<batch.rowCount).map { row in batch.columns.map { $0[row] } }
    }
  }
}

/// Runs a plan over test tables.
func run(
  _ plan: LogicalPlan, _ tables: [TestTable], batchSize: Int = 2048
) throws(EngineError) -> [[Value]] {
  try Engine(source: TestSource(tables: tables, batchSize: 50), batchSize: batchSize).run(plan).rows
}

/// A projection of one expression over a table.
func project(_ expressions: [BoundExpression], _ input: LogicalPlan) -> LogicalPlan {
  let fields = expressions.indices.map { index in
    Field(
      name: "x\(index)", type: expressions[index].type,
      label: LocalizedText(english: "x", chinese: "x"))
  }
  return .project(
    LogicalPlan.Project(input: input, expressions: expressions, schema: Schema(fields)))
}

/// The value of an expression without columns.
func value(of expression: BoundExpression) throws(EngineError) -> Value {
  let one = TestTable(name: "one", fields: [("n", .int)], rows: [[.int(0)]])
  return try run(project([expression], one.scan), [one])[0][0]
}

extension Value {
  /// A decimal as written, or missing where it is not one.
  static func number(_ text: String) -> Value {
    DecimalNumber(text).map { .decimal($0) } ?? .missing
  }

  /// A date given as `2024-06-30`, or missing where there is no such day.
  static func day(_ text: String) -> Value {
    CalendarDate(text).map { .date($0) } ?? .missing
  }

  /// The period between two days.
  static func period(
    _ first: String, _ last: String, _ granularity: Period.Granularity
  ) -> Value {
    guard case .date(let start) = day(first), case .date(let end) = day(last) else {
      return .missing
    }
    return .period(Period(start: start, last: end, granularity: granularity))
  }
}
