import AnwenDiagnostics
import AnwenPlan
import AnwenTypes

/// The sample tables and short spellings that the tests of plans use.
enum Sample {
  static let risk = EnumerationType(
    name: "risk", cases: ["low", "major"].map { .init(name: $0, label: label($0)) })

  static func label(_ name: String) -> LocalizedText {
    LocalizedText(english: name, chinese: name)
  }

  static func field(_ name: String, _ type: DataType) -> Field {
    Field(name: name, type: type, label: label(name))
  }

  /// The first column is the table's key.
  static func scan(_ table: String, _ fields: [(String, DataType)]) -> LogicalPlan {
    .scan(
      LogicalPlan.Scan(
        table: table, columns: fields.map(\.0), key: 0,
        schema: Schema(fields.map { field($0.0, $0.1) })))
  }

  /// number, title, section, due, open, tags
  static let tasks = scan(
    "tasks",
    [
      ("number", .int), ("title", .text), ("section", .int), ("due", .date), ("open", .bool),
      ("tags", .list(.text)),
    ])

  /// number, task
  static let measures = scan("measures", [("number", .text), ("task", .int)])

  static let number = BoundExpression.column(0, .int)
  static let title = BoundExpression.column(1, .text)
  static let section = BoundExpression.column(2, .int)
  static let due = BoundExpression.column(3, .date)
  static let open = BoundExpression.column(4, .bool)
  static let tags = BoundExpression.column(5, .list(.text))

  static func int(_ value: Int64) -> BoundExpression { .literal(.int(value), .int) }
  static func text(_ value: String) -> BoundExpression { .literal(.text(value), .text) }
  static let yes = BoundExpression.literal(.bool(true), .bool)
  static let no = BoundExpression.literal(.bool(false), .bool)
  static let missingInt = BoundExpression.literal(.missing, .int)

  static func add(_ left: BoundExpression, _ right: BoundExpression) -> BoundExpression {
    .arithmetic(.add, left, right, .int)
  }

  static func equal(_ left: BoundExpression, _ right: BoundExpression) -> BoundExpression {
    .comparison(.equal, left, right)
  }

  static func less(_ left: BoundExpression, _ right: BoundExpression) -> BoundExpression {
    .comparison(.less, left, right)
  }

  static func filter(_ input: LogicalPlan, _ predicate: BoundExpression) -> LogicalPlan {
    .filter(LogicalPlan.Filter(input: input, predicate: predicate))
  }

  static func project(
    _ input: LogicalPlan, _ items: [(String, BoundExpression)]
  ) -> LogicalPlan {
    .project(
      LogicalPlan.Project(
        input: input, expressions: items.map(\.1),
        schema: Schema(items.map { field($0.0, $0.1.type) })))
  }

  static func sort(
    _ input: LogicalPlan, _ expression: BoundExpression, isDescending: Bool = false
  ) -> LogicalPlan {
    .sort(
      LogicalPlan.Sort(
        input: input, keys: [LogicalPlan.Sort.Key(expression, isDescending: isDescending)]))
  }

  static func slice(_ input: LogicalPlan, offset: Int = 0, count: Int?) -> LogicalPlan {
    .slice(LogicalPlan.Slice(input: input, offset: offset, count: count))
  }

  static func aggregate(
    _ input: LogicalPlan, by keys: [(String, BoundExpression)],
    _ aggregates: [(String, Aggregate)]
  ) -> LogicalPlan {
    .aggregate(
      LogicalPlan.AggregateRows(
        input: input, keys: keys.map(\.1), aggregates: aggregates.map(\.1),
        schema: Schema(
          keys.map { field($0.0, $0.1.type) } + aggregates.map { field($0.0, $0.1.type) })))
  }

  static func lookup(
    _ input: LogicalPlan, _ target: LogicalPlan, _ key: BoundExpression,
    _ targetKey: BoundExpression
  ) -> LogicalPlan {
    .lookup(
      LogicalPlan.Lookup(input: input, target: target, key: key, targetKey: targetKey))
  }

  static func groupJoin(
    _ input: LogicalPlan, _ many: LogicalPlan, _ key: BoundExpression,
    _ manyKey: BoundExpression, _ aggregates: [(String, Aggregate)]
  ) -> LogicalPlan {
    .groupJoin(
      LogicalPlan.GroupJoin(
        input: input, many: many, key: key, manyKey: manyKey,
        aggregates: aggregates.map(\.1), fields: aggregates.map { field($0.0, $0.1.type) }))
  }

  static func expand(_ input: LogicalPlan, _ column: Int) -> LogicalPlan {
    .expand(LogicalPlan.Expand(input: input, column: column))
  }

  static let count = Aggregate(.count, type: .int)
}
