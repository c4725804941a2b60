import AnwenColumns
import AnwenData
import AnwenSample
import AnwenTypes
import Testing

/// Parameters of which each makes a ledger that keeps the rules.
private let sizes = [
  SampleLedger.Parameters(),
  SampleLedger.Parameters(seed: 1, pointCount: 200, monthCount: 3),
  SampleLedger.Parameters(seed: 9, pointCount: 40, monthCount: 30),
  SampleLedger.Parameters(seed: 3, pointCount: 1, monthCount: 1),
]

@Suite("Sample: rules")
struct SampleRulesTests {
  @Test("hazards belong to their inspection", arguments: sizes)
  func hazards(parameters: SampleLedger.Parameters) throws {
    let ledger = try LoadedLedger(parameters)
    let points = ledger.ints("inspections", "point")
    let days = ledger.days("inspections", "date")
    var found = [Int](repeating: 0, count: points.count)
    let end = parameters.end.daysSinceEpoch
    let hazards = zip(ledger.ints("hazards", "inspection"), ledger.ints("hazards", "point"))
    let foundOn = ledger.days("hazards", "found_on")
    let dueOn = ledger.days("hazards", "due_on")
    let closedOn = ledger.days("hazards", "closed_on")
    for (row, (inspection, point)) in hazards.enumerated() {
      found[inspection - 1] += 1
      #expect(point == points[inspection - 1])
      let day = try #require(foundOn[row])
      #expect(day == days[inspection - 1])
      #expect(try #require(dueOn[row]) > day)
      if let closed = closedOn[row] { #expect(closed >= day && closed <= end) }
    }
    #expect(found == ledger.ints("inspections", "hazards_found"))
    for (count, result) in zip(found, ledger.texts("inspections", "result")) {
      #expect((count == 0) == (result == "合格"))
      #expect(["合格", "不合格", "停业整改"].contains(result))
    }
  }

  @Test("inspections lie in the life of their point and their pairing", arguments: sizes)
  func inspections(parameters: SampleLedger.Parameters) throws {
    let ledger = try LoadedLedger(parameters)
    let since = ledger.days("points", "since")
    let points = ledger.ints("inspections", "point")
    let inspectors = ledger.ints("inspections", "inspector")
    let pairings = (0..<ledger.rowCount("pairings")).map { row in
      (
        staff: ledger.ints("pairings", "staff")[row], point: ledger.ints("pairings", "point")[row],
        since: ledger.days("pairings", "since")[row] ?? 0,
        until: ledger.days("pairings", "until")[row] ?? .max
      )
    }
    for (row, day) in ledger.days("inspections", "date").enumerated() {
      let day = try #require(day)
      #expect(day <= parameters.end.daysSinceEpoch)
      #expect(try #require(since[points[row] - 1]) <= day)
      let isPaired = pairings.contains { pairing in
        pairing.staff == inspectors[row] && pairing.point == points[row]
          && (pairing.since...pairing.until).contains(day)
      }
      #expect(isPaired)
    }
  }
}

@Suite("Sample: the ledger beside the plan")
struct DefaultSampleTests {
  private let ledger: LoadedLedger

  init() throws { ledger = try LoadedLedger() }

  /// The months 2023-12 to 2024-11 by their first days; 2023-12-01 is day 19,692.
  private static let monthStarts: [Int32] = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31].reduce(
    into: [19_692]
  ) { $0.append($0[$0.count - 1] + $1) }

  /// Which points were visited, month by month.
  private func visitedPoints() throws -> [Set<Int>] {
    var visited = [Set<Int>](repeating: [], count: 12)
    for (point, day) in zip(ledger.ints("inspections", "point"), ledger.days("inspections", "date"))
    {
      let day = try #require(day)
      let month = try #require(Self.monthStarts.lastIndex { $0 <= day })
      visited[month].insert(point)
    }
    return visited
  }

  @Test func twelvePercentOfPointsAndMonthsHaveNoVisit() throws {
    let visited = try visitedPoints()
    var (slotCount, gapCount) = (0, 0)
    for (index, since) in ledger.days("points", "since").enumerated() {
      let since = try #require(since)
      for month in 0..<12 {
        let nextStart = month < 11 ? Self.monthStarts[month + 1] : 20_058
        if since >= nextStart { continue }
        slotCount += 1
        if !visited[month].contains(index + 1) { gapCount += 1 }
      }
    }
    #expect((10...14).contains(gapCount * 100 / slotCount), "\(gapCount) of \(slotCount)")
    #expect(24 - visited[11].count >= 3)
  }

  @Test func aFifthOfTheHazardsIsOpenAndSomeAreOverdue() {
    let closedOn = ledger.days("hazards", "closed_on")
    let dueOn = ledger.days("hazards", "due_on")
    let open = closedOn.indices.filter { closedOn[$0] == nil }
    #expect((17...23).contains(open.count * 100 / closedOn.count))
    // 2024-11-15.
    let overdueCount = open.count { (dueOn[$0] ?? 0) < 20_042 }
    #expect(overdueCount >= 5)
    #expect(overdueCount < open.count)
  }

  @Test func everyPointHasALeaderAndAnotherInspector() {
    let until = ledger.days("pairings", "until")
    let current = until.indices.filter { until[$0] == nil }
    let kinds = ledger.texts("pairings", "kind")
    let points = ledger.ints("pairings", "point")
    for kind in ["包保", "联系"] {
      #expect(current.filter { kinds[$0] == kind }.map { points[$0] }.sorted() == Array(1...24))
    }
    #expect(until.contains { $0 != nil })
  }

  @Test(
    "most have as many points as the plan says, a few too many or too few",
    arguments: [("班子成员", "包保", 2...3), ("安全监管人员", "联系", 1...2)])
  func quotas(role: String, kind: String, usual: ClosedRange<Int>) {
    let until = ledger.days("pairings", "until")
    let kinds = ledger.texts("pairings", "kind")
    let staff = ledger.ints("pairings", "staff")
    let current = until.indices.filter { until[$0] == nil && kinds[$0] == kind }
    let roles = ledger.texts("staff", "role")
    let counts = roles.indices.filter { roles[$0] == role }.map { person in
      current.count { staff[$0] == person + 1 }
    }
    #expect(counts.contains { $0 > usual.upperBound })
    #expect(counts.contains { $0 < usual.lowerBound })
    #expect(counts.count { usual.contains($0) } >= counts.count - 3)
    #expect(current.allSatisfy { roles[staff[$0] - 1] == role })
  }

  @Test func kindsAndDepartmentsAreThePlans() throws {
    let kinds = try Table(
      reading: TableDefinition(
        name: "site_kinds", fileName: "site_kinds.csv",
        columns: [
          ColumnDefinition(name: "term", type: .text),
          ColumnDefinition(name: "departments", type: .list(.text)),
        ]),
      from: FolderSource(folder: exampleFolder))
    let terms = try #require(kinds["term"])
    let departments = try #require(kinds["departments"])
    let pairs = (0..<kinds.rowCount).map { (terms[$0], departments[$0]) }
    for (term, department) in zip(
      ledger.texts("points", "site_kind"), ledger.texts("points", "department"))
    {
      let found = pairs.filter { $0.0 == .text(term) }
      #expect(found.count == 1, "\(term)")
      guard case .list(let names) = found.first?.1 else { continue }
      #expect(names.contains(.text(department)), "\(term) \(department)")
    }
    #expect(Set(ledger.texts("points", "department")).count == 14)
    #expect(Set(ledger.texts("points", "risk")) == ["低", "一般", "较大", "重大"])
  }
}
