import AnwenDiagnostics

/// What is wrong with ranges of numbers.
enum RangeProblem: Problem, Hashable {
  /// Something else where `bucket` needs a range, or no range at all.
  ///
  /// Example: `hazards | derive age = bucket(closed_on - found_on, 7, 30)`
  case bucketsNeeded

  /// A range that ends before it begins.
  ///
  /// Example: `hazards | derive age = bucket(closed_on - found_on, 7..1)`
  case backwards(String, turned: String)

  /// A range that begins before the one on its left has ended.
  ///
  /// Example: `hazards | derive age = bucket(closed_on - found_on, 1..7, 7..30)`
  case overlap(String, String)

  /// More ranges than a bucket may have.
  case tooManyBuckets(limit: Int)

  /// A range where one value is needed.
  ///
  /// Example: `tasks where number = 1..7`
  case rangeAsValue

  /// A part of a percentile that is more than the whole; it as a percentage, where it was none.
  ///
  /// Example: `hazards | summarize percentile(closed_on - found_on, 90)`
  case noPart(percentage: String?)

  var code: String {
    switch self {
    case .bucketsNeeded: "E0340"
    case .backwards: "E0341"
    case .overlap: "E0342"
    case .tooManyBuckets: "E0343"
    case .rangeAsValue: "E0344"
    case .noPart: "E0345"
    }
  }

  var message: LocalizedText {
    switch self {
    case .bucketsNeeded:
      LocalizedText(
        english: "`bucket` takes a number and then ranges: bucket(x, 1..7, 8..30, 31..)",
        chinese: "“分档”要先写一个数，再写各档范围：分档(x, 1..7, 8..30, 31..)")
    case .backwards(let range, let turned):
      LocalizedText(
        english: "the range \(range) ends before it begins; write \(turned)",
        chinese: "范围 \(range) 的终点在起点之前，请写 \(turned)")
    case .overlap(let first, let second):
      LocalizedText(
        english: "the ranges must ascend without overlapping: both ends belong to a range, so "
          + "\(second) has to begin behind the end of \(first)",
        chinese: "各档要从小到大、互不重叠：两端都包含在内，\(second) 应从 \(first) 的终点之后开始")
    case .tooManyBuckets(let limit):
      LocalizedText(
        english: "at most \(limit) ranges may stand here", chinese: "这里最多写 \(limit) 档")
    case .rangeAsValue:
      LocalizedText(
        english: "a range is not one value: write `in` to ask whether a number lies in it",
        chinese: "范围不是一个值，判断数字是否在范围内请用“在”")
    case .noPart:
      LocalizedText(
        english: "a percentile is at a part of the whole, from 0% to 100%: 90% or 0.9",
        chinese: "百分位的位置在 0% 到 100% 之间，如 90% 或 0.9")
    }
  }

  var suggestions: [String] {
    switch self {
    case .backwards(_, let turned): [turned]
    case .rangeAsValue: ["in"]
    case .noPart(let percentage): percentage.map { [$0] } ?? []
    case .bucketsNeeded, .overlap, .tooManyBuckets: []
    }
  }
}
