/// Whole numbers written with Chinese numerals: 三, 十二, 两百零五, 二〇二四.
enum ChineseNumeral {
  /// The longest run of digits that is read as one number.
  static let longestRun = 9

  /// Reads a number as it is counted or as it is spelled: 十二, 二〇二四.
  static func read(_ units: [UInt32], at start: Int, limit: Int) -> (value: Int, end: Int)? {
    if let run = readDigits(units, at: start, limit: limit), run.end - start > 1 { return run }
    return readCount(units, at: start, limit: limit)
  }

  /// Reads a number as it is counted, below ten thousand: 十, 十二, 二十, 一百零五; a digit behind a
  /// digit belongs to another number.
  ///
  /// A last digit without 零 counts the next lower power: 一百五 is 150, 两千三 is 2300.
  static func readCount(_ units: [UInt32], at start: Int, limit: Int) -> (value: Int, end: Int)? {
    var (end, total) = (start, 0)
    var pending: Int?
    var (lastPower, hasZero) = (10_000, false)
    while end < limit {
      if let digit = digits[Int(units[end])] {
        // 零 only fills the place of a power that is left out.
        if digit == 0, total > 0, pending == nil {
          hasZero = true
          end += 1
          continue
        }
        guard pending == nil else { break }
        pending = digit
      } else if let power = powers[Int(units[end])], power < lastPower {
        guard pending != nil || power == 10 && total == 0 else { break }
        total += (pending ?? 1) * power
        (pending, lastPower, hasZero) = (nil, power, false)
      } else {
        break
      }
      end += 1
    }
    let lastUnit = hasZero || total == 0 ? 1 : lastPower / 10
    return end > start ? (total + (pending ?? 0) * lastUnit, end) : nil
  }

  /// Reads a number digit by digit, as years are said: 二零二四.
  static func readDigits(
    _ units: [UInt32], at start: Int, limit: Int, longest: Int = longestRun
  ) -> (value: Int, end: Int)? {
    var (value, end) = (0, start)
    while end < limit, end - start < longest, let digit = digits[Int(units[end])] {
      value = value * 10 + digit
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  /// The digits; 两 only counts, and is taken wherever a number is.
  ///
  /// By numbers that are `Int`, since each further type of key costs the start of the program.
  private static let digits: [Int: Int] = {
    var digits: [Int: Int] = [:]
    for (value, spelling) in ["零〇○", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"].enumerated() {
      for scalar in spelling.unicodeScalars { digits[Int(scalar.value)] = value }
    }
    return digits
  }()

  /// 十, 百 and 千.
  private static let powers: [Int: Int] = [0x5341: 10, 0x767e: 100, 0x5343: 1_000]
}
