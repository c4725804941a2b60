import AnwenTypes

extension HumanTable {
  /// The cells between two columns of a table.
  static let gapWidth = 2

  /// No text is cut to fewer cells.
  private static let leastWidth = 6

  /// Widths of columns that fit into the cells of a line, as far as cutting texts can do that.
  ///
  /// The widest columns give way first. Numbers, dates and enumerations are never cut: a part of
  /// one would be another one.
  static func fitted(_ widths: [Int], _ types: [DataType], to cellLimit: Int) -> [Int] {
    func total(_ widths: [Int]) -> Int {
      widths.reduce(0, +) + max(0, widths.count - 1) * gapWidth
    }
    guard total(widths) > cellLimit, var cap = widths.max() else { return widths }
    var fitted = widths
    while total(fitted) > cellLimit, cap > leastWidth {
      cap -= 1
      fitted = zip(widths, types).map { $1.isCuttable ? min($0, cap) : $0 }
    }
    return fitted
  }
}

extension DataType {
  /// Whether a part of a value's text still tells what it is.
  fileprivate var isCuttable: Bool {
    switch self {
    case .text, .reference, .list, .period: true
    case .bool, .int, .decimal, .float, .date, .enumeration: false
    }
  }
}
