package import AnwenDiagnostics

/// Why a function has no result in a row.
package enum FunctionError: Error {
  /// A result that does not fit its type; `detail` spells the operands.
  case overflow(OverflowingOperation, detail: String)
  /// A value that is not what it is to become.
  case unreadable(String, as: Wanted)
  /// A column would have more list elements than can be counted.
  case columnTooLong

  /// What a conversion makes of a value.
  package enum Wanted: String, Hashable, Sendable {
    case wholeNumber = "int"
    case number = "decimal"
    case date

    package var words: LocalizedText {
      switch self {
      case .wholeNumber: LocalizedText(english: "a whole number", chinese: "整数")
      case .number: LocalizedText(english: "a number", chinese: "数字")
      case .date: LocalizedText(english: "a date", chinese: "日期")
      }
    }
  }
}
