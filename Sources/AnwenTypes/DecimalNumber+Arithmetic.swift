/// A result that does not fit in the 38 digits of a decimal.
package struct DecimalOverflow: Error, Hashable {
  package init() {}
}

extension DecimalNumber {
  /// The most digits behind the point.
  package static let maximumScale = 18

  /// The least number of digits behind the point that a division keeps.
  package static let minimumQuotientScale = 6

  /// The largest unscaled value: 38 nines.
  package static let maximumUnscaled: Int128 = powersOfTen[38] - 1

  /// Ten to the powers 0 to 38.
  private static let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// Ten to the power of `exponent`.
  ///
  /// - Precondition: `exponent` is 0 to 38.
  package static func powerOfTen(_ exponent: Int) -> Int128 { powersOfTen[exponent] }

  /// A whole number.
  package init(_ value: Int64) { self.init(unscaled: Int128(value), scale: 0) }

  /// The number of the given digits, if they are at most 38.
  package static func checked(unscaled: Int128, scale: Int) throws(DecimalOverflow) -> Self {
    if unscaled > maximumUnscaled || unscaled < -maximumUnscaled { throw DecimalOverflow() }
    return Self(unscaled: unscaled, scale: scale)
  }
}

// MARK: - Operations

extension DecimalNumber {
  /// The sum, at the larger scale.
  package func adding(_ other: Self) throws(DecimalOverflow) -> Self {
    let scale = max(scale, other.scale)
    let (left, right) = (try rescaled(to: scale), try other.rescaled(to: scale))
    // 2 · 10³⁸ is more than 2¹²⁷, so that even the addition of the bits can overflow.
    let (sum, overflows) = left.unscaled.addingReportingOverflow(right.unscaled)
    if overflows { throw DecimalOverflow() }
    return try Self.checked(unscaled: sum, scale: scale)
  }

  /// The difference, at the larger scale.
  package func subtracting(_ other: Self) throws(DecimalOverflow) -> Self {
    try adding(other.negated)
  }

  /// The product; its scale is the sum of the scales, at most 18, half away from zero.
  package func multiplied(by other: Self) throws(DecimalOverflow) -> Self {
    let excess = max(0, scale + other.scale - Self.maximumScale)
    let product = unscaled.magnitude.multipliedFullWidth(by: other.unscaled.magnitude)
    let unscaled = try Self.quotient(
      product, by: Self.powerOfTen(excess).magnitude,
      isNegative: (unscaled < 0) != (other.unscaled < 0))
    return try Self.checked(unscaled: unscaled, scale: scale + other.scale - excess)
  }

  /// The quotient at the larger of 6 and both scales, half away from zero; nil for a division by
  /// zero.
  package func divided(by other: Self) throws(DecimalOverflow) -> Self? {
    if other.unscaled == 0 { return nil }
    let scale = Swift.max(Self.minimumQuotientScale, scale, other.scale)
    let shift = Self.powerOfTen(scale - self.scale + other.scale).magnitude
    let unscaled = try Self.quotient(
      unscaled.magnitude.multipliedFullWidth(by: shift), by: other.unscaled.magnitude,
      isNegative: (unscaled < 0) != (other.unscaled < 0))
    return try Self.checked(unscaled: unscaled, scale: scale)
  }

  /// The whole part of the quotient, at scale 0; nil for a division by zero.
  package func dividedWhole(by other: Self) throws(DecimalOverflow) -> Self? {
    if other.unscaled == 0 { return nil }
    let scale = max(scale, other.scale)
    let (left, right) = (try rescaled(to: scale), try other.rescaled(to: scale))
    return Self(unscaled: left.unscaled / right.unscaled, scale: 0)
  }

  /// What the whole part of the quotient leaves, with the sign of this number, at the larger
  /// scale; nil for a division by zero.
  package func remainder(dividingBy other: Self) throws(DecimalOverflow) -> Self? {
    if other.unscaled == 0 { return nil }
    let scale = max(scale, other.scale)
    let (left, right) = (try rescaled(to: scale), try other.rescaled(to: scale))
    return Self(unscaled: left.unscaled % right.unscaled, scale: scale)
  }

