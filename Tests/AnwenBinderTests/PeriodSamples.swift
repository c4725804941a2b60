import AnwenBinder
import AnwenSyntax
import AnwenTypes

/// A phrase in both spellings with the period that it is on a certain day, as canonical text.
struct PeriodSample: Sendable, CustomStringConvertible {
  let chinese: String
  let english: String
  let expected: String

  init(_ chinese: String, _ english: String, _ expected: String) {
    self.chinese = chinese
    self.english = english
    self.expected = expected
  }

  var description: String { "\(chinese) / \(english)" }
}

/// Folds a text as the lexer does.
func folded(_ text: String) -> [UInt32] {
  text.lowercased().unicodeScalars.map { scalar in
    switch scalar.value {
    case 0xff01...0xff5e: scalar.value - 0xfee0
    case 0x3000: 0x20
    default: scalar.value
    }
  }
}

/// Reads a text that is one period literal as a whole.
func parse(_ text: String) -> PeriodSyntax? {
  let scalars = folded(text)
  let match = PeriodParser(scalars).matches(at: 0, expectsPeriod: true).first
  return match?.end == scalars.count ? match?.syntax : nil
}

/// The canonical texts of a phrase's periods on a day, or the code of what is wrong with it.
func resolve(
  _ text: String, on today: String, calendar: CalendarSettings = CalendarSettings()
) -> String? {
  guard let syntax = parse(text), let today = CalendarDate(today) else { return nil }
  switch PeriodResolver(today: today, calendar: calendar).resolve(syntax) {
  case .success(let resolved): return resolved.periods.map(\.description).joined(separator: ", ")
  case .failure(let problem): return problem.code
  }
}

extension PeriodSample {
  /// Worked out by hand for Friday 2024-11-15.
  static let november: [PeriodSample] =
    relative + counted + absolute + composed + ranges + open + written

  static let relative = [
    PeriodSample("今天", "today", "2024-11-15"),
    PeriodSample("昨天", "yesterday", "2024-11-14"),
    PeriodSample("前天", "day before yesterday", "2024-11-13"),
    PeriodSample("大前天", "3 days ago", "2024-11-12"),
    PeriodSample("明天", "tomorrow", "2024-11-16"),
    PeriodSample("大后天", "3 days from now", "2024-11-18"),
    PeriodSample("10天前", "10 days ago", "2024-11-05"),
    PeriodSample("20天后", "20 days from today", "2024-12-05"),
    PeriodSample("本周", "this week", "2024-W46"),
    PeriodSample("上周", "last week", "2024-W45"),
    PeriodSample("上个星期", "previous week", "2024-W45"),
    PeriodSample("上上周", "week before last", "2024-W44"),
    PeriodSample("下周", "next week", "2024-W47"),
    PeriodSample("下下礼拜", "week after next", "2024-W48"),
    PeriodSample("本月", "this month", "2024-11"),
    PeriodSample("这个月", "current month", "2024-11"),
    PeriodSample("上月", "last month", "2024-10"),
    PeriodSample("上一个月", "previous month", "2024-10"),
    PeriodSample("上上个月", "month before last", "2024-09"),
    PeriodSample("下个月", "next month", "2024-12"),
    PeriodSample("本季度", "this quarter", "2024Q4"),
    PeriodSample("上季度", "last quarter", "2024Q3"),
    PeriodSample("下一季度", "next quarter", "2025Q1"),
    PeriodSample("本半年", "this half", "2024H2"),
    PeriodSample("上个半年", "last half", "2024H1"),
    PeriodSample("今年", "this year", "2024"),
    PeriodSample("去年", "last year", "2023"),
    PeriodSample("前年", "year before last", "2022"),
    PeriodSample("上年度", "previous year", "2023"),
    PeriodSample("明年", "next year", "2025"),
    PeriodSample("本财年", "this fiscal year", "2024"),
    PeriodSample("周一", "Monday", "2024-11-11"),
    PeriodSample("本周一", "monday of this week", "2024-11-11"),
    PeriodSample("上周二", "Tuesday of last week", "2024-11-05"),
    PeriodSample("下星期天", "sunday of next week", "2024-11-24"),
    PeriodSample("本月15日", "the 15th of this month", "2024-11-15"),
    PeriodSample("年初", "start of the year", "2024-01-01"),
    PeriodSample("月底", "end of the month", "2024-11-30"),
    PeriodSample("季末", "end of this quarter", "2024-12-31"),
    PeriodSample("去年年底", "end of last year", "2023-12-31"),
    PeriodSample("上月底", "end of last month", "2024-10-31"),
  ]

