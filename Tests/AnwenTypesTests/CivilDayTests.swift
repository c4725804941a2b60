import AnwenTypes
import Testing

@Suite("Civil days")
struct CivilDayTests {
  @Test(
    "days since the epoch",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2000, 3, 1, 11017),
      (2024, 2, 29, 19782), (1, 1, 1, -719162), (9999, 12, 31, 2_932_896),
    ])
  func days(year: Int, month: Int, day: Int, expected: Int32) {
    let date = CivilDay(year: year, month: month, day: day).date
    #expect(date.daysSinceEpoch == expected)
    #expect(CivilDay(date) == CivilDay(year: year, month: month, day: day))
  }

  @Test func everyDayOfACycleComesBack() {
    for days in Int32(-1000)...Int32(146_097) {
      let date = CalendarDate(daysSinceEpoch: days)
      #expect(CivilDay(date).date == date)
    }
  }

  @Test func textIsISO() {
    #expect(CivilDay(year: 2024, month: 6, day: 5).isoText == "2024-06-05")
    #expect(CivilDay(year: 987, month: 12, day: 31).isoText == "0987-12-31")
  }

  @Test(
    "weeks begin on Monday",
    arguments: [
      ("2024-06-03", "2024-06-03", "2024-06-09"), ("2024-06-09", "2024-06-03", "2024-06-09"),
      ("1970-01-01", "1969-12-29", "1970-01-04"), ("1969-12-28", "1969-12-22", "1969-12-28"),
    ])
  func week(day: String, first: String, last: String) throws {
    let numbers = day.split(separator: "-").compactMap { Int($0) }
    let period = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).date.weekPeriod
    #expect(CivilDay(try #require(period.start)).isoText == first)
    #expect(CivilDay(try #require(period.last)).isoText == last)
  }

  @Test func monthsOfAYear() throws {
    let february = CivilDay(year: 2023, month: 2, day: 14).months(2, 2, .month)
    #expect(CivilDay(try #require(february.last)).isoText == "2023-02-28")
    let year = CivilDay(year: 2024, month: 2, day: 14).months(1, 12, .year)
    #expect(CivilDay(try #require(year.start)).isoText == "2024-01-01")
    #expect(CivilDay(try #require(year.last)).isoText == "2024-12-31")
  }
}
