import AnwenTypes
import Testing

@Suite("Calendar: periods")
struct PeriodTests {
  @Test(
    "canonical text, first and last day, unit",
    arguments: [
      ("2024", "2024-01-01", "2024-12-31", .year), ("2024H1", "2024-01-01", "2024-06-30", .half),
      ("2024H2", "2024-07-01", "2024-12-31", .half),
      ("2024Q4", "2024-10-01", "2024-12-31", .quarter),
      ("2024-02", "2024-02-01", "2024-02-29", .month),
      ("2024-W23", "2024-06-03", "2024-06-09", .week),
      ("2020-W53", "2020-12-28", "2021-01-03", .week),
      ("2024-06-30", "2024-06-30", "2024-06-30", .day),
      ("2024-01-05..2024-03-09", "2024-01-05", "2024-03-09", .range),
      ("..2024-06-30", nil, "2024-06-30", .range), ("2024-06-30..", "2024-06-30", nil, .range),
      ("..", nil, nil, .range), ("9999", "9999-01-01", "9999-12-31", .year),
    ] as [(String, String?, String?, Period.Granularity)])
  func text(text: String, start: String?, last: String?, unit: Period.Granularity) throws {
    let period = try #require(Period(text))
    #expect(period.start?.description == start)
    #expect(period.last?.description == last)
    #expect(period.granularity == unit)
    #expect(period.description == text)
  }

  @Test(
    "what is no canonical text",
    arguments: [
      "", "24", "2024Q5", "2024Q0", "2024H3", "2024-13", "2024-00", "2024-W54", "2024-W53",
      "2024-W3", "2024q1", "2024-6", "2024-02-30", "2024-03-09..2024-01-05", "2024..2025",
      "2024-01-05...2024-03-09", "2024-01-05.2024-03-09", "0000", "2024Q10", "2024-", ".",
    ])
  func noText(text: String) { #expect(Period(text) == nil) }

  @Test(
    "the unit that a range is a whole of",
    arguments: [
      ("2024-06-30", "2024-06-30", .day), ("2024-06-03", "2024-06-09", .week),
      ("2024-06-04", "2024-06-10", .range), ("2024-06-11", "2024-06-20", .tenDays),
      ("2024-02-21", "2024-02-29", .tenDays), ("2024-02-01", "2024-02-29", .month),
      ("2023-02-01", "2023-02-27", .range), ("2024-04-01", "2024-06-30", .quarter),
      ("2024-02-01", "2024-04-30", .range), ("2024-07-01", "2024-12-31", .half),
      ("2024-01-01", "2024-12-31", .year), ("2024-01-01", "2024-09-30", .range),
    ] as [(String, String, Period.Granularity)])
  func recognition(start: String, last: String, unit: Period.Granularity) throws {
    let (first, final) = (try #require(CalendarDate(start)), try #require(CalendarDate(last)))
    #expect(Period(from: first, through: final)?.granularity == unit)
    #expect(first == final || Period(from: final, through: first) == nil)
  }

  @Test(
    "shifting",
    arguments: [
      ("2024", -1, "2023"), ("2024H1", 1, "2024H2"), ("2024H1", -1, "2023H2"),
      ("2024Q1", -1, "2023Q4"), ("2024-01", 13, "2025-02"), ("2024-12-31", 1, "2025-01-01"),
      ("2020-W53", 1, "2021-W01"), ("2024-01-01..2024-09-30", -1, "2023-04-01..2023-12-31"),
      ("2024-01-05..2024-01-07", 1, "2024-01-08..2024-01-10"),
      ("2024-01-01..2024-02-29", 1, "2024-03-01..2024-04-30"),
    ])
  func shift(text: String, count: Int, expected: String) {
    #expect(Period(text)?.shifted(by: count)?.description == expected)
  }

  @Test("ten-day parts follow each other through the months")
  func tenDays() throws {
    let date = try #require(CalendarDate("2024-02-25"))
    let part = try #require(Period(.tenDays, containing: date))
    #expect(part.description == "2024-02-21..2024-02-29")
    #expect(part.next?.description == "2024-03-01..2024-03-10")
    #expect(part.shifted(by: 2)?.description == "2024-03-11..2024-03-20")
    #expect(part.shifted(by: -3)?.description == "2024-01-21..2024-01-31")
    #expect(part.shifted(by: -6)?.description == "2023-12-21..2023-12-31")
    #expect(part.shifted(by: -8)?.description == "2023-12-01..2023-12-10")
  }

  @Test("units cover every day, and neighbours meet")
  func neighbours() throws {
    var date = try #require(CalendarDate("2023-01-01"))
    let end = try #require(CalendarDate("2026-01-01"))
    while date < end {
      for unit in [Period.Granularity.day, .week, .tenDays, .month, .quarter, .half, .year] {
        let period = try #require(Period(unit, containing: date))
        let (start, last) = (try #require(period.start), try #require(period.last))
        #expect(period.contains(date))
        #expect(period.next?.start == last.adding(days: 1))
        #expect(period.previous?.last == start.adding(days: -1))
        #expect(Period.unit(from: start, through: last) == unit)
        if unit != .tenDays { #expect(Period(period.description) == period) }
      }
      date = try #require(date.adding(days: 1))
    }
  }

  @Test("the calendar's limits")
  func limits() {
    #expect(Period(.week, containing: .latest) == nil)
    #expect(Period(.year, containing: .latest)?.next == nil)
    #expect(Period(.day, containing: .earliest)?.previous == nil)
    #expect(Period("2024")?.shifted(by: .min) == nil)
    #expect(Period("2024-06-30..")?.next == nil)
    #expect(Period(.semester, containing: .earliest) == nil)
  }

  @Test("order: by start, an open past first; then by end, an open future last")
  func order() {
    let texts = [
      "..2024-06-30", "..", "2024-01-01", "2024-01", "2024Q1", "2024", "2024-01-01..", "2024-02",
    ]
    let periods = texts.compactMap { Period($0) }
    #expect(periods.reversed().sorted().map(\.description) == texts)
  }

  @Test("days inside, and their number")
  func contents() throws {
    let quarter = try #require(Period("2024Q4"))
    #expect(quarter.dayCount == 92)
    #expect(quarter.contains(try #require(CalendarDate("2024-12-31"))))
    #expect(!quarter.contains(try #require(CalendarDate("2025-01-01"))))
    let open = try #require(Period("..2024-06-30"))
    #expect(open.dayCount == nil)
    #expect(open.contains(.earliest))
    #expect(!open.contains(try #require(CalendarDate("2024-07-01"))))
  }
}
