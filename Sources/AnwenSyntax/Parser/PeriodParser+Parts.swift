/// A part of a larger unit that was read, with the position behind it.
struct PartReading {
  let end: Int
  let part: PeriodPart
  /// Whether its larger unit may follow it, as in English: `Q2 2024`.
  var takesContainer = false
}

extension PeriodParser {
  /// Reads the parts that stand alone or behind their larger unit.
  func parts(at position: Int) -> [PartReading] {
    PeriodWords.parts.matches(in: text, at: position).map {
      PartReading(end: $0.end, part: $0.meaning)
    } + numberedParts(at: position) + weekdays(at: position) + firstUnits(at: position)
      + latinParts(at: position) + englishOrdinalParts(at: position)
  }

  /// Reads 6月, 30日, 第二季度, 第31周.
  ///
  ///     numbered = number [ " " ] ( "月" [ "份" ] | "日" ) | [ "第" ] number [ " " ] "季" [ "度" ]
  ///              | "第" number [ " " ] [ "个" ] ( "季度" | "周" | "星期" | "礼拜" | "学期" ) .
  private func numberedParts(at position: Int) -> [PartReading] {
    let ordinal = word("第", at: position)
    guard let number = number(at: ordinal ?? position) else { return [] }
    return partUnits(at: number.end, isOrdinal: ordinal != nil, hasContainer: false).map {
      end, make in
      PartReading(end: end, part: make(number.value))
    }
  }

  /// Reads the unit behind a number, and gives what makes a part of the number.
  private func partUnits(
    at position: Int, isOrdinal: Bool, hasContainer: Bool
  ) -> [(end: Int, make: (Int) -> PeriodPart)] {
    let start = skipSpace(position)
    var found: [(end: Int, make: (Int) -> PeriodPart)] = []
    /// Adds a unit where its spelling stands.
    func add(_ spelling: String, at start: Int, _ make: @escaping (Int) -> PeriodPart) {
      if let end = word(spelling, at: start) { found.append((end, make)) }
    }
    add("季度", at: start) { .quarter($0) }
    add("季", at: start) { .quarter($0) }
    if isOrdinal {
      let start = word("个", at: start) ?? start
      if start != skipSpace(position) { add("季度", at: start) { .quarter($0) } }
      for spelling in ["周", "星期", "礼拜"] { add(spelling, at: start) { .week($0) } }
      add("学期", at: start) { .semester(.number($0)) }
    } else {
      add("月份", at: start) { .month($0) }
      add("月", at: start) { .month($0) }
      add("日", at: start) { .day($0) }
      // 3号 alone may be the name of anything.
      if hasContainer { add("号", at: start) { .day($0) } }
    }
    return found
  }

  /// Reads several parts with one unit: 1—9月, 一、二季度, 9月1—20日.
  ///
  ///     group = number ( range_sign number | list_sign number { list_sign number } ) unit .
  func groups(at position: Int, in container: PeriodReading? = nil) -> [PeriodReading] {
    let isOrdinal = word("第", at: position) != nil
    guard var last = groupNumber(at: position) else { return [] }
    var numbers = [last.value]
    var isRange = false
    while numbers.count < Self.longestList {
      let listed = isRange ? nil : word(["、", "和", "及", "与"], at: last.end)
      let ranged = numbers.count == 1 ? rangeSign(at: last.end) : nil
      guard let next = listed ?? ranged, let number = groupNumber(at: next) else { break }
      isRange = listed == nil
      numbers.append(number.value)
      last = number
    }
    guard numbers.count > 1 else { return [] }
    let units = partUnits(at: last.end, isOrdinal: isOrdinal, hasContainer: container != nil)
    return units.compactMap { end, make in
      if let unit = container?.unit, !make(1).fits(in: unit) { return nil }
      let parts = numbers.map { PeriodSyntax.composed(make($0), of: container?.syntax) }
      return PeriodReading(end, isRange ? .range(parts[0], parts[1]) : .list(parts))
    }
  }

