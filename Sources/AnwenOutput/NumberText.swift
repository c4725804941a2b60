import AnwenTypes

/// Numbers in the way in which the model says that people see them.
enum NumberText {
  /// Digits before and behind the point, without a sign.
  private struct Digits {
    var whole: [UInt8]
    var fraction: [UInt8]
  }

  /// The number's text, rounded from its exact digits; nil where the value is missing.
  static func of(_ value: Value, _ display: DisplayFormat) -> String? {
    // Only columns of numbers have a display; a float in another notation stays as it is.
    guard let exact = ValueText.canonical(value, .int) else { return nil }
    guard var digits = digits(of: exact) else { return exact }
    if display.isPercent { shiftPoint(&digits) }
    if let count = display.decimals {
      round(&digits, to: count)
      digits.fraction += [UInt8](repeating: 0, count: count - digits.fraction.count)
    } else if display.isPercent {
      round(&digits, to: 2)
      while digits.fraction.last == 0 { digits.fraction.removeLast() }
    }
    return text(of: digits, isNegative: exact.utf8.first == minus, display)
  }

  private static let minus = UInt8(ascii: "-")

  private static func digits(of exact: String) -> Digits? {
    let parts = exact.utf8.drop { $0 == minus }.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var lists = parts.map { part in part.map { $0 &- UInt8(ascii: "0") } }
    guard lists.count <= 2, lists.allSatisfy({ $0.allSatisfy { $0 < 10 } }) else { return nil }
    if lists.count == 1 { lists.append([]) }
    return Digits(whole: lists[0], fraction: lists[1])
  }

  /// Times a hundred.
  private static func shiftPoint(_ digits: inout Digits) {
    for _ in 0..<2 {
      digits.whole.append(digits.fraction.isEmpty ? 0 : digits.fraction.removeFirst())
    }
    while digits.whole.count > 1, digits.whole[0] == 0 { digits.whole.removeFirst() }
  }

  /// Half away from zero; a number with fewer digits stays as it is.
  private static func round(_ digits: inout Digits, to count: Int) {
    guard digits.fraction.count > count else { return }
    let roundsUp = digits.fraction[count] >= 5
    digits.fraction.removeLast(digits.fraction.count - count)
    guard roundsUp else { return }
    var all = digits.whole + digits.fraction
    var place = all.count - 1
    while place >= 0, all[place] == 9 {
      all[place] = 0
      place -= 1
    }
    if place >= 0 { all[place] += 1 } else { all.insert(1, at: 0) }
    digits.whole = Array(all[..<(all.count - count)])
    digits.fraction = Array(all[(all.count - count)...])
  }

  private static func text(
    of digits: Digits, isNegative: Bool, _ display: DisplayFormat
  ) -> String {
    // What is rounded to zero has no sign.
    let isZero = (digits.whole + digits.fraction).allSatisfy { $0 == 0 }
    var text = isNegative && !isZero ? "-" : ""
    for (index, digit) in digits.whole.enumerated() {
      let rest = digits.whole.count - index
      if display.groupsThousands, index > 0, rest.isMultiple(of: 3) { text += "," }
      text += String(digit)
    }
    if !digits.fraction.isEmpty { text += "." + digits.fraction.map(String.init).joined() }
    return display.isPercent ? text + "%" : text
  }
}
