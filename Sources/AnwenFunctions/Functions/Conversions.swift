import AnwenColumns
import AnwenTypes

/// Conversions that a query asks for: what cannot be read is an error that says the value.
extension ScalarFunction {
  static let conversions = [int, decimal, float, text, date]

  package static let int = ScalarFunction(
    "int", "整数",
    help: "a text or a whole number as an `int`, a truth value as 1 or 0; a number with digits "
      + "behind the point is an error, since `round`, `floor` and `ceil` say what becomes of them",
    examples: [("int(\"012\")", "12"), ("int(6 / 2)", "3"), ("int(2 > 1)", "1")],
    Signature([.single], gives: .of { readsAsNumber($0[0].type) ? .int : nil }),
    mayFail: { arguments, _ in arguments[0] != .int && arguments[0] != .bool },
    .values { (row, _) throws(FunctionError) in .int(try wholeNumber(row[0])) })

  package static let decimal = ScalarFunction(
    "decimal", "小数",
    help: "a text or a number as an exact `decimal`, half away from zero, with as many digits "
      + "behind the point as a second argument says, else those that it has; six of a text or a "
      + "`float`",
    examples: [("decimal(\"3.125\")", "3.125"), ("decimal(\"3.125\", 2)", "3.13")],
    Signature([.single, .int], optional: 1, gives: .of(decimalType)),
    mayFail: { arguments, _ in arguments[0] != .int },
    .values { (row, call) throws(FunctionError) in .decimal(try exactNumber(row[0], call.type)) })

  package static let float = ScalarFunction(
    "float", "浮点数", help: "a text or a number as a `float`, the nearest",
    examples: [("float(\"2.5\")", "2.5")],
    Signature([.single], gives: .of { readsAsNumber($0[0].type) ? .float : nil }),
    mayFail: { arguments, _ in arguments[0] == .text },
    .values { (row, _) throws(FunctionError) in .float(try nearestNumber(row[0])) })

  package static let text = ScalarFunction(
    "text", "文本",
    help: "any value but a list as it stands in a CSV file: a number without trailing zeros, a "
      + "date as 2024-06-30, a value of an enumeration by its canonical name, a reference by its key",
    examples: [("text(2.50)", "2.5"), ("text(2024-06-30)", "2024-06-30")],
    Signature([.single], gives: .always(.text)),
    .values { row, call in .text(machineText(row[0], call.arguments[0].type)) })

  package static let date = ScalarFunction(
    "date", "日期",
    help: "the day of a text like 2024-06-30, 2024/6/30, 2024.6.30 or 2024年6月30日, or of digits "
      + "like 20240630, which may be an `int`",
    examples: [("date(\"2024/6/30\")", "2024-06-30"), ("date(20240630)", "2024-06-30")],
    Signature(
      [.single],
      gives: .of { [.text, .int, .date].contains($0[0].type) ? .date : nil }),
    mayFail: { arguments, _ in arguments[0] != .date },
    .values { (row, _) throws(FunctionError) in
      if case .date = row[0] { return row[0] }
      let written = machineText(row[0], .text)
      guard let day = WrittenDay(written).date else {
        throw .unreadable(written, as: .date)
      }
      return .date(day)
    })

  // MARK: - Types

  private static func readsAsNumber(_ type: DataType) -> Bool {
    switch type {
    case .text, .bool: true
    default: type.isNumeric
    }
  }

  @Sendable private static func decimalType(_ arguments: [FunctionArgument]) -> DataType? {
    guard readsAsNumber(arguments[0].type), arguments[0].type != .bool else { return nil }
    guard arguments.count > 1 else {
      return switch arguments[0].type {
      case .int: .decimal(scale: 0)
      case .decimal(let scale): .decimal(scale: scale)
      default: .decimal(scale: DecimalNumber.minimumQuotientScale)
      }
    }
    guard case .int(let scale) = arguments[1].literal,
      (0...Int64(DecimalNumber.maximumScale)).contains(scale)
    else { return nil }
    return .decimal(scale: Int(scale))
  }

  // MARK: - Values

  /// A value that is no list as machine formats write it.
  static func machineText(_ value: Value, _ type: DataType) -> String {
    ValueText.canonical(value, type) ?? ""
  }

  private static func wholeNumber(_ value: Value) throws(FunctionError) -> Int64 {
    switch value {
    case .int(let number): return number
    case .bool(let isTrue): return isTrue ? 1 : 0
    case .float(let number):
      if let whole = Int64(exactly: number) { return whole }
    case .decimal(let number):
      return try whole(number)
    default:
      let written = trimmed(machineText(value, .text))
      guard let number = DecimalNumber(written) else {
        throw .unreadable(written, as: .wholeNumber)
      }
      return try whole(number)
    }
    throw .unreadable(trimmed(machineText(value, .text)), as: .wholeNumber)
  }

  private static func whole(_ number: DecimalNumber) throws(FunctionError) -> Int64 {
    let normalized = number.normalized
    guard normalized.scale == 0 else { throw .unreadable("\(number)", as: .wholeNumber) }
    guard let whole = Int64(exactly: normalized.unscaled) else {
      throw .overflow(.conversion, detail: "\(number)")
    }
    return whole
  }

  private static func exactNumber(
    _ value: Value, _ type: DataType
  ) throws(FunctionError) -> DecimalNumber {
    guard case .decimal(let scale) = type else { preconditionFailure("a decimal") }
    let number: DecimalNumber?
    switch value {
    case .int(let value): number = DecimalNumber(value)
    case .decimal(let value): number = value
    case .float(let value): number = DecimalNumber(shortest: value)
    default: number = DecimalNumber(trimmed(machineText(value, .text)))
    }
    guard let number else {
      throw .unreadable(trimmed(machineText(value, .text)), as: .number)
    }
    do throws(DecimalOverflow) {
      return try number.rescaled(to: scale)
    } catch {
      throw .overflow(.conversion, detail: "\(number)")
    }
  }

  private static func nearestNumber(_ value: Value) throws(FunctionError) -> Double {
    switch value {
    case .int(let number): return Double(number)
    case .bool(let isTrue): return isTrue ? 1 : 0
    case .float(let number): return number
    case .decimal(let number): return number.double
    default:
      let written = trimmed(machineText(value, .text))
      guard let number = Double(written), number.isFinite else {
        throw .unreadable(written, as: .number)
      }
      return number
    }
  }
}

extension DecimalNumber {
  /// The number that a float's shortest digits say; nil where there are too many of them.
  fileprivate init?(shortest value: Double) {
    let parts = value.description.split(separator: "e")
    guard value.isFinite, let mantissa = DecimalNumber(String(parts[0])) else { return nil }
    let digits = mantissa.normalized
    let scale = digits.scale - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    if scale > Self.maximumScale {
      // Digits that far behind the point are rounded away.
      guard scale - digits.scale <= 38 else {
        self = DecimalNumber(0)
        return
      }
      let power = Self.powerOfTen(Swift.min(38, scale - Self.maximumScale))
      self = DecimalNumber(unscaled: digits.unscaled / power, scale: Self.maximumScale)
      return
    }
    if scale >= 0 {
      self = DecimalNumber(unscaled: digits.unscaled, scale: scale)
      return
    }
    guard -scale <= 38 else { return nil }
    let (product, overflows) = digits.unscaled.multipliedReportingOverflow(
      by: Self.powerOfTen(-scale))
    guard !overflows, let number = try? Self.checked(unscaled: product, scale: 0) else {
      return nil
    }
    self = number
  }
}
