import AnwenBinder
import AnwenSyntax
import AnwenTypes
import Testing

@Suite("Periods: what they are on a day")
struct PeriodResolverTests {
  @Test("on 2024-11-15", arguments: PeriodSample.november)
  func november(sample: PeriodSample) {
    #expect(resolve(sample.chinese, on: "2024-11-15") == sample.expected)
    #expect(resolve(sample.english, on: "2024-11-15") == sample.expected)
  }

  @Test(
    "on a Friday in spring",
    arguments: [
      PeriodSample("本季度", "this quarter", "2024Q2"),
      PeriodSample("上季度", "last quarter", "2024Q1"),
      PeriodSample("上半年", "first half", "2024H1"),
      PeriodSample("上个半年", "last half", "2023H2"),
      PeriodSample("下半年", "second half", "2024H2"),
      PeriodSample("6月", "june", "2024-06"),
      PeriodSample("6月底前", "by end of june", "..2024-06-30"),
      PeriodSample("前三季度", "first 3 quarters", "2024-01-01..2024-09-30"),
      PeriodSample("近30天", "last 30 days", "2024-04-11..2024-05-10"),
      PeriodSample("近三个月", "last 3 months", "2024-02-11..2024-05-10"),
      PeriodSample("上3个月", "previous 3 months", "2024-02-01..2024-04-30"),
      PeriodSample("上周", "last week", "2024-W18"),
      PeriodSample("本月以来", "month to date", "2024-05-01..2024-05-10"),
      PeriodSample("去年12月", "december last year", "2023-12"),
      PeriodSample("未来7天", "next 7 days", "2024-05-10..2024-05-16"),
      PeriodSample("9月以来", "september to date", "E0113"),
    ])
  func spring(sample: PeriodSample) {
    #expect(resolve(sample.chinese, on: "2024-05-10") == sample.expected)
    #expect(resolve(sample.english, on: "2024-05-10") == sample.expected)
  }

  @Test(
    "on a leap day",
    arguments: [
      PeriodSample("今天", "today", "2024-02-29"),
      PeriodSample("本月", "this month", "2024-02"),
      PeriodSample("月底", "end of month", "2024-02-29"),
      PeriodSample("近一年", "last 1 year", "2023-03-01..2024-02-29"),
      PeriodSample("近一个月", "last 1 month", "2024-01-30..2024-02-29"),
      PeriodSample("近四年", "last 4 years", "2020-03-01..2024-02-29"),
      PeriodSample("未来一年", "next 1 year", "2024-02-29..2025-02-27"),
      PeriodSample("2月29日", "february 29", "2024-02-29"),
      PeriodSample("去年2月29日", "february 29 last year", "E0111"),
      PeriodSample("上个月", "last month", "2024-01"),
      PeriodSample("本周", "this week", "2024-W09"),
      PeriodSample("下旬", "late this month", "2024-02-21..2024-02-29"),
    ])
  func leapDay(sample: PeriodSample) {
    #expect(resolve(sample.chinese, on: "2024-02-29") == sample.expected)
    #expect(resolve(sample.english, on: "2024-02-29") == sample.expected)
  }

  @Test(
    "on the last day of a year",
    arguments: [
      PeriodSample("本周", "this week", "2025-W01"),
      PeriodSample("上周", "last week", "2024-W52"),
      PeriodSample("本季度", "this quarter", "2024Q4"),
      PeriodSample("下月", "next month", "2025-01"),
      PeriodSample("明天", "tomorrow", "2025-01-01"),
      PeriodSample("近三个月", "last 3 months", "2024-10-01..2024-12-31"),
      PeriodSample("近两个月", "last 2 months", "2024-11-01..2024-12-31"),
      PeriodSample("近十个月", "last 10 months", "2024-03-01..2024-12-31"),
      PeriodSample("未来两个月", "next 2 months", "2024-12-31..2025-02-27"),
      PeriodSample("今年以来", "year to date", "2024-01-01..2024-12-31"),
      PeriodSample("年底", "end of year", "2024-12-31"),
      PeriodSample("上3个月", "previous 3 months", "2024-09-01..2024-11-30"),
    ])
  func yearEnd(sample: PeriodSample) {
    #expect(resolve(sample.chinese, on: "2024-12-31") == sample.expected)
    #expect(resolve(sample.english, on: "2024-12-31") == sample.expected)
  }