  /// A number of one or two digits: 2024-9月 is no group.
  private func groupNumber(at position: Int) -> PeriodNumber? {
    guard let number = number(at: word("第", at: position) ?? position), number.value < 100,
      number.digitCount ?? 1 <= 2
    else { return nil }
    return number
  }

  /// The position behind the sign of a range of numbers.
  private func rangeSign(at position: Int) -> Int? {
    word(["至", "到", "-", "——", "—", "–", "~"], at: position)
  }

  /// Reads 周二, 星期日.
  private func weekdays(at position: Int) -> [PartReading] {
    PeriodWords.chineseWeekWords.matches(in: text, at: position).flatMap { word in
      PeriodWords.chineseWeekdays.matches(in: text, at: word.end).map {
        PartReading(end: $0.end, part: .weekday($0.meaning))
      }
    }
      + PeriodWords.weekdays.matches(in: text, at: position).map {
        PartReading(end: $0.end, part: .weekday($0.meaning), takesContainer: true)
      }
  }

  /// Reads 前三季度, 前10个月; 前5天 only behind its larger unit, since it has none of its own.
  ///
  ///     first = "前" number [ " " ] counted_unit .
  private func firstUnits(at position: Int) -> [PartReading] {
    countedFirst(at: position).filter(\.part.standsAlone)
  }

  /// Reads parts that stand only behind their larger unit: 本月前10天, 6月最后一周, 6月30号.
  func leadingParts(at position: Int) -> [PartReading] {
    countedFirst(at: position).filter { !$0.part.standsAlone } + countedLast(at: position)
      + daySigns(at: position)
  }

  /// Reads 最后, a number and what it counts.
  private func countedLast(at position: Int) -> [PartReading] {
    countedUnits(behind: ["最后"], at: position).map {
      PartReading(end: $0.end, part: Self.last($0.count, $0.unit))
    }
  }

  /// The last units of a larger one; one day is an edge of it.
  static func last(_ count: Int, _ unit: PeriodUnit) -> PeriodPart {
    count == 1 && unit == .day ? .lastDay : .last(count, unit)
  }

  /// Reads 30号.
  private func daySigns(at position: Int) -> [PartReading] {
    guard let number = number(at: position), let end = word("号", at: skipSpace(number.end)) else {
      return []
    }
    return [PartReading(end: end, part: .day(number.value))]
  }

  /// Reads 30号 beside a neighbour that says its month: 6月1号到30号.
  func daySigns(at position: Int, beside neighbour: PeriodSyntax) -> [PeriodReading] {
    daySigns(at: position).compactMap { day in
      let syntax = PeriodSyntax.part(day.part, of: nil)
      // Beside 6月32号 the whole is refused for that.
      guard neighbour.problem != nil || syntax.inheriting(from: neighbour) != syntax else {
        return nil
      }
      return PeriodReading(day.end, syntax, unit: .day)
    }
  }

  /// Reads 前, a number and what it counts.
  private func countedFirst(at position: Int) -> [PartReading] {
    countedUnits(behind: ["前"], at: position).map {
      PartReading(end: $0.end, part: .first($0.count, $0.unit))
    }
  }

  /// Reads the first or last day behind its larger unit: 6月底, 2024年年底, 上周最后一天.
  func edges(at position: Int, of unit: PeriodUnit) -> [PartReading] {
    var starts = [position]
    for word in PeriodWords.edgeUnits.matches(in: text, at: position) where word.meaning == unit {
      starts.append(word.end)
    }
    return starts.flatMap { start in
      PeriodWords.edges.matches(in: text, at: start).compactMap { edge in
        // 周末 is the weekend, and 周初, 周底 are nothing.
        guard unit != .week || edge.end > start + 1 else { return nil }
        return PartReading(end: edge.end, part: edge.meaning)
      }
    }
  }
}
