import ArgumentParser

/// An amount of memory as people write it: `512MB`, `2 GB`, `65536`.
struct MemorySize: ExpressibleByArgument {
  let byteCount: Int

  init?(argument: String) {
    let text = argument.lowercased().filter { $0 != " " }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, let shift = Self.shift(of: text[digits.endIndex...])
    else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    if overflow { return nil }
    byteCount = product
  }

  /// The power of two that a unit stands for.
  private static func shift(of unit: Substring) -> Int? {
    switch unit {
    case "", "b": 0
    case "k", "kb", "kib": 10
    case "m", "mb", "mib": 20
    case "g", "gb", "gib": 30
    default: nil
    }
  }
}
