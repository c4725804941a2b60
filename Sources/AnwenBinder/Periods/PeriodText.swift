package import AnwenDiagnostics
import AnwenSyntax
package import AnwenTypes

/// How a period is said to a person.
package enum PeriodText {
  /// Both days: `2024-10-01 … 2024-12-31`, `… 2024-06-30` where it has no start; one day alone.
  package static func range(_ period: Period) -> String {
    if let day = period.start, day == period.last { return day.description }
    return [period.start?.description, "…", period.last?.description]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// The name of a unit.
  package static func unitName(_ unit: Period.Granularity) -> LocalizedText {
    switch unit {
    case .day: LocalizedText(english: "day", chinese: "日")
    case .week: LocalizedText(english: "week", chinese: "周")
    case .tenDays: LocalizedText(english: "ten-day part", chinese: "旬")
    case .month: LocalizedText(english: "month", chinese: "月")
    case .quarter: LocalizedText(english: "quarter", chinese: "季度")
    case .half: LocalizedText(english: "half", chinese: "半年")
    case .year: LocalizedText(english: "year", chinese: "年")
    case .semester: LocalizedText(english: "semester", chinese: "学期")
    case .range: LocalizedText(english: "range", chinese: "区间")
    }
  }

  /// The period in words, its days said:
  /// `the fourth quarter of 2024 (2024-10-01 to 2024-12-31)`, 2024年第四季度（2024-10-01 至 2024-12-31）.
  package static func words(_ period: Period) -> LocalizedText {
    guard let start = period.start, let last = period.last else { return openWords(period) }
    let days = LocalizedText(english: "\(start) to \(last)", chinese: "\(start) 至 \(last)")
    switch period.granularity {
    case .day: return LocalizedText(english: "\(start)", chinese: "\(start)")
    case .range: return days
    case .week, .tenDays, .month, .quarter, .half, .year, .semester:
      let name = name(of: period.granularity, from: start)
      return LocalizedText(
        english: "\(name.english) (\(days.english))", chinese: "\(name.chinese)（\(days.chinese)）")
    }
  }

  /// The words of a period that is open on a side.
  private static func openWords(_ period: Period) -> LocalizedText {
    switch (period.start, period.last) {
    case (let start?, _):
      LocalizedText(english: "from \(start) on", chinese: "自\(start)起（含）")
    case (_, let last?):
      LocalizedText(english: "up to and including \(last)", chinese: "至\(last)（含）")
    case (nil, nil):
      LocalizedText(english: "any day", chinese: "不限日期")
    }
  }

  /// The name of the unit that begins on a day.
  private static func name(
    of unit: Period.Granularity, from start: CalendarDate
  ) -> LocalizedText {
    let (year, month) = (start.year, start.month)
    let english = "\(PeriodPrinter.monthNames[month - 1]) \(year)"
    switch unit {
    case .week:
      let (year, week) = start.isoWeek
      return LocalizedText(english: "week \(week) of \(year)", chinese: "\(year)年第\(week)周")
    case .tenDays:
      let index = min(start.day / 10, 2)
      return LocalizedText(
        english: "\(["early", "mid", "late"][index]) \(english)",
        chinese: "\(year)年\(month)月\(["上旬", "中旬", "下旬"][index])")
    case .month:
      return LocalizedText(english: english, chinese: "\(year)年\(month)月")
    case .quarter:
      let index = (month - 1) / 3
      return LocalizedText(
        english: "the \(["first", "second", "third", "fourth"][index]) quarter of \(year)",
        chinese: "\(year)年第\(["一", "二", "三", "四"][index])季度")
    case .half:
      return LocalizedText(
        english: "the \(month == 1 ? "first" : "second") half of \(year)",
        chinese: "\(year)年\(month == 1 ? "上" : "下")半年")
    case .year:
      return LocalizedText(english: "\(year)", chinese: "\(year)年")
    case .semester:
      return LocalizedText(english: "the semester", chinese: "学期")
    case .day, .range:
      return LocalizedText(english: "\(start)", chinese: "\(start)")
    }
  }
}
