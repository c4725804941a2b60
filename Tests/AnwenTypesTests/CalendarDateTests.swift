import AnwenTypes
import Testing

@Suite("Calendar: dates")
struct CalendarDateTests {
  @Test(
    "days since 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017),
      ("2024-11-15", 20_042), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ] as [(String, Int32)])
  func epoch(text: String, days: Int32) {
    #expect(CalendarDate(text)?.daysSinceEpoch == days)
    #expect(CalendarDate(daysSinceEpoch: days).description == text)
  }

  @Test("every day of the calendar follows the one before")
  func everyDay() {
    var days = CalendarDate.earliest.daysSinceEpoch
    for year in CalendarDate.years {
      for month in 1...12 {
        let count = CalendarDate.dayCount(ofMonth: month, year: year)
        for day in [1, count] {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect(date?.daysSinceEpoch == days + Int32(day) - 1)
          #expect(date.map { [$0.year, $0.month, $0.day] } == [year, month, day])
        }
        days += Int32(count)
      }
    }
    #expect(days == CalendarDate.latest.daysSinceEpoch + 1)
  }

  @Test(
    "what is no date",
    arguments: [
      "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
      "2024-01-00", "0000-01-01", "2024-1-1", "2024/01/01", "24-01-01", "2024-01-01 ", "",
      "２０２４-01-01", "-024-01-01", "2024-01-0a", "10000-01-01",
    ])
  func impossible(text: String) { #expect(CalendarDate(text) == nil) }

  @Test("leap years", arguments: [(2024, true), (2023, false), (1900, false), (2000, true)])
  func leap(year: Int, isLeap: Bool) {
    #expect(CalendarDate.isLeap(year: year) == isLeap)
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(
    "month arithmetic clamps to the month's end",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-03-31", -1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", -48, "2020-02-29"), ("2024-12-15", 1, "2025-01-15"),
      ("2024-01-15", -1, "2023-12-15"), ("2024-10-31", 0, "2024-10-31"),
    ])
  func months(start: String, count: Int, expected: String) {
    #expect(CalendarDate(start)?.adding(months: count)?.description == expected)
  }

  @Test("arithmetic ends with the years 1 and 9999")
  func limits() {
    #expect(CalendarDate.latest.adding(days: 1) == nil)
    #expect(CalendarDate.earliest.adding(days: -1) == nil)
    #expect(CalendarDate.latest.adding(months: 1) == nil)
    #expect(CalendarDate.earliest.adding(months: -1) == nil)
    #expect(CalendarDate.latest.adding(days: .max) == nil)
    #expect(CalendarDate.earliest.adding(months: .min) == nil)
    #expect(CalendarDate.earliest.adding(days: 3_652_058) == .latest)
    #expect(CalendarDate.earliest.adding(months: 9_999 * 12 - 1)?.description == "9999-12-01")
    #expect(CalendarDate(year: .max, month: 1, day: 1) == nil)
  }

  @Test(
    "weekdays and ISO weeks",
    arguments: [
      ("2024-11-15", 5, 2024, 46), ("2024-12-30", 1, 2025, 1), ("2024-12-29", 7, 2024, 52),
      ("2021-01-03", 7, 2020, 53), ("2021-01-04", 1, 2021, 1), ("2020-12-31", 4, 2020, 53),
      ("1970-01-01", 4, 1970, 1), ("2000-01-01", 6, 1999, 52), ("0001-01-01", 1, 1, 1),
      ("9999-12-31", 5, 9999, 52),
    ])
  func weeks(text: String, weekday: Int, year: Int, week: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == (year, week))
  }

  @Test("weeks by number")
  func weekNumbers() {
    #expect(CalendarDate(isoYear: 2020, week: 53)?.description == "2020-12-28")
    #expect(CalendarDate(isoYear: 2024, week: 53) == nil)
    #expect(CalendarDate(isoYear: 2025, week: 1)?.description == "2024-12-30")
    #expect(CalendarDate(isoYear: 2024, week: 0) == nil)
    #expect(CalendarDate(isoYear: 0, week: 1) == nil)
  }

  @Test("stored numbers outside the calendar are described without a trap")
  func outside() {
    for days in [Int32.min, Int32.max, -719_163, 2_932_897] {
      let date = CalendarDate(daysSinceEpoch: days)
      #expect(!date.description.isEmpty)
      #expect((1...7).contains(date.weekday))
      #expect((1...53).contains(date.isoWeek.week))
    }
    #expect(CalendarDate(daysSinceEpoch: -719_163).description == "0000-12-31")
    #expect(CalendarDate(daysSinceEpoch: 2_932_897).description == "10000-01-01")
  }
}
