/// Whole numbers written with Chinese numerals: 三, 十二, 两百零五, 二〇二四.
enum ChineseNumeral {
  /// Reads the longest numeral at a position, below ten thousand.
  static func read(_ units: [UInt32], at start: Int, limit: Int) -> (value: Int, end: Int)? {
    var position = start
    while position < limit, isPart(units[position]), position - start < 9 { position += 1 }
    while position > start {
      if let value = value(units[start..<position]) { return (value, position) }
      position -= 1
    }
    return nil
  }

  private static func isPart(_ unit: UInt32) -> Bool { digit(unit) != nil || factor(unit) != nil }

  private static func value(_ units: ArraySlice<UInt32>) -> Int? {
    if units.count > 1, units.allSatisfy({ digit($0) != nil }) {
      return units.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
    }
    var total = 0
    var pending: Int?
    var lastFactor = 10_000
    for unit in units {
      if let digit = digit(unit) {
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
      } else if let factor = factor(unit) {
        guard factor < lastFactor else { return nil }
        total += (pending ?? 1) * factor
        lastFactor = factor
        pending = nil
      }
    }
    return total + (pending ?? 0)
  }

  private static func digit(_ unit: UInt32) -> Int? {
    switch Unicode.Scalar(unit) {
    case "〇", "零": 0
    case "一": 1
    case "二", "两", "兩": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func factor(_ unit: UInt32) -> Int? {
    switch Unicode.Scalar(unit) {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
