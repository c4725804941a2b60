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

  package var code: String {
    switch self {
    case .endlessSource: "E0711"
    case .asOfNeedsDay: "E0712"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .endlessSource(let years):
      LocalizedText(
        english: "a source of periods needs both ends, at most \(years) years apart",
        chinese: "这里的时段要有起止两端，且不超过\(years)年")
    case .asOfNeedsDay:
      LocalizedText(
        english: "`as of` needs one day, or one period, whose last day counts",
        chinese: "“截至”后面要写一天或一段时间（以其最后一天为准）")
    }
  }
}
