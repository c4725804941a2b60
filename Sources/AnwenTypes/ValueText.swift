/// Values as text, the same in every format and function that writes them, and in every language.
package enum ValueText {
  /// The canonical text of a value that is no list, or nil where it is missing.
  ///
  /// Numbers are exact: a decimal without trailing zeros, a float by the fewest digits that read
  /// back as the same number. A float that is no finite number counts as missing. An enumeration
  /// gives its canonical name, a reference its key, a date and a period their ISO text.
  package static func canonical(_ value: Value, _ type: DataType) -> String? {
    switch value {
    case .missing: nil
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let number): String(number)
    case .decimal(let number): number.description
    case .float(let number): number.isFinite ? number.description : nil
    case .text(let text): text.string
    case .date(let date): date.description
    case .period(let period): period.description
    case .rank(let rank): enumerationCase(rank, type).name
    case .list: preconditionFailure("the elements of a list are joined by who writes it")
    }
  }

  /// The value of an enumeration's rank.
  package static func enumerationCase(_ rank: UInt8, _ type: DataType) -> EnumerationType.Case {
    guard case .enumeration(let enumeration) = type else {
      preconditionFailure("a rank without its enumeration")
    }
    return enumeration.cases[Int(rank)]
  }
}
