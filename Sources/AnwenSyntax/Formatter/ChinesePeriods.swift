/// The Chinese spellings.
enum ChinesePeriods {
  /// The spelling of a literal.
  static func text(_ syntax: PeriodSyntax) -> String {
    switch syntax {
    case .year(let year): "\(PeriodPrinter.iso(year))年"
    case .fiscalYear(let year): "\(PeriodPrinter.iso(year))财年"
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

  /// A unit counted from the one that holds today.
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

  /// A number of units.
  static func counted(_ count: Int, _ unit: PeriodUnit) -> String {
    let measure = unit == .month || unit == .quarter || unit == .half ? "个" : ""
    return "\(count)\(measure)\(unit.chinese)"
  }

  /// A part with its larger unit, if that is said.
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
    case (.weekend, .relative): return "\(text(container))末"
    default: return "\(text(container))\(name(part))"
    }
  }

  /// A part alone.
  private static func name(_ part: PeriodPart) -> String {
    switch part {
    case .month(let month): "\(month)月"
    case .quarter(let quarter): "\(["一", "二", "三", "四"][quarter - 1])季度"
    case .half(let half): half == 1 ? "上半年" : "下半年"
    case .week(let week): "第\(week)周"
    case .tenDays(let number): ["上旬", "中旬", "下旬"][number - 1]
    case .halfMonth(let number): number == 1 ? "上半月" : "下半月"
    case .day(let day): "\(day)日"
    case .weekday(let day): "周\(weekday(day))"
    case .weekend: "周末"
    case .semester(.number(let number)): "第\(number)学期"
    case .semester(.spring): "春季学期"
    case .semester(.summer): "夏季学期"
    case .semester(.autumn): "秋季学期"
    case .semester(.winter): "冬季学期"
    case .first(let count, let unit): "前\(counted(count, unit))"
    case .last(let count, let unit): "最后\(counted(count, unit))"
    case .firstDay: "初"
    case .lastDay: "底"
    }
  }

  /// The last character of a weekday.
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