  static let counted = [
    PeriodSample("近30天", "last 30 days", "2024-10-17..2024-11-15"),
    PeriodSample("最近一天", "last 1 day", "2024-11-15..2024-11-15"),
    PeriodSample("过去两周", "last two weeks", "2024-11-02..2024-11-15"),
    PeriodSample("近一周", "past week", "2024-11-09..2024-11-15"),
    PeriodSample("近三个月", "last 3 months", "2024-08-16..2024-11-15"),
    PeriodSample("近3月", "past three months", "2024-08-16..2024-11-15"),
    PeriodSample("近两个季度", "last 2 quarters", "2024-05-16..2024-11-15"),
    PeriodSample("近半年", "last 1 half", "2024-05-16..2024-11-15"),
    PeriodSample("过去一年", "past year", "2023-11-16..2024-11-15"),
    PeriodSample("未来7天", "next 7 days", "2024-11-15..2024-11-21"),
    PeriodSample("7天内", "within 7 days", "2024-11-15..2024-11-21"),
    PeriodSample("三个月内", "next three months", "2024-11-15..2025-02-14"),
    PeriodSample("上3个月", "previous 3 months", "2024-08-01..2024-10-31"),
    PeriodSample("此前两周", "previous 2 weeks", "2024-10-28..2024-11-10"),
    PeriodSample("下两个季度", "following 2 quarters", "2025H1"),
    PeriodSample("今年以来", "year to date", "2024-01-01..2024-11-15"),
    PeriodSample("年初至今", "start of the year to date", "2024-01-01..2024-11-15"),
    PeriodSample("本月以来", "month to date", "2024-11-01..2024-11-15"),
    PeriodSample("月初至今", "start of this month to date", "2024-11-01..2024-11-15"),
    PeriodSample("本季度以来", "quarter to date", "2024-10-01..2024-11-15"),
    PeriodSample("6月以来", "June to date", "2024-06-01..2024-11-15"),
    PeriodSample("自去年6月以来", "June last year to date", "2023-06-01..2024-11-15"),
  ]

  static let absolute = [
    PeriodSample("2024年", "2024", "2024"),
    PeriodSample("二零二四年", "2024", "2024"),
    PeriodSample("二〇二三年度", "2023", "2023"),
    PeriodSample("2024财年", "FY2024", "2024"),
    PeriodSample("2024年6月", "2024-06", "2024-06"),
    PeriodSample("2024年二季度", "2024Q2", "2024Q2"),
    PeriodSample("2024上半年", "2024H1", "2024H1"),
    PeriodSample("2024年第23周", "2024-W23", "2024-W23"),
    PeriodSample("2020年第52周", "week 52 of 2020", "2020-W52"),
    PeriodSample("2024年6月30日", "2024-06-30", "2024-06-30"),
    PeriodSample("2024.06.30", "2024/6/30", "2024-06-30"),
    PeriodSample("２０２４年６月３０号", "june 30, 2024", "2024-06-30"),
    PeriodSample("2016年1月10日", "10 january 2016", "2016-01-10"),
    PeriodSample("2024 年 6 月 30 日", "30th of June 2024", "2024-06-30"),
    PeriodSample("1月10日", "jan 10", "2024-01-10"),
    PeriodSample("12月31日", "31 dec", "2024-12-31"),
    PeriodSample("6月", "june", "2024-06"),
    PeriodSample("6月份", "jun", "2024-06"),
    PeriodSample("十二月", "december", "2024-12"),
    PeriodSample("二季度", "q2", "2024Q2"),
    PeriodSample("第三季度", "third quarter", "2024Q3"),
    PeriodSample("一季度", "1st quarter", "2024Q1"),
    PeriodSample("上半年", "first half", "2024H1"),
    PeriodSample("下半年", "second half", "2024H2"),
    PeriodSample("第31周", "week 31", "2024-W31"),
    PeriodSample("前三季度", "first 3 quarters", "2024-01-01..2024-09-30"),
    PeriodSample("前10个月", "first 10 months", "2024-01-01..2024-10-31"),
    PeriodSample("前两个季度", "first two quarters", "2024H1"),
    PeriodSample("15日", "day 15 of this month", "2024-11-15"),
  ]