  @Test(
    "on the first day of a year",
    arguments: [
      PeriodSample("本周", "this week", "2025-W01"),
      PeriodSample("昨天", "yesterday", "2024-12-31"),
      PeriodSample("上月", "last month", "2024-12"),
      PeriodSample("上季度", "last quarter", "2024Q4"),
      PeriodSample("上3个月", "previous 3 months", "2024Q4"),
      PeriodSample("去年", "last year", "2024"),
      PeriodSample("12月", "december", "2025-12"),
      PeriodSample("第1周", "week 1", "2025-W01"),
      PeriodSample("本月以来", "month to date", "2025-01-01..2025-01-01"),
      PeriodSample("近7天", "last 7 days", "2024-12-26..2025-01-01"),
      PeriodSample("年底前", "by end of year", "..2025-12-31"),
      PeriodSample("2月29日", "29 february", "E0111"),
    ])
  func yearStart(sample: PeriodSample) {
    #expect(resolve(sample.chinese, on: "2025-01-01") == sample.expected)
    #expect(resolve(sample.english, on: "2025-01-01") == sample.expected)
  }

  @Test(
    "what is refused, and why",
    arguments: [
      ("2024-02-30", "E0111"), ("2023-02-29", "E0111"), ("2月30日", "E0111"),
      ("june 31", "E0111"), ("6月32日", "E0111"), ("本月31日", "E0111"),
      ("13月", "E0112"), ("0月", "E0112"), ("第五季度", "E0112"), ("2024q5", "E0112"),
      ("2024H3", "E0112"), ("2024-13", "E0112"), ("2024年13月5日", "E0112"),
      ("2024-W53", "E0112"), ("6月第5周", "E0112"), ("前五季度", "E0112"),
      ("本月前32天", "E0112"), ("13月前", "E0112"), ("6月最后5周", "E0112"), ("6月最后31天", "E0112"),
      ("last 5 quarters of 2023", "E0112"), ("2月最后零天", "E0118"),
      ("3月到1月", "E0113"), ("2024-06..2024-03", "E0113"), ("9月20—1日", "E0113"),
      ("from november to march", "E0113"), ("明天以来", "E0113"), ("jan 12-10", "E0113"),
      ("between June and January", "E0113"), ("31 June to 2 July", "E0111"),
      ("2024年春季学期", "E0114"), ("this semester", "E0114"),
      ("0000年", "E0117"), ("12024年", "E0117"), ("近99999年", "E0117"),
      ("last 999999999999999999999 months", "E0117"),
      ("before 0001-01-01", "E0117"), ("after 9999", "E0117"), ("9999年第52周", "E0117"),
      ("999999999天前", "E0117"), ("last 0 days", "E0118"), ("previous 0 months", "E0118"),
      ("近0天", "E0118"),
    ])
  func refused(phrase: String, code: String) {
    #expect(resolve(phrase, on: "2024-11-15") == code)
  }

  @Test("every problem is worded in both languages")
  func wording() {
    let problems: [PeriodProblem] = [
      .impossibleDate(year: nil, month: 2, day: 30), .impossibleDate(year: 2023, month: 13, day: 1),
      .noSuchPart(.week, 53, of: "2024"), .backwards(first: "2024-06-01", last: "2024-03-31"),
      .noSemesters, .unknownSemester(declared: ["春季"]), .betweenSemesters(today: "2024-08-01"),
      .outOfCalendar, .nothingCounted(.day), .tooManyPeriods(limit: 64),
    ]
    for problem in problems {
      #expect(problem.code.hasPrefix("E011"))
      #expect(!problem.message.english.isEmpty && !problem.message.english.hasSuffix("."))
      #expect(!problem.message.chinese.isEmpty && !problem.message.chinese.hasSuffix("。"))
    }
    let leap = PeriodProblem.impossibleDate(year: 2023, month: 2, day: 29)
    #expect(leap.message.english == "February 2023 has no day 29")
    #expect(leap.message.chinese == "2023年2月没有29日")
    #expect(PeriodProblem.noSuchPart(.week, 53, of: "2024").message.chinese == "2024没有第53周")
    #expect(PeriodProblem.unknownSemester(declared: ["春季"]).expected.map(\.chinese) == ["春季"])
  }
}

