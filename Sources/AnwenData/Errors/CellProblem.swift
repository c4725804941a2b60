package import AnwenDiagnostics
package import AnwenTypes

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
  /// A program handed over a value that the column's type does not hold.
  case otherType(Value, expected: DataType)

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
    case .otherType: "E0443"
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
    case .notEnumerationValue(let cell, _, _):
      LocalizedText(
        english: "'\(cell)' is not among the column's values", chinese: "“\(cell)”不在该列的取值之中")
    case .emptyListElement(let cell):
      LocalizedText(
        english: "the list '\(cell)' has an empty element", chinese: "列表“\(cell)”中有空的元素")
    case .unreadableType:
      LocalizedText(
        english: "a cell cannot hold a value of this column's type", chinese: "单元格不能存放该列类型的值")
    case .otherType(let value, let type):
      LocalizedText(
        english: "\(value.kindWords.english) does not fit a column of \(type.kindWords.english)",
        chinese: "\(value.kindWords.chinese)不能放进\(type.kindWords.chinese)的列")
    }
  }
}

extension Value {
  /// What kind of value it is, for errors.
  fileprivate var kindWords: LocalizedText {
    switch self {
    case .missing: LocalizedText(english: "a missing value", chinese: "缺失值")
    case .bool: LocalizedText(english: "a truth value", chinese: "真假值")
    case .int(let number): LocalizedText(english: "the integer \(number)", chinese: "整数 \(number) ")
    case .decimal(let number):
      LocalizedText(english: "the decimal \(number)", chinese: "小数 \(number) ")
    case .float(let number):
      LocalizedText(english: "the float \(number)", chinese: "浮点数 \(number) ")
    case .text: LocalizedText(english: "a text", chinese: "文本")
    case .date(let day): LocalizedText(english: "the date \(day)", chinese: "日期 \(day) ")
    case .period(let period):
      LocalizedText(english: "the period \(period)", chinese: "时段 \(period) ")
    case .rank(let rank): LocalizedText(english: "the rank \(rank)", chinese: "等级序号 \(rank) ")
    case .list: LocalizedText(english: "a list", chinese: "列表")
    }
  }
}

extension DataType {
  /// What the values of a column are, for errors.
  fileprivate var kindWords: LocalizedText {
    switch self {
    case .bool: LocalizedText(english: "truth values", chinese: "真假值")
    case .int: LocalizedText(english: "integers", chinese: "整数")
    case .decimal: LocalizedText(english: "decimals", chinese: "小数")
    case .float: LocalizedText(english: "floats", chinese: "浮点数")
    case .text: LocalizedText(english: "texts", chinese: "文本")
    case .date: LocalizedText(english: "dates", chinese: "日期")
    case .period: LocalizedText(english: "periods", chinese: "时段")
    case .reference(let reference):
      LocalizedText(english: "keys of \(reference.entity)", chinese: "\(reference.entity) 主键")
    case .enumeration(let enumeration):
      LocalizedText(english: "values of \(enumeration.name)", chinese: "\(enumeration.name) 取值")
    case .list: LocalizedText(english: "lists", chinese: "列表")
    }
  }
}