  static let composed = [
    PeriodSample("去年5月", "may last year", "2023-05"),
    PeriodSample("去年的5月", "may of last year", "2023-05"),
    PeriodSample("今年上半年", "first half of this year", "2024H1"),
    PeriodSample("明年一季度", "q1 next year", "2025Q1"),
    PeriodSample("2023年下半年", "second half of 2023", "2023H2"),
    PeriodSample("2024年 Q2", "2024 Q2", "2024Q2"),
    PeriodSample("6月上旬", "early june", "2024-06-01..2024-06-10"),
    PeriodSample("去年2月下旬", "late February of last year", "2023-02-21..2023-02-28"),
    PeriodSample("上月中旬", "mid last month", "2024-10-11..2024-10-20"),
    PeriodSample("6月底", "end of june", "2024-06-30"),
    PeriodSample("2024年底", "end of 2024", "2024-12-31"),
    PeriodSample("二季度末", "end of Q2", "2024-06-30"),
    PeriodSample("6月初", "start of June", "2024-06-01"),
    PeriodSample("6月第一周", "first week of june", "2024-W23"),
    PeriodSample("6月第2周", "second week of June", "2024-W24"),
    PeriodSample("9月第一周", "week 1 of september", "2024-W36"),
    PeriodSample("去年前三季度", "first 3 quarters of last year", "2023-01-01..2023-09-30"),
    PeriodSample("本月前10天", "first 10 days of this month", "2024-11-01..2024-11-10"),
    PeriodSample("第31周周三", "wednesday of week 31", "2024-07-31"),
    PeriodSample("本月内", "this month", "2024-11"),
    PeriodSample("2024年内", "2024", "2024"),
    PeriodSample("上周最后一天", "last day of last week", "2024-11-10"),
  ]

  static let ranges = [
    PeriodSample("1月到3月", "from january to march", "2024Q1"),
    PeriodSample("1—9月", "january to september", "2024-01-01..2024-09-30"),
    PeriodSample("1-9月", "jan through sep", "2024-01-01..2024-09-30"),
    PeriodSample("2023年1－9月", "January to September 2023", "2023-01-01..2023-09-30"),
    PeriodSample("9月1—20日", "september 1 to september 20", "2024-09-01..2024-09-20"),
    PeriodSample("9月1日至9月20日", "from 1 sep to 20 sep 2024", "2024-09-01..2024-09-20"),
    PeriodSample("9月1日到20日", "2024-09-01..2024-09-20", "2024-09-01..2024-09-20"),
    PeriodSample("一至三季度", "q1..q3", "2024-01-01..2024-09-30"),
    PeriodSample("第一到第三季度", "from Q1 to Q3", "2024-01-01..2024-09-30"),
    PeriodSample("去年5月到7月", "may to july last year", "2023-05-01..2023-07-31"),
    PeriodSample("去年12月到今年2月", "2023-12 .. 2024-02", "2023-12-01..2024-02-29"),
    PeriodSample("2022年到2023年", "2022..2023", "2022-01-01..2023-12-31"),
    PeriodSample("从2022年到2023年", "from 2022 to 2023", "2022-01-01..2023-12-31"),
    PeriodSample("自1月5日起至6月30日止", "jan 5 to jun 30", "2024-01-05..2024-06-30"),
    PeriodSample("2023年全年", "2023", "2023"),
    PeriodSample("6月至今天", "from june to today", "2024-06-01..2024-11-15"),
    PeriodSample("上周二到周四", "tuesday to thursday last week", "2024-11-05..2024-11-07"),
    PeriodSample("8月9月", "august september", "2024-08, 2024-09"),
    PeriodSample("8月和9月", "august and september", "2024-08, 2024-09"),
    PeriodSample("去年8月和9月", "August and September last year", "2023-08, 2023-09"),
    PeriodSample("一、二季度", "q1 and q2", "2024Q1, 2024Q2"),
    PeriodSample("8、9月", "August、September", "2024-08, 2024-09"),
    PeriodSample("今年和去年", "this year and last year", "2024, 2023"),
    PeriodSample("1—3月和6月", "from january to march and june", "2024Q1, 2024-06"),
    PeriodSample("去年1—3月和6月", "2023-01..2023-03 and 2023-06", "2023Q1, 2023-06"),
    PeriodSample("第三个季度和9月", "third quarter and september", "2024Q3, 2024-09"),
    PeriodSample("9月1、3、5日", "sep 1 and sep 3 and sep 5", "2024-09-01, 2024-09-03, 2024-09-05"),
  ]

