extension DecimalNumber {
  /// The number that lies between two, so far behind the first as a part of their distance, at the
  /// larger of 6 and their scale, half away from zero.
  ///
  /// Rounds once: the straight line itself is exact.
  ///
  /// - Precondition: both have one scale, `low` is not above `high`, and `part` is 0 to 1.
  package static func between(
    _ low: Self, _ high: Self, part: Self
  ) throws(DecimalOverflow) -> Self {
    precondition(low.scale == high.scale, "the ends of a line have one scale")
    let scale = Swift.max(minimumQuotientScale, low.scale)
    let base = try low.rescaled(to: scale).unscaled
    // Up to 2 · 10³⁸, which only an unsigned number holds.
    let distance = UInt128(bitPattern: high.unscaled &- low.unscaled)
    let factor = part.unscaled.magnitude * powerOfTen(scale - low.scale).magnitude
    let product = distance.multipliedFullWidth(by: factor)
    let divisor = powerOfTen(part.scale).magnitude
    if product.high >= divisor { throw DecimalOverflow() }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    guard let whole = Int128(exactly: quotient) else { throw DecimalOverflow() }
    let (sum, overflows) = base.addingReportingOverflow(whole)
    if overflows { throw DecimalOverflow() }
    // The rest goes upwards, so that of a negative number a half leads away from zero by staying.
    let (rest, complement) = (remainder, divisor - remainder)
    let roundsUp = sum < 0 ? rest > complement : rest >= complement
    return try checked(unscaled: roundsUp ? sum + 1 : sum, scale: scale)
  }
}
