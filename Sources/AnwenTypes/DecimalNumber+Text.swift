extension DecimalNumber: LosslessStringConvertible {
  /// All digits, without trailing zeros behind the point: `-0.05`, `12`, `1.5`.
  public var description: String {
    let number = normalized
    var digits = String(number.unscaled.magnitude)
    if number.scale > 0 {
      if digits.utf8.count <= number.scale {
        digits = String(repeating: "0", count: number.scale + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -number.scale))
    }
    return number.unscaled < 0 ? "-" + digits : digits
  }

  /// Reads `digits [ "." digits ]` with an optional sign; nil for anything else, for more than 18
  /// digits behind the point that are not zeros, and for more than 38 digits.
  ///
  /// The scale is the number of digits behind the point, as written, at most 18.
  public init?(_ text: String) {
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var unscaled: Int128 = 0
    var scale = 0
    var digitCount = 0
    var isBehindPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !isBehindPoint, digitCount > 0 {
        isBehindPoint = true
        digitCount = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      digitCount += 1
      if isBehindPoint, scale == Self.maximumScale {
        if byte != UInt8(ascii: "0") { return nil }
        continue
      }
      if unscaled > Self.maximumUnscaled / 10 { return nil }
      unscaled = unscaled * 10 + Int128(byte - UInt8(ascii: "0"))
      if isBehindPoint { scale += 1 }
    }
    if digitCount == 0 { return nil }
    self.init(unscaled: isNegative ? -unscaled : unscaled, scale: scale)
  }
}
