/// Reads numbers in plain ASCII notation: no blanks, no separators of thousands.
enum NumberCell {
  /// Reads `[+-] digits`.
  static func integer(_ cell: Span<UInt8>) throws(CellProblem) -> Int64 {
    let (isNegative, start) = sign(of: cell)
    guard start < cell.count else { throw .notInteger(cell: UTF8Text.excerpt(cell)) }
    var value: Int64 = 0
    var overflows = false
    for index in start..<cell.count {
      guard let digit = digit(cell[index]) else {
        throw .notInteger(cell: UTF8Text.excerpt(cell))
      }
      // Counted downwards if negative, since the least integer has no positive twin.
      let (product, productOverflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflows) = product.addingReportingOverflow(
        isNegative ? -Int64(digit) : Int64(digit))
      overflows = overflows || productOverflows || sumOverflows
      value = sum
    }
    if overflows { throw .integerOverflow(cell: UTF8Text.excerpt(cell)) }
    return value
  }

  /// Reads `[+-] digits [. digits]` as an unscaled number with `scale` digits behind the point.
  static func decimal(_ cell: Span<UInt8>, scale: Int) throws(CellProblem) -> Int128 {
    let (isNegative, start) = sign(of: cell)
    let whole = digits(in: cell, from: start)
    var fraction = whole.upperBound..<whole.upperBound
    if fraction.lowerBound < cell.count {
      fraction = digits(in: cell, from: fraction.lowerBound + 1)
      let hasPoint = cell[whole.upperBound] == UInt8(ascii: ".")
      guard hasPoint, !fraction.isEmpty, fraction.upperBound == cell.count else {
        throw .notDecimal(cell: UTF8Text.excerpt(cell))
      }
    }
    if whole.isEmpty { throw .notDecimal(cell: UTF8Text.excerpt(cell)) }
    if fraction.count > scale {
      throw .decimalTooPrecise(cell: UTF8Text.excerpt(cell), scale: scale)
    }
    var unscaled: Int128? = 0
    for index in whole { unscaled = shifted(unscaled, adding: cell[index]) }
    for index in fraction { unscaled = shifted(unscaled, adding: cell[index]) }
    for _ in fraction.count..<scale { unscaled = shifted(unscaled, adding: UInt8(ascii: "0")) }
    guard let unscaled else { throw .decimalOverflow(cell: UTF8Text.excerpt(cell)) }
    return isNegative ? -unscaled : unscaled
  }

  /// Reads `[+-] digits [. digits] [e [+-] digits]`, rounded to the nearest float; words such as
  /// `nan`, hexadecimal digits and values beyond the largest float are refused.
  static func float(_ cell: Span<UInt8>) throws(CellProblem) -> Double {
    var index = sign(of: cell).start
    let whole = digits(in: cell, from: index)
    index = whole.upperBound
    var isNumber = !whole.isEmpty
    if index < cell.count, cell[index] == UInt8(ascii: ".") {
      let fraction = digits(in: cell, from: index + 1)
      isNumber = isNumber && !fraction.isEmpty
      index = fraction.upperBound
    }
    if index < cell.count, cell[index] | 0x20 == UInt8(ascii: "e") {
      let (_, start) = sign(of: cell, from: index + 1)
      let exponent = digits(in: cell, from: start)
      isNumber = isNumber && !exponent.isEmpty
      index = exponent.upperBound
    }
    guard isNumber, index == cell.count, let value = Double(UTF8Text.string(cell)) else {
      throw .notFloat(cell: UTF8Text.excerpt(cell))
    }
    if !value.isFinite { throw .floatOverflow(cell: UTF8Text.excerpt(cell)) }
    return value
  }

  /// The number with one more digit, or nil if that makes more than 38 of them.
  private static func shifted(_ value: Int128?, adding digit: UInt8) -> Int128? {
    guard let value, value < 10_000_000_000_000_000_000_000_000_000_000_000_000 else { return nil }
    return value * 10 + Int128(digit - UInt8(ascii: "0"))
  }

  /// Whether a minus stands at an offset, and where the digits begin.
  private static func sign(
    of cell: Span<UInt8>, from start: Int = 0
  ) -> (isNegative: Bool, start: Int) {
    guard start < cell.count else { return (false, start) }
    switch cell[start] {
    case UInt8(ascii: "-"): return (true, start + 1)
    case UInt8(ascii: "+"): return (false, start + 1)
    default: return (false, start)
    }
  }

  /// The range of the digits that begin at an offset; empty where there are none.
  private static func digits(in cell: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < cell.count, digit(cell[end]) != nil { end += 1 }
    return start..<end
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let digit = byte &- UInt8(ascii: "0")
    return digit <= 9 ? digit : nil
  }
}
