/// The English spellings.
enum EnglishPeriods {
  /// The spelling of a literal.
  static func text(_ syntax: PeriodSyntax) -> String {
    switch syntax {
    case .year(let year): PeriodPrinter.iso(year)
    case .fiscalYear(let year): "FY\(PeriodPrinter.iso(year))"
    case .relative(let unit, let offset): relative(unit, offset)
    case .part(let part, let container): self.part(part, of: container)
    case .rolling(let count, let unit, let isFuture):
      "\(isFuture ? "next" : "last") \(counted(count, unit))"
    case .whole(let count, let unit, let isFuture):
      "\(isFuture ? "following" : "previous") \(counted(count, unit))"
    case .toDate(.relative(let unit, 0)) where unit != .day: "\(unit.english) to date"
    case .toDate(let period): "\(text(period)) to date"
    case .range(let first, let last): range(first, last)
    case .list(let elements): list(elements)
    case .open(let relation, let period): "\(word(relation)) \(text(period))"
    case .invalid: ""
    }
  }

  /// A unit counted from the one that holds today.
  private static func relative(_ unit: PeriodUnit, _ offset: Int) -> String {
    switch (unit, offset) {
    case (.day, 0): "today"
    case (.day, -1): "yesterday"
    case (.day, 1): "tomorrow"
    case (.day, -2): "day before yesterday"
    case (.day, 2): "day after tomorrow"
    case (_, 0): "this \(unit.english)"
    case (_, -1): "last \(unit.english)"
    case (_, 1): "next \(unit.english)"
    case (_, -2): "\(unit.english) before last"
    case (_, 2): "\(unit.english) after next"
    case (_, ..<0): "\(counted(-offset, unit)) ago"
    default: "\(counted(offset, unit)) from now"
    }
  }

  /// A number of units.
  static func counted(_ count: Int, _ unit: PeriodUnit) -> String {
    if count == 1 { return "1 \(unit.english)" }
    return "\(count) \(unit == .half ? "halves" : "\(unit.english)s")"
  }

  /// A part with its larger unit, if that is said.
  private static func part(_ part: PeriodPart, of container: PeriodSyntax?) -> String {
    if case .year(let number)? = container, let text = isoPart(part, of: number) { return text }
    switch (part, container) {
    case (.day(let day), .part(.month(let month), .year(let year)?)?):
      return
        "\(PeriodPrinter.iso(year))-\(PeriodPrinter.iso(month, 2))-\(PeriodPrinter.iso(day, 2))"
    case (.day(let day), .part(.month(let month), let year)?):
      let name = "\(PeriodPrinter.monthNames[month - 1]) \(day)"
      return year.map { "\(name) of \(text($0))" } ?? name
    case (.tenDays(let number), let month?):
      let name = ["early", "mid", "late"][number - 1]
      guard case .part(.month(let month), let year) = month else { return "\(name) \(text(month))" }
      let named = "\(name) \(PeriodPrinter.monthNames[month - 1])"
      return year.map { "\(named) of \(text($0))" } ?? named
    default:
      let name = self.name(part)
      return container.map { "\(name) of \(text($0))" } ?? name
    }
  }

  /// The compact spelling of a part of a year that is said by its number.
  private static func isoPart(_ part: PeriodPart, of year: Int) -> String? {
    switch part {
    case .month(let month): "\(PeriodPrinter.iso(year))-\(PeriodPrinter.iso(month, 2))"
    case .quarter(let quarter): "\(PeriodPrinter.iso(year))Q\(quarter)"
    case .half(let half): "\(PeriodPrinter.iso(year))H\(half)"
    case .week(let week): "\(PeriodPrinter.iso(year))-W\(PeriodPrinter.iso(week, 2))"
    case .tenDays, .halfMonth, .day, .weekday, .weekend, .semester, .first, .last, .firstDay,
      .lastDay:
      nil
    }
  }

  /// A part alone.
  private static func name(_ part: PeriodPart) -> String {
    switch part {
    case .month(let month): PeriodPrinter.monthNames[month - 1]
    case .quarter(let quarter): "Q\(quarter)"
    case .half(let half): "H\(half)"
    case .week(let week): "week \(week)"
    case .tenDays(let number): ["early", "mid", "late"][number - 1]
    case .halfMonth(let number): number == 1 ? "first half" : "second half"
    case .day(let day): "day \(day)"
    case .weekday(let day): PeriodPrinter.weekdayNames[day - 1]
    case .weekend: "weekend"
    case .semester(.number(let number)): "\(ordinal(number)) semester"
    case .semester(.spring): "spring semester"
    case .semester(.summer): "summer semester"
    case .semester(.autumn): "autumn semester"
    case .semester(.winter): "winter semester"
    case .first(let count, let unit): "first \(counted(count, unit))"
    case .last(let count, let unit): "last \(counted(count, unit))"
    case .firstDay: "start"
    case .lastDay: "end"
    }
  }

  /// `first`, `second`, `third`, else `4th`.
  private static func ordinal(_ number: Int) -> String {
    switch number {
    case 1: "first"
    case 2: "second"
    case 3: "third"
    default: "\(number)th"
    }
  }

  /// `from a to b`; where the words would share the second end's larger unit, `a..b`.
  private static func range(_ first: PeriodSyntax, _ last: PeriodSyntax) -> String {
    first.inheriting(from: last) == first
      ? "from \(text(first)) to \(text(last))" : "\(text(first))..\(text(last))"
  }

  /// A list; where `and` would share the last larger unit, 、 stands.
  private static func list(_ elements: [PeriodSyntax]) -> String {
    var text = ""
    for (index, element) in elements.enumerated() {
      let isShared = elements[..<index].contains { $0.inheriting(from: element) != $0 }
      text += index == 0 ? "" : isShared ? "、" : " and "
      if case .range(let first, let last) = element {
        text += "\(self.text(first))..\(self.text(last))"
      } else {
        text += self.text(element)
      }
    }
    return text
  }

  /// The word before the period.
  private static func word(_ relation: PeriodRelation) -> String {
    switch relation {
    case .before: "before"
    case .by: "by"
    case .after: "after"
    case .since: "since"
    }
  }
}