@Suite("Periods: the model's calendar")
struct CalendarSettingsTests {
  /// Spring from February 20 to July 5, autumn from September 1 into January.
  private func settings(fiscalMonth: Int = 1) throws -> CalendarSettings {
    typealias Day = CalendarSettings.MonthDay
    return CalendarSettings(
      fiscalYearFirstMonth: fiscalMonth,
      terms: [
        CalendarSettings.Term(
          names: ["春季", "spring"], start: try #require(Day(month: 2, day: 20)),
          last: try #require(Day(month: 7, day: 5))),
        CalendarSettings.Term(
          names: ["秋季", "autumn"], start: try #require(Day(month: 9, day: 1)),
          last: try #require(Day(month: 1, day: 15))),
      ])
  }

  @Test(
    "semesters",
    arguments: [
      ("2024年春季学期", "2024-11-15", "2024-02-20..2024-07-05"),
      ("spring semester 2024", "2024-11-15", "2024-02-20..2024-07-05"),
      ("2024年秋季学期", "2024-11-15", "2024-09-01..2025-01-15"),
      ("fall term of last year", "2024-11-15", "2023-09-01..2024-01-15"),
      ("2024年第二学期", "2024-11-15", "2024-09-01..2025-01-15"),
      ("春季学期", "2024-11-15", "2024-02-20..2024-07-05"),
      ("本学期", "2024-11-15", "2024-09-01..2025-01-15"),
      ("上学期", "2024-11-15", "2024-02-20..2024-07-05"),
      ("next semester", "2024-11-15", "2025-02-20..2025-07-05"),
      ("this semester", "2025-01-10", "2024-09-01..2025-01-15"),
      ("本学期", "2024-08-01", "E0116"),
      ("last semester", "2024-08-01", "2024-02-20..2024-07-05"),
      ("下学期", "2024-08-01", "2024-09-01..2025-01-15"),
      ("上上学期", "2024-08-01", "2023-09-01..2024-01-15"),
      ("冬季学期", "2024-11-15", "E0115"), ("第三学期", "2024-11-15", "E0115"),
      ("上学期末", "2024-11-15", "2024-07-05"),
    ])
  func semesters(phrase: String, today: String, expected: String) throws {
    #expect(resolve(phrase, on: today, calendar: try settings()) == expected)
  }

  @Test(
    "a fiscal year that begins in April",
    arguments: [
      ("本财年", "2024-11-15", "2024-04-01..2025-03-31"),
      ("this fiscal year", "2024-02-29", "2023-04-01..2024-03-31"),
      ("FY2023", "2024-11-15", "2023-04-01..2024-03-31"),
      ("2023财年一季度", "2024-11-15", "2023Q2"), ("q4 of fy2023", "2024-11-15", "2024Q1"),
      ("2023财年2月", "2024-11-15", "2024-02"), ("上财年上半年", "2024-11-15", "2023-04-01..2023-09-30"),
      ("本季度", "2024-11-15", "2024Q4"),
    ])
  func fiscal(phrase: String, today: String, expected: String) throws {
    #expect(resolve(phrase, on: today, calendar: try settings(fiscalMonth: 4)) == expected)
  }

  @Test("days that no year has are not settings")
  func monthDays() {
    #expect(CalendarSettings.MonthDay(month: 2, day: 30) == nil)
    #expect(CalendarSettings.MonthDay(month: 13, day: 1) == nil)
    #expect(CalendarSettings.MonthDay(month: 2, day: 29) != nil)
  }
}
