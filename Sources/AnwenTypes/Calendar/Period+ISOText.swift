extension Period: LosslessStringConvertible {
  /// The canonical text: `2024`, `2024H1`, `2024Q4`, `2024-06`, `2024-W23`, `2024-06-30`, else
  /// both days, `2024-01-05..2024-03-09`, of which one is left out where that side is open.
  public var description: String {
    guard let start, let last else {
      return "\(start?.description ?? "")..\(last?.description ?? "")"
    }
    let year = CalendarDate.padded(start.year, to: 4)
    switch granularity {
    case .day:
      return start.description
    case .week:
      let (year, week) = start.isoWeek
      return "\(CalendarDate.padded(year, to: 4))-W\(CalendarDate.padded(week, to: 2))"
    case .month:
      return "\(year)-\(CalendarDate.padded(start.month, to: 2))"
    case .quarter:
      return "\(year)Q\((start.month + 2) / 3)"
    case .half:
      return "\(year)H\((start.month + 5) / 6)"
    case .year:
      return year
    case .tenDays, .semester, .range:
      return "\(start)..\(last)"
    }
  }

  /// Reads a canonical text, and nothing else; nil for units that the calendar does not have.
  ///
  /// Two days give a `range`, also where they bound a whole unit: the text says no unit.
  public init?(_ isoText: String) {
    let bytes = Array(isoText.utf8)
    if let range = Self.range(of: bytes) {
      self = range
      return
    }
    if let day = CalendarDate(isoText) {
      self.init(day: day)
      return
    }
    guard bytes.count >= 4, let year = CalendarDate.number(bytes[0..<4]),
      let first = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    if bytes.count == 4 {
      self.init(.year, containing: first)
      return
    }
    guard let (unit, number) = Self.part(bytes[4...]) else { return nil }
    switch unit {
    case .week:
      guard let monday = CalendarDate(isoYear: year, week: number) else { return nil }
      self.init(.week, containing: monday)
    default:
      guard let months = unit.monthCount, (1...12 / months).contains(number),
        let start = first.adding(months: months * (number - 1))
      else { return nil }
      self.init(unit, containing: start)
    }
  }

  /// Reads `a..b` with days for ends, of which either may be absent.
  private static func range(of bytes: [UInt8]) -> Period? {
    let point = UInt8(ascii: ".")
    guard let middle = bytes.firstIndex(of: point), middle + 1 < bytes.count,
      bytes[middle + 1] == point
    else { return nil }
    let (left, right) = (bytes[..<middle], bytes[(middle + 2)...])
    let start = CalendarDate(String(decoding: left, as: UTF8.self))
    let last = CalendarDate(String(decoding: right, as: UTF8.self))
    guard left.isEmpty || start != nil, right.isEmpty || last != nil else { return nil }
    if let start, let last, start > last { return nil }
    return Period(start: start, last: last, granularity: .range)
  }

  /// Reads what stands behind the year: `-06`, `-W23`, `Q4`, `H1`.
  private static func part(_ bytes: ArraySlice<UInt8>) -> (Granularity, Int)? {
    let forms: [(prefix: String, digitCount: Int, unit: Granularity)] = [
      ("-W", 2, .week), ("-", 2, .month), ("Q", 1, .quarter), ("H", 1, .half),
    ]
    for form in forms where bytes.starts(with: form.prefix.utf8) {
      let digits = bytes.dropFirst(form.prefix.utf8.count)
      guard digits.count == form.digitCount, let number = CalendarDate.number(digits) else {
        return nil
      }
      return (form.unit, number)
    }
    return nil
  }
}
