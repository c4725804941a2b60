package import AnwenDiagnostics

/// The operation whose result did not fit.
package enum OverflowingOperation: Hashable, Sendable {
  case addition, subtraction, multiplication, division, wholeDivision, remainder, negation
  case absoluteValue, rounding, conversion, sum, average, median, percentile, deviation

  /// The operation's name, as it begins a sentence about it.
  package var name: LocalizedText {
    switch self {
    case .addition: LocalizedText(english: "addition", chinese: "加法")
    case .subtraction: LocalizedText(english: "subtraction", chinese: "减法")
    case .multiplication: LocalizedText(english: "multiplication", chinese: "乘法")
    case .division: LocalizedText(english: "division", chinese: "除法")
    case .wholeDivision: LocalizedText(english: "whole division (div)", chinese: "整除（div）")
    case .remainder: LocalizedText(english: "remainder (%)", chinese: "取余（%）")
    case .negation: LocalizedText(english: "negation", chinese: "取负")
    case .absoluteValue: LocalizedText(english: "absolute value (abs)", chinese: "绝对值")
    case .rounding: LocalizedText(english: "rounding", chinese: "舍入")
    case .conversion: LocalizedText(english: "conversion", chinese: "转换")
    case .sum: LocalizedText(english: "sum", chinese: "求和")
    case .average: LocalizedText(english: "average", chinese: "平均")
    case .median: LocalizedText(english: "median", chinese: "中位数")
    case .percentile: LocalizedText(english: "percentile", chinese: "百分位")
    case .deviation: LocalizedText(english: "standard deviation", chinese: "标准差")
    }
  }
}

extension OverflowingOperation {
  /// How a query says it: the operator, function or aggregate.
  package var spellings: [String] {
    switch self {
    case .addition: ["+"]
    case .subtraction: ["-"]
    case .multiplication: ["*"]
    case .division: ["/", "rate"]
    case .wholeDivision: ["div"]
    case .remainder: ["%"]
    case .negation: ["negation"]
    case .absoluteValue: ["abs"]
    case .rounding: ["round", "floor", "ceil"]
    case .conversion: ["int", "decimal"]
    case .sum: ["sum"]
    case .average: ["avg"]
    case .median: ["median"]
    case .percentile: ["percentile"]
    case .deviation: ["stddev"]
    }
  }
}
