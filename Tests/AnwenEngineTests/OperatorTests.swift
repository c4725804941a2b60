import AnwenEngine
import AnwenPlan
import AnwenTypes
import Testing

@Suite("Operators")
struct OperatorTests {
  private let points = TestTable(
    name: "points", fields: [("id", .int), ("dept", .text), ("staff", .list(.text))],
    rows: [
      [.int(1), .text("b"), .list([.text("王小明"), .text("李小红")])],
      [.int(2), .missing, .list([])], [.int(3), .text("a"), .list([.text("李小红")])],
      [.int(4), .text("b"), .list([.text("赵小刚"), .text("王小明")])],
    ])

  private let visits = TestTable(
    name: "visits", fields: [("point", .int), ("found", .int), ("by", .text)],
    rows: [
      [.int(3), .int(2), .text("李小红")], [.int(1), .missing, .text("王小明")],
      [.int(1), .int(5), .text("李小红")], [.missing, .int(7), .missing],
      [.int(9), .int(1), .text("李小红")],
    ])

  private func column(_ position: Int, _ type: DataType) -> BoundExpression {
    .column(position, type)
  }

  private func aggregate(
    _ table: TestTable, by keys: [BoundExpression], _ aggregates: [Aggregate]
  ) throws -> [[Value]] {
    let types = keys.map(\.type) + aggregates.map(\.type)
    let fields = types.map { Field(name: "x", type: $0, label: .init(english: "x", chinese: "x")) }
    let plan = LogicalPlan.aggregate(
      LogicalPlan.AggregateRows(
        input: table.scan, keys: keys, aggregates: aggregates, schema: Schema(fields)))
    try PlanVerifier.check(plan)
    return try run(plan, [table])
  }

  @Test func filterKeepsTheRowsWhereItIsTrue() throws {
    let isB = BoundExpression.comparison(
      .equal, points.column("dept"), .literal(.text("b"), .text))
    let kept = try run(
      .filter(LogicalPlan.Filter(input: points.scan, predicate: isB)), [points])
    #expect(kept.map { $0[0] } == [.int(1), .int(4)])
    let rest = try run(
      .filter(LogicalPlan.Filter(input: points.scan, predicate: .not(isB))), [points])
    #expect(rest.map { $0[0] } == [.int(2), .int(3)])
  }

  @Test func sortIsStableAndPutsMissingLast() throws {
    for (isDescending, expected) in [(false, [Int64(3), 1, 4, 2]), (true, [1, 4, 3, 2])] {
      let key = LogicalPlan.Sort.Key(points.column("dept"), isDescending: isDescending)
      let rows = try run(.sort(LogicalPlan.Sort(input: points.scan, keys: [key])), [points])
      #expect(rows.map { $0[0] } == expected.map { .int($0) })
    }
  }

  @Test(
    "slices",
    arguments: [
      (0, 2 as Int?, [1, 2]), (1, 2, [2, 3]), (3, nil, [4]), (9, 1, []), (0, 0, []),
      (2, Int.max, [3, 4]),
    ])
  func slice(offset: Int, count: Int?, expected: [Int64]) throws {
    for batchSize in [1, 3, 2048] {
      let plan = LogicalPlan.slice(
        LogicalPlan.Slice(input: points.scan, offset: offset, count: count))
      let rows = try run(plan, [points], batchSize: batchSize)
      #expect(rows.map { $0[0] } == expected.map { .int($0) })
    }
  }

