/// A sum that may leave the 128 bits for a while.
struct WideSum {
  /// The low 128 bits.
  private(set) var low: Int128 = 0
  /// How often the sum left the 128 bits upwards, less how often downwards.
  private(set) var carry = 0
  private(set) var count: Int64 = 0

  mutating func add(_ value: Int128) {
    let (sum, overflows) = low.addingReportingOverflow(value)
    low = sum
    if overflows { carry += value < 0 ? -1 : 1 }
    count += 1
  }

  /// Takes away what was added before.
  mutating func remove(_ value: Int128) {
    let (sum, overflows) = low.subtractingReportingOverflow(value)
    low = sum
    if overflows { carry += value < 0 ? 1 : -1 }
    count -= 1
  }
}