  /// What people write besides.
  static let written = [
    // Weekdays and weekends.
    PeriodSample("下周五", "next friday", "2024-11-22"),
    PeriodSample("上周一", "last monday", "2024-11-04"),
    PeriodSample("礼拜三", "wednesday", "2024-11-13"),
    PeriodSample("上禮拜二", "tuesday of last week", "2024-11-05"),
    PeriodSample("本周末", "this weekend", "2024-11-16..2024-11-17"),
    PeriodSample("上周末", "last weekend", "2024-11-09..2024-11-10"),
    PeriodSample("第31周周末", "weekend of week 31", "2024-08-03..2024-08-04"),
    // Units by the way to them: 2024-W44 is two weeks before W46.
    PeriodSample("3天前", "three days ago", "2024-11-12"),
    PeriodSample("两周前", "two weeks ago", "2024-W44"),
    PeriodSample("一周前", "a week ago", "2024-W45"),
    PeriodSample("三个月前", "3 months ago", "2024-08"),
    PeriodSample("两个季度后", "two quarters from now", "2025Q2"),
    PeriodSample("5年前", "5 years ago", "2019"),
    // Days and ranges of days in words.
    PeriodSample("2016年1月10日", "January 10, 2016", "2016-01-10"),
    PeriodSample("3月3日", "march 3rd", "2024-03-03"),
    PeriodSample("1月10—12日", "Jan 10–12", "2024-01-10..2024-01-12"),
    PeriodSample("从一月十日到十二日", "from January 10 to 12", "2024-01-10..2024-01-12"),
    PeriodSample("2016年1月10日到12日", "10-12 January 2016", "2016-01-10..2016-01-12"),
    PeriodSample("2016年1月10日至12日", "Jan 10 to 12, 2016", "2016-01-10..2016-01-12"),
    PeriodSample("7月4日至7月6日", "4 to 6 July", "2024-07-04..2024-07-06"),
    PeriodSample("2019.9.6", "on September 6, 2019", "2019-09-06"),
    PeriodSample("2024/06/30", "on the 30th of June", "2024-06-30"),
    PeriodSample("二〇二四年六月三十日", "30 june 2024", "2024-06-30"),
    PeriodSample("２０２４年第３１周", "the 31st week of 2024", "2024-W31"),
    PeriodSample("2013年第一季度", "first quarter of 2013", "2013Q1"),
    PeriodSample("元月", "January", "2024-01"),
    // Traditional forms of the words.
    PeriodSample("本週", "this week", "2024-W46"),
    PeriodSample("上個月", "last month", "2024-10"),
    PeriodSample("過去兩週", "past two weeks", "2024-11-02..2024-11-15"),
    PeriodSample("從1月到3月", "January through March", "2024Q1"),
    // Parts of a month; its last week is the one of its last Thursday, June 27.
    PeriodSample("6月上半月", "first half of June", "2024-06-01..2024-06-15"),
    PeriodSample("2024年2月下半月", "the second half of 2024-02", "2024-02-16..2024-02-29"),
    PeriodSample("6月最后一周", "last week of June", "2024-W26"),
    PeriodSample("6月最后10天", "last 10 days of June", "2024-06-21..2024-06-30"),
    PeriodSample("本季度最后一个月", "last month of this quarter", "2024-12"),
    PeriodSample("去年最后两个季度", "final two quarters of last year", "2023H2"),
    // Ranges.
    PeriodSample("1月和6月之间", "between January and June", "2024H1"),
    PeriodSample("介于去年11月和今年2月", "between 2023-11 and 2024-02", "2023-11-01..2024-02-29"),
    PeriodSample("1月至3月期间", "between january and march 2024", "2024Q1"),
    PeriodSample("6月期间", "during June", "2024-06"),
    PeriodSample("6月1日、6月3日", "on June 1 and June 3", "2024-06-01, 2024-06-03"),
    PeriodSample("截至目前", "by today", "..2024-11-15"),
    PeriodSample("本年度以来", "ytd", "2024-01-01..2024-11-15"),
    PeriodSample("第十周", "the tenth week", "2024-W10"),
    PeriodSample("6月1日起至今", "June 1 to date", "2024-06-01..2024-11-15"),
    PeriodSample("年初到目前", "so far this year", "2024-01-01..2024-11-15"),
    PeriodSample("近一年来", "over the past year", "2023-11-16..2024-11-15"),
    PeriodSample("半年前", "last half", "2024H1"),
    PeriodSample("6月30日止", "through June 30", "..2024-06-30"),
    PeriodSample("年底前", "by year end", "..2024-12-31"),
    PeriodSample("15日前", "by the 15th", "..2024-11-15"),
    PeriodSample("一周内", "within a week", "2024-11-15..2024-11-21"),
    PeriodSample("本季度以来", "quarter-to-date", "2024-10-01..2024-11-15"),
    PeriodSample("2024年", "the year 2024", "2024"),
    PeriodSample("6月", "the month of June", "2024-06"),
    PeriodSample("2023财年", "fiscal 2023", "2023"),
    PeriodSample("近三十天", "last thirty days", "2024-10-17..2024-11-15"),
  ]