  @Test func groupsComeInKeyOrderWithMissingLast() throws {
    let found = visits.column("found")
    let rows = try aggregate(
      visits, by: [visits.column("by")],
      [
        Aggregate(.count, type: .int), Aggregate(.count, found, type: .int),
        Aggregate(.sum, found, type: .int), Aggregate(.avg, found, type: .decimal(scale: 6)),
        Aggregate(.first, found, type: .int), Aggregate(.list, found, type: .list(.int)),
      ])
    #expect(
      rows == [
        [
          .text("李小红"), .int(3), .int(3), .int(8), .number("2.666667"), .int(2),
          .list([.int(2), .int(5), .int(1)]),
        ],
        [.text("王小明"), .int(1), .int(0), .int(0), .missing, .missing, .list([])],
        [.missing, .int(1), .int(1), .int(7), .number("7"), .int(7), .list([.int(7)])],
      ])
  }

  @Test func overNothingThereIsOneRowOfEmptyAggregates() throws {
    let empty = TestTable(
      name: "t", fields: [("n", .int), ("x", .float), ("b", .bool)], rows: [])
    let (n, x, b) = (empty.column("n"), empty.column("x"), empty.column("b"))
    let rate = DataType.decimal(scale: 6)
    let rows = try aggregate(
      empty, by: [],
      [
        Aggregate(.count, type: .int), Aggregate(.countDistinct, n, type: .int),
        Aggregate(.sum, n, type: .int), Aggregate(.sum, x, type: .float),
        Aggregate(.avg, x, type: .float), Aggregate(.min, n, type: .int),
        Aggregate(.median, n, type: rate), Aggregate(.last, n, type: .int),
        Aggregate(.any, b, type: .bool), Aggregate(.every, b, type: .bool),
        Aggregate(.rate, b, type: rate), Aggregate(.list, n, type: .list(.int)),
      ])
    #expect(
      rows == [
        [
          .int(0), .int(0), .int(0), .float(0), .missing, .missing, .missing, .missing,
          .bool(false), .bool(true), .missing, .list([]),
        ]
      ])
    #expect(try aggregate(empty, by: [n], [Aggregate(.count, type: .int)]) == [])
  }

  @Test func aggregatesOfValues() throws {
    let table = TestTable(
      name: "t", fields: [("n", .int), ("b", .bool)],
      rows: [
        [.int(4), .bool(true)], [.int(1), .missing], [.missing, .bool(true)],
        [.int(2), .bool(false)],
        [.int(4), .missing], [.int(3), .bool(true)],
      ])
    let (n, b) = (table.column("n"), table.column("b"))
    let decimal = DataType.decimal(scale: 6)
    let below4 = BoundExpression.comparison(.less, n, .literal(.int(4), .int))
    let rows = try aggregate(
      table, by: [],
      [
        Aggregate(.countDistinct, n, type: .int), Aggregate(.min, n, type: .int),
        Aggregate(.max, n, type: .int), Aggregate(.median, n, type: decimal),
        Aggregate(.median, n, filter: below4, type: decimal), Aggregate(.rate, b, type: decimal),
        Aggregate(.any, b, type: .bool), Aggregate(.every, b, type: .bool),
        Aggregate(.count, filter: below4, type: .int),
        Aggregate(.last, b, filter: below4, type: .bool),
      ])
    #expect(
      rows == [
        [
          .int(4), .int(1), .int(4), .number("3"), .number("2"), .number("0.5"), .bool(true),
          .bool(false), .int(3), .bool(true),
        ]
      ])
  }

  @Test func medianOfAnEvenCountIsTheMeanOfTheMiddle() throws {
    let table = TestTable(
      name: "t", fields: [("n", .int)], rows: [[.int(9)], [.int(1)], [.int(2)], [.int(4)]])
    let median = Aggregate(.median, table.column("n"), type: .decimal(scale: 6))
    #expect(try aggregate(table, by: [], [median]) == [[.number("3")]])
  }

  /// Worked out by hand: between the third and the fourth of five lies 0.6 of the way at 65%.
  @Test(
    arguments: [
      ("0", "-8"), ("0.1", "-5.6"), ("0.25", "-2"), ("0.5", "1"), ("0.65", "2.2"), ("0.9", "6.6"),
      ("1", "9"), ("0.000000125", "-7.999997"), ("0.333333333333", "-1"),
    ])
  func percentilesLieOnALineBetweenTwoValues(part: String, expected: String) throws {
    let table = TestTable(
      name: "t", fields: [("n", .int)],
      rows: [[.int(9)], [.int(-2)], [.missing], [.int(3)], [.int(-8)], [.int(1)]])
    let percentile = Aggregate(
      .percentile, table.column("n"), part: DecimalNumber(part), type: .decimal(scale: 6))
    #expect(try aggregate(table, by: [], [percentile]) == [[.number(expected)]])
  }

  @Test func percentilesOfLargeDecimalsRoundOnceAwayFromZero() throws {
    let nines = Int128(999_999_999_999_999_999) * 1_000_000_000_000
    let type = DataType.decimal(scale: 6)
    func percentile(_ low: Int128, _ high: Int128, _ part: String) throws -> [[Value]] {
      let table = TestTable(
        name: "t", fields: [("n", type)],
        rows: [high, low].map { [.decimal(DecimalNumber(unscaled: $0, scale: 6))] })
      return try aggregate(
        table, by: [],
        [Aggregate(.percentile, table.column("n"), part: DecimalNumber(part), type: type)])
    }
    func number(_ unscaled: Int128) -> [[Value]] {
      [[.decimal(DecimalNumber(unscaled: unscaled, scale: 6))]]
    }
    #expect(try percentile(-nines, nines, "0.5") == number(0))
    #expect(try percentile(-nines, nines, "0.75") == number(nines / 2))
    #expect(try percentile(0, 1, "0.5") == number(1))
    #expect(try percentile(-1, 0, "0.5") == number(-1))
    #expect(try percentile(-1, 0, "0.51") == number(0))
    #expect(try percentile(-2, -1, "0.5") == number(-2))
  }

  /// The sum of the squared distances of 2, 4, 4, 4, 5, 5, 7, 9 to their mean is 32.
  @Test(arguments: [DataType.int, .decimal(scale: 2), .float])
  func deviationsAreThoseOfASample(type: DataType) throws {
    func value(_ int: Int64) -> Value {
      switch type {
      case .int: .int(int)
      case .float: .float(Double(int))
      default: .decimal(DecimalNumber(int))
      }
    }
    let table = TestTable(
      name: "t", fields: [("g", .int), ("n", type)],
      rows: [9, 4, 2, 5, 4, 7, 5, 4].map { [.int(1), value($0)] } + [
        [.int(2), value(3)], [.int(2), .missing], [.int(3), .missing], [.int(4), value(3)],
        [.int(4), value(3)],
      ])
    let deviation = Aggregate(.stddev, table.column("n"), type: .float)
    #expect(
      try aggregate(table, by: [table.column("g")], [deviation]) == [
        [.int(1), .float((32.0 / 7).squareRoot())], [.int(2), .missing], [.int(3), .missing],
        [.int(4), .float(0)],
      ])
  }

  /// As floats these three ints would all be the same.
  @Test func deviationsOfLargeIntsLoseNothing() throws {
    let table = TestTable(
      name: "t", fields: [("n", .int)],
      rows: [[.int(.max)], [.int(.max - 2)], [.int(.max - 1)]])
    let deviation = Aggregate(.stddev, table.column("n"), type: .float)
    #expect(try aggregate(table, by: [], [deviation]) == [[.float(1)]])
  }

  @Test func sumsThatPassTheLimitAndComeBackFit() throws {
    let table = TestTable(
      name: "t", fields: [("n", .int)], rows: [[.int(.max)], [.int(1)], [.int(-2)]])
    let sum = Aggregate(.sum, table.column("n"), type: .int)
    #expect(try aggregate(table, by: [], [sum]) == [[.int(.max - 1)]])
    let over = Aggregate(
      .sum, table.column("n"),
      filter: .comparison(.greater, table.column("n"), .literal(.int(0), .int)), type: .int)
    let error = #expect(throws: EngineError.self) { try aggregate(table, by: [], [over]) }
    #expect(try #require(error).message.chinese == "求和溢出")
  }

  @Test func decimalSumsAreExactBeyond128Bits() throws {
    let nines = Value.number(String(repeating: "9", count: 38))
    let minus = Value.number("-" + String(repeating: "9", count: 38))
    let table = TestTable(
      name: "t", fields: [("d", .decimal(scale: 0))],
      rows: [[nines], [nines], [.number("5")], [minus], [minus]])
    let sum = Aggregate(.sum, table.column("d"), type: .decimal(scale: 0))
    #expect(try aggregate(table, by: [], [sum]) == [[.number("5")]])
  }

  @Test func floatSumsDoNotDependOnOrder() throws {
    let values = [1e16, 1, -1e16, 0.1, 1e-9, 3e15, -3e15, 0.7]
    var sums: Set<Value> = []
    for shift in values.indices {
      let rows = (values[shift...] + values[..<shift]).map { [Value.float($0)] }
      let table = TestTable(name: "t", fields: [("x", .float)], rows: rows)
      sums.insert(
        try aggregate(table, by: [], [Aggregate(.sum, .column(0, .float), type: .float)])[0][0])
    }
    #expect(sums.count == 1)
  }

  @Test func lookupGivesTheOneRowOrMissing() throws {
    let plan = LogicalPlan.lookup(
      LogicalPlan.Lookup(
        input: visits.scan, target: points.scan, key: visits.column("point"),
        targetKey: points.column("id")))
    let rows = try run(plan, [visits, points])
    #expect(rows.map { $0[0] } == [.int(3), .int(1), .int(1), .missing, .int(9)])
    #expect(rows.map { $0[4] } == [.text("a"), .text("b"), .text("b"), .missing, .missing])
    #expect(rows[3][5] == .list([]))
  }

  @Test func groupJoinCountsForEachInputRow() throws {
    let plan = groupJoin(points.column("id"), visits.column("point"))
    #expect(
      try run(plan, [visits, points]).map { Array($0[3...]) } == [
        [.int(2), .int(5), .missing], [.int(0), .int(0), .missing], [.int(1), .int(2), .int(2)],
        [.int(0), .int(0), .missing],
      ])
  }

  @Test func aRowThatMeetsTwiceByListsCountsOnce() throws {
    // 王小明 came once (nothing said), 李小红 three times (2, 5, 1).
    let byList = try run(groupJoin(points.column("staff"), visits.column("by")), [visits, points])
    #expect(
      byList.map { Array($0[3...]) } == [
        [.int(4), .int(8), .int(2)], [.int(0), .int(0), .missing], [.int(3), .int(8), .int(2)],
        [.int(1), .int(0), .missing],
      ])
    // Points 1 and 4 share 王小明, 1 and 3 李小红: each meets itself and the others once.
    let field = Field(name: "n", type: .int, label: .init(english: "n", chinese: "n"))
    let plan = LogicalPlan.groupJoin(
      LogicalPlan.GroupJoin(
        input: points.scan, many: points.scan, key: points.column("staff"),
        manyKey: points.column("staff"), aggregates: [Aggregate(.count, type: .int)],
        fields: [field]))
    #expect(try run(plan, [points]).map { $0[3] } == [.int(3), .int(0), .int(2), .int(2)])
  }

  private func groupJoin(
    _ key: BoundExpression, _ manyKey: BoundExpression
  ) -> LogicalPlan {
    let found = visits.column("found")
    let aggregates = [
      Aggregate(.count, type: .int), Aggregate(.sum, found, type: .int),
      Aggregate(.first, found, type: .int),
    ]
    let fields = aggregates.map {
      Field(name: "x", type: $0.type, label: .init(english: "x", chinese: "x"))
    }
    return .groupJoin(
      LogicalPlan.GroupJoin(
        input: points.scan, many: visits.scan, key: key, manyKey: manyKey,
        aggregates: aggregates, fields: fields))
  }

  @Test func expandKeepsARowForAnEmptyList() throws {
    for batchSize in [1, 2, 3, 2048] {
      let rows = try run(
        .expand(LogicalPlan.Expand(input: points.scan, column: 2)), [points],
        batchSize: batchSize)
      #expect(rows.map { $0[0] } == [Int64(1), 1, 2, 3, 4, 4].map { .int($0) })
      #expect(
        rows.map { $0[2] } == [
          .text("王小明"), .text("李小红"), .missing, .text("李小红"), .text("赵小刚"), .text("王小明"),
        ])
    }
  }
}
