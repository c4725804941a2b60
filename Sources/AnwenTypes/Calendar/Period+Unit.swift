extension Period.Granularity {
  /// The months of a unit that is a whole number of them; nil for the others.
  package var monthCount: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    case .day, .week, .tenDays, .semester, .range: nil
    }
  }
}

extension Period {
  /// The whole unit in which a day lies.
  ///
  /// Nil where the unit reaches out of the years 1 to 9999, and for a semester or a range, which
  /// the calendar alone does not know.
  public init?(_ unit: Granularity, containing date: CalendarDate) {
    guard let (start, last) = Self.bounds(of: unit, containing: date) else { return nil }
    self.init(start: start, last: last, granularity: unit)
  }

  /// The range between two days, both included, of the unit of which it is a whole one.
  ///
  /// Nil where `last` is before `start`.
  public init?(from start: CalendarDate, through last: CalendarDate) {
    guard start <= last else { return nil }
    self.init(start: start, last: last, granularity: Self.unit(from: start, through: last))
  }

  /// The unit of which a range of days is exactly one, else `range`.
  public static func unit(from start: CalendarDate, through last: CalendarDate) -> Granularity {
    let units: [Granularity] = [.day, .week, .tenDays, .month, .quarter, .half, .year]
    return units.first { unit in
      guard let bounds = bounds(of: unit, containing: start) else { return false }
      return bounds == (start, last)
    } ?? .range
  }

  /// The first and last day of the unit in which a day lies.
  private static func bounds(
    of unit: Granularity, containing date: CalendarDate
  ) -> (start: CalendarDate, last: CalendarDate)? {
    switch unit {
    case .day:
      return (date, date)
    case .week:
      guard let monday = date.adding(days: 1 - date.weekday), let sunday = monday.adding(days: 6)
      else { return nil }
      return (monday, sunday)
    case .tenDays:
      let (year, month, day) = date.civil
      let first = day <= 10 ? 1 : day <= 20 ? 11 : 21
      guard let start = CalendarDate(year: year, month: month, day: first) else { return nil }
      return (start, first == 21 ? start.monthEnd : start.adding(days: 9) ?? start)
    case .month, .quarter, .half, .year:
      guard let months = unit.monthCount else { return nil }
      let (year, month, _) = date.civil
      let first = (month - 1) / months * months + 1
      guard let start = CalendarDate(year: year, month: first, day: 1),
        let lastMonth = CalendarDate(year: year, month: first + months - 1, day: 1)
      else { return nil }
      return (start, lastMonth.monthEnd)
    case .semester, .range:
      return nil
    }
  }
}

extension Period {
  /// The unit right after this one; see ``shifted(by:)``.
  public var next: Period? { shifted(by: 1) }
  /// The unit right before this one; see ``shifted(by:)``.
  public var previous: Period? { shifted(by: -1) }

  /// The unit so many units later, or earlier: of a month a month, whatever its length.
  ///
  /// A range of whole months moves by as many months, any other range by as many days as it
  /// has. Nil where a side is open, outside the years 1 to 9999, and for a semester, whose
  /// neighbours only a school calendar knows.
  public func shifted(by count: Int) -> Period? {
    // No shift within the calendar is larger than its days; so no product below overflows.
    guard let start, let last, count.magnitude < 4_000_000 else { return nil }
    switch granularity {
    case .semester:
      return nil
    case .month, .quarter, .half, .year:
      guard let months = granularity.monthCount, let moved = start.adding(months: months * count)
      else { return nil }
      return Period(granularity, containing: moved)
    case .tenDays:
      let index = start.day / 10 + count
      let months = index >= 0 ? index / 3 : (index - 2) / 3
      guard let month = start.monthStart.adding(months: months),
        let moved = month.adding(days: (index - months * 3) * 10)
      else { return nil }
      return Period(.tenDays, containing: moved)
    case .day, .week:
      return Self.range(from: start, through: last, movedByDays: count, granularity)
    case .range:
      guard let months = wholeMonthCount else {
        return Self.range(from: start, through: last, movedByDays: count, granularity)
      }
      guard let first = start.adding(months: months * count),
        let final = first.adding(months: months - 1)
      else { return nil }
      return Period(start: first, last: final.monthEnd, granularity: .range)
    }
  }

  /// How many months the period is exactly; nil where it is not.
  var wholeMonthCount: Int? {
    guard let start, let last, start.day == 1, last == last.monthEnd else { return nil }
    return (last.year - start.year) * 12 + last.month - start.month + 1
  }

  /// A range moved by a number of its own lengths.
  private static func range(
    from start: CalendarDate, through last: CalendarDate, movedByDays count: Int,
    _ granularity: Granularity
  ) -> Period? {
    let days = (last.days(since: start) + 1) * count
    guard let first = start.adding(days: days), let final = last.adding(days: days) else {
      return nil
    }
    return Period(start: first, last: final, granularity: granularity)
  }
}
