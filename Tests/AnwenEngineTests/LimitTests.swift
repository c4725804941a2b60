import AnwenEngine
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Limits and interruption")
struct LimitTests {
  private let table = TestTable(
    name: "t", fields: [("n", .int)], rows: (0..<10).map { [.int($0)] })

  private func engine(
    batchSize: Int = 3, maxRows: Int? = nil,
    interruption: @escaping @Sendable () -> Interruption? = { nil }
  ) -> Engine {
    Engine(
      source: TestSource(tables: [table], batchSize: 4), batchSize: batchSize, maxRows: maxRows,
      interruption: interruption)
  }

  @Test func tooManyRowsAreAnError() throws {
    #expect(try engine(maxRows: 10).run(table.scan).rowCount == 10)
    let error = #expect(throws: EngineError.self) { try engine(maxRows: 9).run(table.scan) }
    #expect(try #require(error).code == "E0601")
    #expect(try #require(error).message.chinese == "结果超过 9 行")
  }

  @Test(
    "interruption",
    arguments: [(Interruption.cancelled, "E0602"), (.timedOut, "E0603")])
  func interruption(reason: Interruption, code: String) throws {
    let error = #expect(throws: EngineError.self) {
      try engine(interruption: { reason }).run(table.scan)
    }
    #expect(try #require(error).code == code)
  }

  @Test func aTableThatCannotBeReadGivesItsProblem() throws {
    let other = TestTable(name: "u", fields: table.fields, rows: [])
    let error = #expect(throws: EngineError.self) { try engine().run(other.scan) }
    #expect(try #require(error).code == "E0499")
  }

  @Test func whetherALaterRowFailsDoesNotDependOnTheBatch() throws {
    // Row 8 overflows, and the slice needs the first two rows only.
    let last = BoundExpression.literal(.int(.max - 7), .int)
    let plan = LogicalPlan.slice(
      LogicalPlan.Slice(
        input: project([.arithmetic(.add, table.column("n"), last, .int)], table.scan), offset: 0,
        count: 2))
    for batchSize in [1, 3, 2048] {
      #expect(throws: EngineError.self) { try engine(batchSize: batchSize).run(plan) }
    }
  }

  @Test func deepPlansRun() throws {
    var plan = table.scan
    let isThere = BoundExpression.not(.isMissing(table.column("n")))
    for depth in 0..<1000 {
      plan =
        depth % 3 == 0
        ? .filter(LogicalPlan.Filter(input: plan, predicate: isThere))
        : depth % 3 == 1
          ? project([.column(0, .int)], plan)
          : .slice(LogicalPlan.Slice(input: plan, offset: 0, count: 9))
    }
    #expect(try engine().run(plan).rowCount == 9)
  }

  @Test func manyGroupsAndKeysTakeNoSquare() throws {
    let count = Int64(20_000)
    let many = TestTable(
      name: "m", fields: [("k", .int), ("t", .text), ("l", .list(.int))],
      rows: (0..<count).map { [.int($0), .text("t\($0)"), .list([.int($0), .int($0 + 1)])] })
    let field = Field(name: "n", type: .int, label: .init(english: "n", chinese: "n"))
    let source = TestSource(tables: [many], batchSize: 20_000)
    let joined = LogicalPlan.groupJoin(
      LogicalPlan.GroupJoin(
        input: many.scan, many: many.scan, key: many.column("l"), manyKey: many.column("l"),
        aggregates: [Aggregate(.count, type: .int)], fields: [field]))
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: joined, keys: [many.column("t"), .column(3, .int)],
        aggregates: [Aggregate(.max, many.column("t"), type: .text)],
        schema: Schema([many.schema.fields[1], field, many.schema.fields[1]])))
    #expect(try Engine(source: source).run(grouped).rowCount == Int(count))
  }
}
