import AnwenTypes

/// A day as people write it in a cell: 2024-06-30, 2024/6/30, 2024.6.30, 2024年6月30日, 20240630.
struct WrittenDay {
  /// Nil where the text is no such day.
  let date: CalendarDate?

  init(_ text: String) {
    var numbers: [[UInt8]] = [[]]
    var signs: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.drop(while: \.properties.isWhitespace) {
      if let digit = UInt8(ascii: scalar).flatMap({ $0 &- 48 < 10 ? $0 &- 48 : nil }) {
        numbers[numbers.count - 1].append(digit)
      } else {
        signs.append(scalar)
        numbers.append([])
      }
    }
    while signs.last?.properties.isWhitespace == true, numbers.last?.isEmpty == true {
      signs.removeLast()
      numbers.removeLast()
    }
    date = Self.date(numbers, signs)
  }

  private static func date(
    _ numbers: [[UInt8]], _ signs: [Unicode.Scalar]
  ) -> CalendarDate? {
    let parts: [[UInt8]]
    if signs.isEmpty, numbers[0].count == 8 {
      parts = [Array(numbers[0][..<4]), Array(numbers[0][4..<6]), Array(numbers[0][6...])]
    } else if numbers.count == 3, ["-", "/", "."].contains(signs[0]), signs[1] == signs[0] {
      parts = numbers
    } else if signs == ["年", "月", "日"], numbers[3].isEmpty {
      parts = Array(numbers[..<3])
    } else {
      return nil
    }
    guard parts[0].count == 4, parts[1...].allSatisfy({ (1...2).contains($0.count) }) else {
      return nil
    }
    let values = parts.map { $0.reduce(0) { $0 * 10 + Int($1) } }
    return CalendarDate(year: values[0], month: values[1], day: values[2])
  }
}

extension UInt8 {
  /// Nil for a character that is not in ASCII.
  fileprivate init?(ascii scalar: Unicode.Scalar) {
    guard scalar.isASCII else { return nil }
    self = UInt8(scalar.value)
  }
}
