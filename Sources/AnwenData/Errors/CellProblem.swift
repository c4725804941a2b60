package import AnwenDiagnostics

/// Why a cell does not fit the type of its column; `cell` is its text, shortened if it is long.
package enum CellProblem: Error, Hashable, Sendable {
  case notInteger(cell: String)
  case integerOverflow(cell: String)
  case notDecimal(cell: String)
  case decimalTooPrecise(cell: String, scale: Int)
  case decimalOverflow(cell: String)
  case notFloat(cell: String)
  case floatOverflow(cell: String)
  case notBool(cell: String, spellings: [String])
  case notDate(cell: String)
  case impossibleDate(cell: String)
  case notEnumerationValue(cell: String, nearest: String?, spellings: [String])
  case emptyListElement(cell: String)
  /// No cell can be read as a value of the column's type.
  case unreadableType

  package var code: String {
    switch self {
    case .notInteger: "E0430"
    case .integerOverflow: "E0431"
    case .notDecimal: "E0432"
    case .decimalTooPrecise: "E0433"
    case .decimalOverflow: "E0434"
    case .notFloat: "E0435"
    case .floatOverflow: "E0436"
    case .notBool: "E0437"
    case .notDate: "E0438"
    case .impossibleDate: "E0439"
    case .notEnumerationValue: "E0440"
    case .emptyListElement: "E0441"
    case .unreadableType: "E0442"
    }
  }

  package var reason: LocalizedText {
    switch self {
    case .notInteger(let cell):
      LocalizedText(english: "'\(cell)' is not an integer", chinese: "“\(cell)”不是整数")
    case .integerOverflow(let cell):
      LocalizedText(
        english: "'\(cell)' does not fit into 64 bits", chinese: "“\(cell)”超出 64 位整数的范围")
    case .notDecimal(let cell):
      LocalizedText(english: "'\(cell)' is not a decimal number", chinese: "“\(cell)”不是小数")
    case .decimalTooPrecise(let cell, let scale):
      LocalizedText(
        english: "'\(cell)' has more than \(scale) digits behind the point",
        chinese: "“\(cell)”的小数位数超过 \(scale) 位")
    case .decimalOverflow(let cell):
      LocalizedText(english: "'\(cell)' needs more than 38 digits", chinese: "“\(cell)”超过 38 位数字")
    case .notFloat(let cell):
      LocalizedText(english: "'\(cell)' is not a finite number", chinese: "“\(cell)”不是有限的数字")
    case .floatOverflow(let cell):
      LocalizedText(
        english: "'\(cell)' is too large for a float", chinese: "“\(cell)”超出浮点数的范围")
    case .notBool(let cell, let spellings):
      LocalizedText(
        english: "'\(cell)' is none of \(spellings.joined(separator: ", "))",
        chinese: "“\(cell)”不是 \(spellings.joined(separator: "、")) 之一")
    case .notDate(let cell):
      LocalizedText(
        english: "'\(cell)' is not a date like 2024-06-30", chinese: "“\(cell)”不是 2024-06-30 这样的日期")
    case .impossibleDate(let cell):
      LocalizedText(
        english: "'\(cell)' is no day of the calendar", chinese: "“\(cell)”不是真实存在的日期")
    case .notEnumerationValue(let cell, let nearest, _):
      LocalizedText(
        english: "'\(cell)' is not among the column's values"
          + (nearest.map { "; the nearest is '\($0)'" } ?? ""),
        chinese: "“\(cell)”不在该列的取值之中" + (nearest.map { "，最接近的是“\($0)”" } ?? ""))
    case .emptyListElement(let cell):
      LocalizedText(
        english: "the list '\(cell)' has an empty element", chinese: "列表“\(cell)”中有空的元素")
    case .unreadableType:
      LocalizedText(
        english: "a cell cannot hold a value of this column's type", chinese: "单元格不能存放该列类型的值")
    }
  }
}
