/// An exact number: `unscaled` divided by ten to the power of `scale`.
public struct DecimalNumber: Sendable {
  public let unscaled: Int128
  /// Digits behind the point, at most 18.
  public let scale: Int

  /// - Precondition: `scale` is 0 to 18.
  public init(unscaled: Int128, scale: Int) {
    precondition((0...18).contains(scale), "a decimal's scale is at most 18")
    self.unscaled = unscaled
    self.scale = scale
  }

  /// The same number without trailing zeros behind the point.
  package var normalized: DecimalNumber {
    var unscaled = unscaled
    var scale = scale
    while scale > 0, unscaled % 10 == 0 {
      unscaled /= 10
      scale -= 1
    }
    return DecimalNumber(unscaled: unscaled, scale: scale)
  }
}

extension DecimalNumber: Hashable {
  /// 1.50 equals 1.5.
  public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let (left, right) = (left.normalized, right.normalized)
    return left.unscaled == right.unscaled && left.scale == right.scale
  }

  public func hash(into hasher: inout Hasher) {
    let number = normalized
    hasher.combine(number.unscaled)
    hasher.combine(number.scale)
  }
}
