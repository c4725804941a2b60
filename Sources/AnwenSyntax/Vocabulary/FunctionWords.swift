/// The names of the scalar functions.
package struct FunctionWords: Sendable {
  /// The canonical English name.
  package let name: String
  package let chinese: String

  package var spellings: [String] { [name, chinese] }

  package static let all: [FunctionWords] = [
    FunctionWords(name: "length", chinese: "长度"),
    FunctionWords(name: "lower", chinese: "小写"),
    FunctionWords(name: "upper", chinese: "大写"),
    FunctionWords(name: "trim", chinese: "去空格"),
    FunctionWords(name: "abs", chinese: "绝对值"),
    FunctionWords(name: "floor", chinese: "向下取整"),
    FunctionWords(name: "ceil", chinese: "向上取整"),
    FunctionWords(name: "round", chinese: "四舍五入"),
    FunctionWords(name: "coalesce", chinese: "首个非缺失"),
    FunctionWords(name: "week", chinese: "周"),
    FunctionWords(name: "month", chinese: "月"),
    FunctionWords(name: "quarter", chinese: "季度"),
    FunctionWords(name: "half", chinese: "半年"),
    FunctionWords(name: "year", chinese: "年"),
    FunctionWords(name: "month_number", chinese: "月份"),
    FunctionWords(name: "quarter_number", chinese: "季度数"),
    FunctionWords(name: "year_number", chinese: "年份"),
    FunctionWords(name: "day", chinese: "日"),
    FunctionWords(name: "bucket", chinese: "分档"),
  ]
}
