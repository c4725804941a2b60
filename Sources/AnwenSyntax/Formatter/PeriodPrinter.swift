package import AnwenDiagnostics

/// The canonical spelling of period literals in each language.
///
/// What is printed reads as the same syntax again, a bare year where a period is expected.
/// `invalid` has no spelling and prints empty.
package struct PeriodPrinter: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// The English names of the months, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The English names of the weekdays, Monday first.
  package static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  package func print(_ syntax: PeriodSyntax) -> String {
    switch language {
    case .english: EnglishPeriods.text(syntax)
    case .chinese: ChinesePeriods.text(syntax)
    }
  }
}

/// The English spellings.
private enum EnglishPeriods {
  static func text(_ syntax: PeriodSyntax) -> String {
    switch syntax {
    case .year(let year): iso(year)
    case .fiscalYear(let year): "FY\(iso(year))"
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

  private static func counted(_ count: Int, _ unit: PeriodUnit) -> String {
    if count == 1 { return "1 \(unit.english)" }
    return "\(count) \(unit == .half ? "halves" : "\(unit.english)s")"
  }

  private static func part(_ part: PeriodPart, of container: PeriodSyntax?) -> String {
    if case .year(let number)? = container, let text = isoPart(part, of: number) { return text }
    switch (part, container) {
    case (.day(let day), .part(.month(let month), .year(let year)?)?):
      return "\(iso(year))-\(iso(month, 2))-\(iso(day, 2))"
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
    case .month(let month): "\(iso(year))-\(iso(month, 2))"
    case .quarter(let quarter): "\(iso(year))Q\(quarter)"
    case .half(let half): "\(iso(year))H\(half)"
    case .week(let week): "\(iso(year))-W\(iso(week, 2))"
    case .tenDays, .day, .weekday, .semester, .first, .firstDay, .lastDay: nil
    }
  }

  private static func name(_ part: PeriodPart) -> String {
    switch part {
    case .month(let month): PeriodPrinter.monthNames[month - 1]
    case .quarter(let quarter): "Q\(quarter)"
    case .half(let half): "H\(half)"
    case .week(let week): "week \(week)"
    case .tenDays(let number): ["early", "mid", "late"][number - 1]
    case .day(let day): "day \(day)"
    case .weekday(let day): PeriodPrinter.weekdayNames[day - 1]
    case .semester(.number(let number)): "\(ordinal(number)) semester"
    case .semester(.spring): "spring semester"
    case .semester(.summer): "summer semester"
    case .semester(.autumn): "autumn semester"
    case .semester(.winter): "winter semester"
    case .first(let count, let unit): "first \(counted(count, unit))"
    case .firstDay: "start"
    case .lastDay: "end"
    }
  }

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

  private static func word(_ relation: PeriodRelation) -> String {
    switch relation {
    case .before: "before"
    case .by: "by"
    case .after: "after"
    case .since: "since"
    }
  }
}

/// The Chinese spellings.
private enum ChinesePeriods {
  static func text(_ syntax: PeriodSyntax) -> String {
    switch syntax {
    case .year(let year): "\(iso(year))年"
    case .fiscalYear(let year): "\(iso(year))财年"
    case .relative(let unit, let offset): relative(unit, offset)
    case .part(let part, let container): self.part(part, of: container)
    case .rolling(let count, let unit, let isFuture):
      "\(isFuture ? "未来" : "近")\(count == 1 && unit == .half ? "半年" : counted(count, unit))"
    case .whole(let count, let unit, let isFuture):
      "\(isFuture ? "下" : "上")\(counted(count, unit))"
    case .toDate(let period): "\(text(period))以来"
    case .range(let first, let last): "\(text(first))到\(text(last))"
    case .list(let elements): elements.map(text).joined(separator: "、")
    case .open(let relation, let period): open(relation, period)
    case .invalid: ""
    }
  }

  private static func relative(_ unit: PeriodUnit, _ offset: Int) -> String {
    let days = ["大前天", "前天", "昨天", "今天", "明天", "后天", "大后天"]
    let years = ["大前年", "前年", "去年", "今年", "明年", "后年", "大后年"]
    if unit == .day || unit == .year, (-3...3).contains(offset) {
      return (unit == .day ? days : years)[offset + 3]
    }
    if unit == .day { return "\(offset.magnitude)天\(offset < 0 ? "前" : "后")" }
    if offset == 0 { return "本\(unit.chinese)" }
    let steps = String(repeating: offset < 0 ? "上" : "下", count: Int(offset.magnitude))
    return "\(steps)\(unit == .month || unit == .half ? "个" : "")\(unit.chinese)"
  }

  private static func counted(_ count: Int, _ unit: PeriodUnit) -> String {
    let measure = unit == .month || unit == .quarter || unit == .half ? "个" : ""
    return "\(count)\(measure)\(unit.chinese)"
  }

  private static func part(_ part: PeriodPart, of container: PeriodSyntax?) -> String {
    guard let container else { return name(part) }
    switch (part, container) {
    case (.lastDay, .relative(.year, 0)): return "年底"
    case (.lastDay, .relative(.month, 0)): return "月底"
    case (.firstDay, .relative(.year, 0)): return "年初"
    case (.firstDay, .relative(.month, 0)): return "月初"
    case (.lastDay, _) where container.unit == .week: return "\(text(container))最后一天"
    case (.firstDay, _) where container.unit == .week: return "\(text(container))第一天"
    case (.weekday(let day), .relative): return "\(text(container))\(weekday(day))"
    default: return "\(text(container))\(name(part))"
    }
  }

  private static func name(_ part: PeriodPart) -> String {
    switch part {
    case .month(let month): "\(month)月"
    case .quarter(let quarter): "\(["一", "二", "三", "四"][quarter - 1])季度"
    case .half(let half): half == 1 ? "上半年" : "下半年"
    case .week(let week): "第\(week)周"
    case .tenDays(let number): ["上旬", "中旬", "下旬"][number - 1]
    case .day(let day): "\(day)日"
    case .weekday(let day): "周\(weekday(day))"
    case .semester(.number(let number)): "第\(number)学期"
    case .semester(.spring): "春季学期"
    case .semester(.summer): "夏季学期"
    case .semester(.autumn): "秋季学期"
    case .semester(.winter): "冬季学期"
    case .first(let count, let unit): "前\(counted(count, unit))"
    case .firstDay: "初"
    case .lastDay: "底"
    }
  }

  private static func weekday(_ day: Int) -> String {
    ["一", "二", "三", "四", "五", "六", "日"][day - 1]
  }

  /// 前 is `by` behind a day and `before` behind a larger unit; the other two have a word before.
  private static func open(_ relation: PeriodRelation, _ period: PeriodSyntax) -> String {
    switch (relation, period.unit == .day) {
    case (.by, true), (.before, false): "\(text(period))前"
    case (.by, false): "截至\(text(period))"
    case (.before, true): "早于\(text(period))"
    case (.after, _): "\(text(period))后"
    case (.since, _): "\(text(period))起"
    }
  }
}

/// A number with leading zeros.
private func iso(_ number: Int, _ width: Int = 4) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
