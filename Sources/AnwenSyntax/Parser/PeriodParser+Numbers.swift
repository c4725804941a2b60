/// A number that was read, with the position behind it.
struct PeriodNumber {
  let end: Int
  let value: Int
  /// Nil where it is not written in ASCII digits.
  let digitCount: Int?
}

extension PeriodParser {
  /// Larger numbers are read as this one, which leaves the calendar with every unit.
  private static let largestNumber = 999_999_999

  /// Reads a number to its end: 12, 十二, 两, 一百二十.
  ///
  ///     number = digit { digit } | chinese_number .
  func number(at position: Int) -> PeriodNumber? {
    digits(at: position) ?? chineseNumber(at: position)
  }

  /// Reads a whole run of ASCII digits.
  func digits(at position: Int) -> PeriodNumber? {
    var (end, value) = (position, 0)
    while let scalar = scalar(end), UnitClass.isDigit(scalar) {
      value = min(value * 10 + Int(scalar - 0x30), Self.largestNumber)
      end += 1
    }
    guard end > position else { return nil }
    return PeriodNumber(end: end, value: value, digitCount: end - position)
  }

  /// Reads a run of ASCII digits of an allowed length.
  func digits(at position: Int, count: ClosedRange<Int>) -> PeriodNumber? {
    guard let number = digits(at: position), let length = number.digitCount,
      count.contains(length)
    else { return nil }
    return number
  }

  /// Reads 十, 十二, 二十, 一百零五.
  private func chineseNumber(at position: Int) -> PeriodNumber? {
    ChineseNumeral.readCount(text, at: position, limit: text.count).map {
      PeriodNumber(end: $0.end, value: $0.value, digitCount: nil)
    }
  }

  /// Reads a year digit by digit: 二零二四, 二〇二四.
  func chineseYear(at position: Int) -> PeriodNumber? {
    guard
      let year = ChineseNumeral.readDigits(text, at: position, limit: text.count, longest: 4),
      year.end - position == 4
    else { return nil }
    return PeriodNumber(end: year.end, value: year.value, digitCount: nil)
  }

  /// Reads a number that counts: 7, 三, `three`.
  func counts(at position: Int) -> [PeriodNumber] {
    if let number = number(at: position) { return [number] }
    return PeriodWords.englishNumbers.matches(in: text, at: position).map {
      PeriodNumber(end: $0.end, value: $0.meaning, digitCount: nil)
    }
  }

  /// Reads `first`, `1st`, `31st`.
  ///
  ///     ordinal = "first" | … | "fifth" | digit [ digit ] ( "st" | "nd" | "rd" | "th" ) .
  func ordinals(at position: Int) -> [PeriodNumber] {
    ordinalDigits(at: position)
      + PeriodWords.ordinals.matches(in: text, at: position).map {
        PeriodNumber(end: $0.end, value: $0.meaning, digitCount: nil)
      }
  }

  /// Reads `1st`, `31st`.
  func ordinalDigits(at position: Int) -> [PeriodNumber] {
    guard let number = digits(at: position, count: 1...2),
      let end = word(["st", "nd", "rd", "th"], at: number.end)
    else { return [] }
    return [PeriodNumber(end: end, value: number.value, digitCount: nil)]
  }
}
