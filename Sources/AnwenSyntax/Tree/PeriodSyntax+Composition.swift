extension PeriodPart {
  /// The unit of which the part is one; nil for several of them.
  package var unit: PeriodUnit? {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .week: .week
    case .tenDays: .tenDays
    case .semester: .semester
    case .day, .weekday, .firstDay, .lastDay: .day
    case .halfMonth, .weekend, .first, .last: nil
    }
  }

  /// Whether a larger unit has such parts.
  package func fits(in container: PeriodUnit) -> Bool {
    switch self {
    case .month, .quarter, .half: container == .year || container == .fiscalYear
    case .week: container == .year || container == .month
    case .semester: container == .year
    case .tenDays, .halfMonth, .day: container == .month
    case .weekday, .weekend: container == .week
    case .first(_, let unit), .last(_, let unit): container > unit
    case .firstDay, .lastDay: container > .day
    }
  }

  /// Whether it may leave out its larger unit: the first ten months are the year's, the first ten
  /// days of nothing in particular.
  var standsAlone: Bool {
    switch self {
    case .first(_, let unit): unit == .month || unit == .quarter
    case .last, .firstDay, .lastDay: false
    case .month, .quarter, .half, .week, .tenDays, .halfMonth, .day, .weekday, .weekend, .semester:
      true
    }
  }

  /// Why there is no such part of any unit, as far as the part alone tells.
  fileprivate var problem: PeriodProblem? {
    let (unit, number, limit): (PeriodUnit, Int, Int)
    switch self {
    case .month(let month): (unit, number, limit) = (.month, month, 12)
    case .quarter(let quarter): (unit, number, limit) = (.quarter, quarter, 4)
    case .half(let half): (unit, number, limit) = (.half, half, 2)
    case .week(let week): (unit, number, limit) = (.week, week, 53)
    case .tenDays(let part): (unit, number, limit) = (.tenDays, part, 3)
    case .day(let day): (unit, number, limit) = (.day, day, 31)
    case .weekday(let day): (unit, number, limit) = (.day, day, 7)
    case .semester(.number(let semester)): (unit, number, limit) = (.semester, semester, 9)
    case .first(0, let unit), .last(0, let unit): return .nothingCounted(unit)
    case .first(let count, .month), .last(let count, .month):
      (unit, number, limit) = (.month, count, 12)
    case .first(let count, .quarter), .last(let count, .quarter):
      (unit, number, limit) = (.quarter, count, 4)
    case .semester, .halfMonth, .weekend, .first, .last, .firstDay, .lastDay: return nil
    }
    return (1...limit).contains(number) ? nil : .noSuchPart(unit, number, of: nil)
  }
}

extension PeriodSyntax {
  /// A part of `container`, or `invalid` where there is none whatever the year is.
  package static func composed(_ part: PeriodPart, of container: PeriodSyntax?) -> PeriodSyntax {
    if case .invalid? = container { return container ?? .part(part, of: nil) }
    if case .day(let day) = part, case .part(.month(let month), let year)? = container {
      // February may have a 29th; the resolver knows the year.
      let limit = [4, 6, 9, 11].contains(month) ? 30 : month == 2 ? 29 : 31
      guard (1...limit).contains(day) else {
        var number: Int?
        if case .year(let year)? = year { number = year }
        return .invalid(.impossibleDate(year: number, month: month, day: day))
      }
    }
    if let problem = part.problem { return .invalid(problem) }
    return .part(part, of: container)
  }

  /// The unit of which the period is one; nil for a range of any other kind.
  package var unit: PeriodUnit? {
    switch self {
    case .year: .year
    case .fiscalYear: .fiscalYear
    case .relative(let unit, _): unit
    case .part(let part, _): part.unit
    case .rolling, .whole, .toDate, .range, .list, .open, .invalid: nil
    }
  }

  /// Whether it is one day, or a list of days; what is none may be one.
  var consistsOfDays: Bool {
    switch self {
    case .invalid: true
    case .list(let elements): elements.allSatisfy(\.consistsOfDays)
    default: unit == .day
    }
  }

  /// The first problem in it; nil where it is sound as far as it can be known without a day.
  package var problem: PeriodProblem? {
    switch self {
    case .invalid(let problem): problem
    case .year, .fiscalYear, .relative, .rolling, .whole: nil
    case .part(_, let container): container?.problem
    case .toDate(let period), .open(_, let period): period.problem
    case .range(let first, let last): first.problem ?? last.problem
    case .list(let elements): elements.lazy.compactMap(\.problem).first
    }
  }
}

// MARK: - Units that another end of a range has said

extension PeriodSyntax {
  /// The larger units that are said, the smallest first.
  private var containers: [PeriodSyntax] {
    var found: [PeriodSyntax] = []
    var current = self
    while case .part(_, let container?) = current {
      found.append(container)
      current = container
    }
    return found
  }

  /// The largest part whose own larger unit is not said.
  var rootlessPart: PeriodPart? {
    guard case .part(let part, _) = containers.last ?? self else { return nil }
    return part
  }

  /// Takes the larger unit that is not said from a neighbour in a range or a list:
  /// 3月 beside 2024年1月 is 2024年3月.
  func inheriting(from neighbour: PeriodSyntax) -> PeriodSyntax {
    guard let part = rootlessPart,
      let container = neighbour.containers.first(where: { $0.unit.map(part.fits) ?? false })
    else { return self }
    return rooted(in: container)
  }

  /// The same with `container` for the larger unit that is not said.
  private func rooted(in container: PeriodSyntax) -> PeriodSyntax {
    guard case .part(let part, let own) = self else { return self }
    return .composed(part, of: own?.rooted(in: container) ?? container)
  }

  /// The same with this month said where a day or another part of a month stands without its
  /// month, and this week beside a weekend: no spelling of them stands alone in both languages.
  var completed: PeriodSyntax {
    switch self {
    case .part:
      switch rootlessPart {
      case .day, .tenDays, .halfMonth: rooted(in: .relative(.month, offset: 0))
      case .weekend: rooted(in: .relative(.week, offset: 0))
      default: self
      }
    case .toDate(let period): .toDate(period.completed)
    case .range(let first, let last): .range(first.completed, last.completed)
    case .list(let elements): .list(elements.map(\.completed))
    case .open(let relation, let period): .open(relation, period.completed)
    case .year, .fiscalYear, .relative, .rolling, .whole, .invalid: self
    }
  }
}

extension PeriodSyntax {
  /// The days of the week that it names and no more, from 0 for Monday: 周六, 周六、周日, `weekend`.
  package var weekdays: [UInt8]? {
    switch self {
    case .part(.weekday(let day), of: nil): [UInt8(day - 1)]
    case .part(.weekend, of: nil), .part(.weekend, of: .relative(.week, offset: 0)): [5, 6]
    case .list(let periods):
      periods.reduce(into: [] as [UInt8]?) { days, period in
        days = period.weekdays.flatMap { more in days.map { $0 + more } }
      }
    default: nil
    }
  }
}
