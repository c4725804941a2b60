import AnwenEngine
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Limits and interruption")
struct LimitTests {
  private let table = TestTable(
    name: "t", fields: [("n", .int)], rows: (0..<10).map { [.int($0)] })

  private func engine(
    batchSize: Int = 3, maxRows: Int? = nil, maxMemory: Int? = nil,
    interruption: @escaping @Sendable () -> Interruption? = { nil }
  ) -> Engine {
    Engine(
      source: TestSource(tables: [table], batchSize: 4), batchSize: batchSize, maxRows: maxRows,
      maxMemory: maxMemory,
      interruption: interruption)
  }

  @Test func tooManyRowsAreAnError() throws {
    #expect(try engine(maxRows: 10).run(table.scan).rowCount == 10)
    let error = #expect(throws: EngineError.self) { try engine(maxRows: 9).run(table.scan) }
    #expect(try #require(error).code == "E0601")
    #expect(try #require(error).message.chinese == "结果超过 9 行")
  }

  /// The table's ten ints are 80 bytes, which a sort holds twice for a moment, while it joins its
  /// batches of three.
  @Test func aSortHoldsAllRows() throws {
    let plan = sort(table.scan)
    #expect(try engine(maxMemory: 320).run(plan).rowCount == 10)
    let error = #expect(throws: EngineError.self) { try engine(maxMemory: 100).run(plan) }
    #expect(try #require(error).code == "E0608")
    #expect(
      try #require(error).message.english
        == "sorting needs more memory than the limit of 100 B: keep fewer rows or columns before it,"
        + " or raise the limit")
  }

  @Test func eachHolderOfRowsIsNamed() throws {
    let n = table.column("n")
    let field = Field(name: "a", type: .int, label: .init(english: "a", chinese: "a"))
    let grouped = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: table.scan, keys: [n], aggregates: [], schema: Schema([field])))
    let joined = LogicalPlan.groupJoin(
      LogicalPlan.GroupJoin(
        input: table.scan, many: table.scan, key: n, manyKey: n,
        aggregates: [Aggregate(.sum, n, type: .int)], fields: [field]))
    let pairs = LogicalPlan.join(
      LogicalPlan.Join(
        .semi, left: table.scan, right: table.scan,
        condition: .comparison(.less, n, .column(1, .int))))
    for (plan, holder) in [
      (table.scan, MemoryHolder.result), (grouped, .grouping), (joined, .joining),
      (sort(table.scan), .sorting), (pairs, .joining),
    ] {
      let error = #expect(throws: EngineError.self) { try engine(maxMemory: 30).run(plan) }
      guard case .tooMuchMemory(30, holder) = error else {
        Issue.record("\(holder): \(String(describing: error))")
        continue
      }
    }
  }

  /// Three left rows at a time meet all 1,000 right ones: 3,000 rows of two ints are 48,000 bytes, of
  /// which the group above sees three rows at a time.
  @Test func aJoinHoldsTheRowsThatItHandsOn() throws {
    let many = TestTable(
      name: "t", fields: [("n", .int)], rows: (0..<1_000).map { [.int(Int64($0))] })
    let pairs = LogicalPlan.join(
      LogicalPlan.Join(
        .inner, left: many.scan, right: many.scan, condition: .literal(.bool(true), .bool)))
    let field = Field(name: "a", type: .int, label: .init(english: "a", chinese: "a"))
    let plan = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: pairs, keys: [], aggregates: [Aggregate(.count, type: .int)],
        schema: Schema([field])))
    func run(maxMemory: Int) throws(EngineError) -> Int {
      try Engine(
        source: TestSource(tables: [many], batchSize: 3), batchSize: 3, maxMemory: maxMemory
      ).run(plan).rowCount
    }
    #expect(try run(maxMemory: 100_000) == 1)
    let error = #expect(throws: EngineError.self) { try run(maxMemory: 40_000) }
    guard case .tooMuchMemory(40_000, .joining) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// 40,000 rows pass, of which it keeps the first three and those of a piece.
  @Test func theFirstRowsOfASortTakeLittleMemory() throws {
    let many = TestTable(
      name: "t", fields: [("n", .int)], rows: (0..<40_000).map { [.int(40_000 - $0)] })
    let source = TestSource(tables: [many], batchSize: 1_000)
    let plan = LogicalPlan.sort(
      LogicalPlan.Sort(
        input: many.scan, keys: [LogicalPlan.Sort.Key(many.column("n"), isDescending: false)],
        limit: 3))
    let engine = Engine(source: source, batchSize: 1_000, maxMemory: 200_000)
    let rows = try engine.run(plan)
    #expect(
      rows.batches.flatMap { batch in (0..<batch.rowCount).map { batch.columns[0][$0] } }
        == [.int(1), .int(2), .int(3)])
  }

  private func sort(_ input: LogicalPlan) -> LogicalPlan {
    .sort(
      LogicalPlan.Sort(
        input: input, keys: [LogicalPlan.Sort.Key(table.column("n"), isDescending: true)]))
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

  @Test func equalValuesOfAJoinAreLookedUp() throws {
    let count = Int64(20_000)
    let many = TestTable(
      name: "m", fields: [("k", .int), ("t", .text)],
      rows: (0..<count).map { [.int($0 / 2), .text("t\($0)")] })
    let isSame = BoundExpression.and([
      .comparison(.equal, many.column("k"), .column(2, .int)),
      .comparison(.equal, many.column("t"), .column(3, .text)),
      .not(.comparison(.less, many.column("k"), .column(2, .int))),
    ])
    let joined = LogicalPlan.join(
      LogicalPlan.Join(.inner, left: many.scan, right: many.scan, condition: isSame))
    let source = TestSource(tables: [many], batchSize: 20_000)
    #expect(try Engine(source: source).run(joined).rowCount == Int(count))
  }
}