  package var negated: Self { Self(unscaled: 0 &- unscaled, scale: scale) }

  package var magnitude: Self { unscaled < 0 ? negated : self }

  /// The rounded quotient of a double-width dividend.
  private static func quotient(
    _ dividend: (high: UInt128, low: UInt128), by divisor: UInt128, isNegative: Bool
  ) throws(DecimalOverflow) -> Int128 {
    // A high part as large as the divisor means a quotient of more than 128 bits.
    if dividend.high >= divisor { throw DecimalOverflow() }
    var (quotient, remainder) =
      dividend.high == 0
      ? dividend.low.quotientAndRemainder(dividingBy: divisor)
      : divisor.dividingFullWidth(dividend)
    if quotient > maximumUnscaled.magnitude { throw DecimalOverflow() }
    if remainder >= divisor - remainder { quotient += 1 }
    return isNegative ? -Int128(quotient) : Int128(quotient)
  }
}

// MARK: - Rounding

extension DecimalNumber {
  /// The same number at another scale; digits that fall away round half away from zero.
  ///
  /// - Precondition: `newScale` is 0 to 18.
  package func rescaled(to newScale: Int) throws(DecimalOverflow) -> Self {
    if newScale == scale { return self }
    if newScale > scale {
      let power = Self.powerOfTen(newScale - scale)
      let (product, overflows) = unscaled.multipliedReportingOverflow(by: power)
      if overflows { throw DecimalOverflow() }
      return try Self.checked(unscaled: product, scale: newScale)
    }
    return Self(unscaled: dividedRounding(byPowerOfTen: scale - newScale), scale: newScale)
  }

  /// Rounded half away from zero to so many digits behind the point, at the same scale; with a
  /// negative number of digits, to tens, hundreds and so on.
  package func rounded(toDigits digits: Int) throws(DecimalOverflow) -> Self {
    if digits >= scale { return self }
    let dropped = scale - Swift.max(digits, -38)
    if dropped > 38 { return Self(unscaled: 0, scale: scale) }
    let kept = dividedRounding(byPowerOfTen: dropped)
    let (product, overflows) = kept.multipliedReportingOverflow(by: Self.powerOfTen(dropped))
    if overflows { throw DecimalOverflow() }
    return try Self.checked(unscaled: product, scale: scale)
  }

  /// The largest whole number that is not above this one, at scale 0.
  package var floor: Self {
    let (whole, rest) = unscaled.quotientAndRemainder(dividingBy: Self.powerOfTen(scale))
    return Self(unscaled: rest < 0 ? whole - 1 : whole, scale: 0)
  }

  /// The smallest whole number that is not below this one, at scale 0.
  package var ceil: Self { negated.floor.negated }

  private func dividedRounding(byPowerOfTen exponent: Int) -> Int128 {
    let power = Self.powerOfTen(exponent)
    let (quotient, rest) = unscaled.quotientAndRemainder(dividingBy: power)
    return rest.magnitude >= (power - Int128(rest.magnitude)).magnitude
      ? quotient + unscaled.signum() : quotient
  }
}

// MARK: - Order and conversion

extension DecimalNumber: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.unscaled < right.unscaled }
    // The parts before and behind the point are compared apart: neither can overflow.
    let (leftWhole, leftRest) = left.unscaled.quotientAndRemainder(
      dividingBy: powerOfTen(left.scale))
    let (rightWhole, rightRest) = right.unscaled.quotientAndRemainder(
      dividingBy: powerOfTen(right.scale))
    if leftWhole != rightWhole { return leftWhole < rightWhole }
    return leftRest * powerOfTen(maximumScale - left.scale)
      < rightRest * powerOfTen(maximumScale - right.scale)
  }
}

extension DecimalNumber {
  /// The nearest floating-point number.
  package var double: Double {
    // Both operands of the division are exact here, so its result is the nearest one.
    if unscaled.magnitude < 1 << 53 { return Double(unscaled) / Double(Self.powerOfTen(scale)) }
    return Double(description) ?? Double(unscaled) / Double(Self.powerOfTen(scale))
  }
}