  static let open = [
    PeriodSample("6月底前", "by end of june", "..2024-06-30"),
    PeriodSample("6月30日前", "on or before june 30", "..2024-06-30"),
    PeriodSample("2024年6月30日之前", "by 2024-06-30", "..2024-06-30"),
    PeriodSample("下周五前", "by friday of next week", "..2024-11-22"),
    PeriodSample("15日前", "by the 15th of this month", "..2024-11-15"),
    PeriodSample("6月前", "before june", "..2024-05-31"),
    PeriodSample("二季度以前", "before Q2", "..2024-03-31"),
    PeriodSample("2024年前", "before 2024", "..2023-12-31"),
    PeriodSample("早于6月30日", "before june 30", "..2024-06-29"),
    PeriodSample("年底前", "by the end of the year", "..2024-12-31"),
    PeriodSample("截至6月", "by june", "..2024-06-30"),
    PeriodSample("截至6月底止", "until end of june", "..2024-06-30"),
    PeriodSample("到6月底为止", "up to end of june", "..2024-06-30"),
    PeriodSample("不晚于2024", "no later than 2024", "..2024-12-31"),
    PeriodSample("6月起", "since june", "2024-06-01.."),
    PeriodSample("自6月起", "from june", "2024-06-01.."),
    PeriodSample("从6月开始", "from June on", "2024-06-01.."),
    PeriodSample("6月之后", "after june", "2024-07-01.."),
    PeriodSample("晚于2024年6月30日", "after 2024-06-30", "2024-07-01.."),
    PeriodSample("今天以后", "after today", "2024-11-16.."),
  ]
}
