extension PeriodParser {
  /// A list as far as it is read.
  private struct OpenList {
    let elements: [PeriodSyntax]
    /// The last element's unit; nil behind a range.
    let unit: PeriodUnit?

    /// Whether they are the first or last days of larger units, which stand only among their like:
    /// `first 10 days of May and June` could be those of both.
    var areCountedDays: Bool { elements[0].isCountedDays }

    /// Whether such days may follow: behind one day, and behind what is no period and could be some.
    var mayBeCountedDays: Bool {
      areCountedDays || unit == .day || elements[0].problem != nil
    }
  }

  /// Reads lists of units and ranges, from what may stand first in them.
  ///
  ///     list = element { [ " " ] list_sign [ " " ] element | [ " " ] element } element
  ///          | counted_days { [ " " ] list_sign [ " " ] counted_days } .
  ///
  /// Without a sign between them, neighbours are of one unit: 8月9月. An element takes what it
  /// leaves out from the one before it: 去年8月和9月. One list is kept for each end, so the work
  /// is linear in the list's length. Where `takesComma`, it is a sign of a list as well.
  func lists(from first: [PeriodReading], allowsYear: Bool, takesComma: Bool) -> [PeriodReading] {
    var open: [Int: OpenList] = [:]
    for element in first where open[element.end] == nil {
      open[element.end] = OpenList(elements: Self.flat(element.syntax), unit: element.unit)
    }
    var found: [PeriodReading] = []
    while let end = open.keys.min(), let list = open.removeValue(forKey: end) {
      if list.elements.count > 1 { found.append(PeriodReading(end, .list(list.elements))) }
      let longer =
        extensions(of: list, endingAt: end, allowsYear: allowsYear)
        + (takesComma ? commaExtensions(of: list, endingAt: end, allowsYear: allowsYear) : [])
      for (next, longer) in longer {
        if longer.elements.count > Self.longestList {
          found.append(
            PeriodReading(next, .invalid(.tooManyPeriods(limit: Self.longestList))))
        } else if open[next].map({ $0.elements.count > longer.elements.count }) ?? true {
          open[next] = longer
        }
      }
    }
    return found
  }

  /// The lists that start at a place.
  func lists(at position: Int, allowsYear: Bool) -> [PeriodReading] {
    let units = units(at: position, allowsYear: allowsYear)
    let ranges = ranges(at: position, from: units, allowsYear: allowsYear)
    return lists(
      from: listStarts(units, groups(at: position), ranges), allowsYear: allowsYear,
      takesComma: false)
  }

  /// The list with each element that may follow it, by the position behind that element.
  private func extensions(
    of list: OpenList, endingAt end: Int, allowsYear: Bool
  ) -> [(end: Int, list: OpenList)] {
    var found: [(end: Int, list: OpenList)] = []
    let spaced = skipSpace(end)
    for sign in PeriodWords.listSeparators.matches(in: text, at: spaced) {
      let start = skipSpace(sign.end)
      let neighbour =
        list.elements.first { $0.problem != nil } ?? list.elements[list.elements.count - 1]
      let others =
        list.areCountedDays
        ? []
        : elements(at: start, allowsYear: allowsYear) + daySigns(at: start, beside: neighbour)
      let days = list.mayBeCountedDays ? countedDays(at: start, allowsYear: allowsYear) : []
      for element in others + days {
        let isShared = sign.meaning && element.endsWithContainer
        found.append((element.end, extend(list, with: element, isShared: isShared)))
      }
    }
    guard list.unit != nil, !UnitClass.cutsLatin(text, at: spaced) else { return found }
    for element in elements(at: spaced, allowsYear: allowsYear) where element.unit == list.unit {
      found.append((element.end, extend(list, with: element, isShared: false)))
    }
    return found
  }

  /// The list with each element behind a comma; a number is a year there only beside a year, since
  /// `March, 2024` may be one month.
  private func commaExtensions(
    of list: OpenList, endingAt end: Int, allowsYear: Bool
  ) -> [(end: Int, list: OpenList)] {
    guard let comma = word(",", at: skipSpace(end)) else { return [] }
    let start = skipSpace(comma)
    let next =
      list.areCountedDays
      ? countedDays(at: start, allowsYear: allowsYear)
      : elements(at: start, allowsYear: allowsYear && list.unit == .year)
    return next.map { ($0.end, extend(list, with: $0, isShared: false)) }
  }

  /// Reads the first or last days of a larger unit: 5月前20天.
  private func countedDays(at position: Int, allowsYear: Bool) -> [PeriodReading] {
    countedDays(among: units(at: position, allowsYear: allowsYear))
  }

  /// Those that are such days, if only one, or could be if they were periods at all: 第五季度前3天.
  private func countedDays(among units: [PeriodReading]) -> [PeriodReading] {
    units.filter { $0.syntax.isCountedDays || $0.unit == .day || $0.syntax.problem != nil }
  }

  /// Reads what may stand in a list.
  private func elements(at position: Int, allowsYear: Bool) -> [PeriodReading] {
    let units = units(at: position, allowsYear: allowsYear)
    let ranges = ranges(at: position, from: units, allowsYear: allowsYear)
    return elements(units, groups(at: position), ranges)
  }

  /// What of the readings at one place may stand first in a list.
  func listStarts(
    _ units: [PeriodReading], _ groups: [PeriodReading], _ ranges: [PeriodReading]
  ) -> [PeriodReading] {
    elements(units, groups, ranges) + countedDays(among: units)
  }

  /// What of the readings at one place may stand in a list.
  private func elements(
    _ units: [PeriodReading], _ groups: [PeriodReading], _ ranges: [PeriodReading]
  ) -> [PeriodReading] {
    units.filter { $0.unit != nil || $0.isGroup } + groups + ranges
  }

  /// The ranges that are closed at both ends, from the units at their place.
  func ranges(
    at position: Int, from units: [PeriodReading], allowsYear: Bool
  ) -> [PeriodReading] {
    ranges(from: units, allowsYear: allowsYear) + openedRanges(at: position)
      + englishDayRanges(at: position)
  }

  /// Adds an element; where `isShared`, its larger unit counts for those before it too:
  /// `June and July 2024`.
  private func extend(
    _ list: OpenList, with element: PeriodReading, isShared: Bool
  ) -> OpenList {
    let elements =
      isShared
      ? list.elements.map { Self.inherit($0, from: element.syntax) } : list.elements
    // What 上旬 leaves out belongs to it before anything is taken from it.
    let neighbour = elements.last.map { $0.isCountedDays ? $0.completed : $0 }
    let added = Self.flat(element.syntax).map { Self.inherit($0, from: neighbour ?? $0) }
    return OpenList(elements: elements + added, unit: element.unit)
  }

  /// The elements of a group, or the one period.
  private static func flat(_ syntax: PeriodSyntax) -> [PeriodSyntax] {
    if case .list(let elements) = syntax { elements } else { [syntax] }
  }

  /// A period, or both ends of a range, with what a neighbour says.
  private static func inherit(
    _ syntax: PeriodSyntax, from neighbour: PeriodSyntax
  ) -> PeriodSyntax {
    if case .range(_, let last) = neighbour { return inherit(syntax, from: last) }
    guard case .range(let first, let last) = syntax else {
      return syntax.inheriting(from: neighbour)
    }
    return .range(first.inheriting(from: neighbour), last.inheriting(from: neighbour))
  }
}

extension PeriodSyntax {
  /// Whether it is the first or last days of a larger unit.
  var isCountedDays: Bool {
    switch self {
    case .part(.first(_, .day), .some), .part(.last(_, .day), .some): true
    default: false
    }
  }
}
