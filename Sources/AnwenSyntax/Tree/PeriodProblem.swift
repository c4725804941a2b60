package import AnwenDiagnostics

/// Why what reads like a period is none.
///
/// The parser reports what no day can heal (`PeriodSyntax.invalid`), the resolver the rest. Days
/// and periods are given as ISO text.
package enum PeriodProblem: Problem, Error, Hashable {
  /// The month does not have that day; the year is nil where none was said.
  ///
  /// Example: `2024-02-30`
  case impossibleDate(year: Int?, month: Int, day: Int)

  /// The larger unit, `of` if it is known, has no part of that number.
  ///
  /// Example: `2024Q5`
  case noSuchPart(PeriodUnit, Int, of: String?)

  /// The first day comes after the last.
  ///
  /// Example: `2024-06..2024-03`
  case backwards(first: String, last: String)

  /// The model declares no semesters.
  ///
  /// Example: `2024年春季学期`
  case noSemesters

  /// The model declares semesters, and not this one; their names are given.
  ///
  /// Example: `2024年冬季学期`
  case unknownSemester(declared: [String])

  /// Today lies between two semesters.
  ///
  /// Example: `本学期`
  case betweenSemesters(today: String)

  /// A day before the year 1 or after the year 9999.
  ///
  /// Example: `last 99999 years`
  case outOfCalendar

  /// A period of no days.
  ///
  /// Example: `last 0 days`
  case nothingCounted(PeriodUnit)

  /// More periods in one expression than a list may hold.
  ///
  /// Example: `1月、2月、1月、2月、…`
  case tooManyPeriods(limit: Int)

  package var code: String {
    switch self {
    case .impossibleDate: "E0111"
    case .noSuchPart: "E0112"
    case .backwards: "E0113"
    case .noSemesters: "E0114"
    case .unknownSemester: "E0115"
    case .betweenSemesters: "E0116"
    case .outOfCalendar: "E0117"
    case .nothingCounted: "E0118"
    case .tooManyPeriods: "E0119"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .impossibleDate(let year, let month, let day):
      Self.impossibleDate(year: year, month: month, day: day)
    case .noSuchPart(let unit, let number, let container):
      LocalizedText(
        english: "\(container ?? "the calendar") has no \(unit.english) \(number)",
        chinese: "\(container ?? "日历")没有第\(number)\(unit <= .week ? "" : "个")\(unit.chinese)")
    case .backwards(let first, let last):
      LocalizedText(
        english: "this range would begin on \(first), after its last day \(last)",
        chinese: "起始日 \(first) 晚于截止日 \(last)")
    case .noSemesters:
      LocalizedText(english: "the model declares no semesters", chinese: "模型没有声明学期")
    case .unknownSemester:
      LocalizedText(
        english: "the model declares no semester of this name", chinese: "模型没有声明这个学期")
    case .betweenSemesters(let today):
      LocalizedText(
        english: "\(today) lies in no semester", chinese: "\(today) 不在任何学期之内")
    case .outOfCalendar:
      LocalizedText(
        english: "this reaches out of the years 1 to 9999", chinese: "超出公元1年至9999年的范围")
    case .nothingCounted(let unit):
      LocalizedText(
        english: "no \(unit.english) is counted: the number must be at least 1",
        chinese: "“\(unit.chinese)”的数量至少为1")
    case .tooManyPeriods(let limit):
      LocalizedText(
        english: "more than \(limit) periods stand in one list",
        chinese: "一个列表里的时段超过\(limit)个")
    }
  }

  package var expected: [LocalizedText] {
    guard case .unknownSemester(let declared) = self else { return [] }
    return declared.prefix(5).map { LocalizedText(english: $0, chinese: $0) }
  }

  /// What is wrong with a day of a month.
  private static func impossibleDate(year: Int?, month: Int, day: Int) -> LocalizedText {
    guard (1...12).contains(month) else {
      return LocalizedText(english: "there is no month \(month)", chinese: "没有\(month)月")
    }
    let english = PeriodPrinter.monthNames[month - 1]
    guard let year else {
      return LocalizedText(
        english: "\(english) has no day \(day)", chinese: "\(month)月没有\(day)日")
    }
    return LocalizedText(
      english: "\(english) \(year) has no day \(day)",
      chinese: "\(year)年\(month)月没有\(day)日")
  }
}

extension PeriodUnit {
  /// The English name of one such unit.
  package var english: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .tenDays: "ten-day part"
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half"
    case .semester: "semester"
    case .year: "year"
    case .fiscalYear: "fiscal year"
    }
  }

  /// The Chinese name of the unit.
  package var chinese: String {
    switch self {
    case .day: "天"
    case .week: "周"
    case .tenDays: "旬"
    case .month: "月"
    case .quarter: "季度"
    case .half: "半年"
    case .semester: "学期"
    case .year: "年"
    case .fiscalYear: "财年"
    }
  }
}
