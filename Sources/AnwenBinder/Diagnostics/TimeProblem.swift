package import AnwenDiagnostics

/// What is wrong with the days and periods of a text that could be read.
package enum TimeProblem: Problem, Hashable {
  /// A source of periods that is open on a side, or longer than the years given.
  ///
  /// Example: `days of since 2024`
  case endlessSource(limitYears: Int)

  /// `as of` needs one day.
  ///
  /// Example: `tasks as of June and July`
  case asOfNeedsDay

  /// Each of several periods, said of one row, which lies in one of them only.
  ///
  /// Example: `inspections in each of March and April`
  case eachWithoutRows

  /// A number of units that no date is moved by; its days, where they are always as many.
  ///
  /// Example: `hazards where due_on - found_on > 30 days`
  case durationAlone(days: Int?)

  /// A number of units beside what is no date.
  ///
  /// Example: `tasks where number + 3 months > 5`
  case durationBeside(LocalizedText)

  package var code: String {
    switch self {
    case .endlessSource: "E0711"
    case .asOfNeedsDay: "E0712"
    case .eachWithoutRows: "E0713"
    case .durationAlone: "E0714"
    case .durationBeside: "E0715"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .endlessSource(let years):
      LocalizedText(
        english: "a source of periods needs both ends, at most \(years) years apart",
        chinese: "这里的时段要有起止两端，且不超过\(years)年")
    case .durationAlone(let days):
      LocalizedText(
        english: "a length of time may only be added to a date or taken from one"
          + (days.map { "; the difference of two dates is a number of days: \($0)" } ?? ""),
        chinese: "时长只能与日期相加减" + (days.map { "；两个日期之差是天数，写 \($0) 即可" } ?? ""))
    case .durationBeside(let type):
      LocalizedText(
        english: "a length of time may only be added to a date or taken from one, and this is "
          + type.english,
        chinese: "时长只能与日期相加减，而这里是\(type.chinese)")
    case .eachWithoutRows:
      LocalizedText(
        english:
          "one row does not lie in each of several periods; say it of rows that are there in "
          + "each: `points with inspections in each of …`",
        chinese: "一条记录不会同时在几段时间里；“都”说的是每段时间里都有或都没有：“1月和2月都有检查的点位”")
    case .asOfNeedsDay:
      LocalizedText(
        english: "`as of` needs one day, or one period, whose last day counts",
        chinese: "“截至”后面要写一天或一段时间（以其最后一天为准）")
    }
  }

  package var suggestions: [String] {
    if case .durationAlone(let days?) = self { [String(days)] } else { [] }
  }
}
