/// The closed words of the period grammar, in both languages.
enum PeriodWords {
  // MARK: Whole periods

  /// Words that are a period of their own.
  static let periods = PeriodWordTable<PeriodSyntax>([
    ("today", day(0)), ("yesterday", day(-1)), ("tomorrow", day(1)),
    ("day before yesterday", day(-2)), ("day after tomorrow", day(2)),
    ("the day before yesterday", day(-2)), ("the day after tomorrow", day(2)),
    ("今天", day(0)), ("今日", day(0)), ("昨天", day(-1)), ("昨日", day(-1)),
    ("前天", day(-2)), ("大前天", day(-3)), ("明天", day(1)), ("明日", day(1)),
    ("后天", day(2)), ("大后天", day(3)),
    ("今年", year(0)), ("今年度", year(0)), ("去年", year(-1)), ("去年度", year(-1)),
    ("前年", year(-2)), ("大前年", year(-3)), ("明年", year(1)), ("明年度", year(1)),
    ("来年", year(1)), ("后年", year(2)), ("大后年", year(3)),
    ("年初", edge(.firstDay, .year)), ("年底", edge(.lastDay, .year)),
    ("年末", edge(.lastDay, .year)), ("月初", edge(.firstDay, .month)),
    ("月底", edge(.lastDay, .month)), ("月末", edge(.lastDay, .month)),
    ("季初", edge(.firstDay, .quarter)), ("季末", edge(.lastDay, .quarter)),
    ("季度初", edge(.firstDay, .quarter)), ("季度末", edge(.lastDay, .quarter)),
    ("季度底", edge(.lastDay, .quarter)), ("季底", edge(.lastDay, .quarter)),
    ("year end", edge(.lastDay, .year)), ("quarter end", edge(.lastDay, .quarter)),
    ("month end", edge(.lastDay, .month)),
    ("全年", year(0)), ("年内", year(0)), ("月内", .relative(.month, offset: 0)),
    ("wtd", toDate(.week)), ("mtd", toDate(.month)), ("qtd", toDate(.quarter)),
    ("ytd", toDate(.year)),
  ])

  /// A day counted from today.
  private static func day(_ offset: Int) -> PeriodSyntax { .relative(.day, offset: offset) }
  /// A year counted from this one.
  private static func year(_ offset: Int) -> PeriodSyntax { .relative(.year, offset: offset) }
  /// From the first day of the unit that holds today on.
  private static func toDate(_ unit: PeriodUnit) -> PeriodSyntax {
    .toDate(.relative(unit, offset: 0))
  }
  /// The first or last day of the unit that holds today.
  private static func edge(_ part: PeriodPart, _ unit: PeriodUnit) -> PeriodSyntax {
    .part(part, of: .relative(unit, offset: 0))
  }

  // MARK: Units

  /// Units behind 本, 上, 下.
  static let chineseUnits = PeriodWordTable<PeriodUnit>([
    ("周", .week), ("星期", .week), ("礼拜", .week), ("月", .month), ("月份", .month),
    ("季", .quarter), ("季度", .quarter), ("半年", .half), ("学期", .semester), ("年", .year),
    ("年度", .year), ("财年", .fiscalYear), ("财政年度", .fiscalYear),
  ])

  /// Units behind a number that counts them; with 个 said before the unit, and without.
  static let countedChineseUnits = PeriodWordTable<PeriodUnit>([
    ("天", .day), ("日", .day), ("周", .week), ("星期", .week), ("个星期", .week),
    ("礼拜", .week), ("个礼拜", .week), ("个月", .month), ("季", .quarter), ("季度", .quarter),
    ("个季度", .quarter), ("个半年", .half), ("年", .year),
  ])

  /// Units of which only one is meant, between the number of the way to it and 前 or 后; 3季度前
  /// lies before a quarter, and 3日前 before a day.
  static let distantChineseUnits = PeriodWordTable<PeriodUnit>([
    ("天", .day), ("周", .week), ("星期", .week), ("个星期", .week), ("礼拜", .week),
    ("个礼拜", .week), ("个月", .month), ("个季度", .quarter), ("年", .year),
  ])

  /// Units behind this, last, next and in `year to date`.
  static let englishUnits = PeriodWordTable<PeriodUnit>([
    ("week", .week), ("month", .month), ("quarter", .quarter), ("half", .half),
    ("half year", .half), ("half-year", .half), ("semester", .semester), ("term", .semester),
    ("year", .year), ("fiscal year", .fiscalYear), ("financial year", .fiscalYear),
  ])

  /// Units behind a number that counts them.
  static let countedEnglishUnits = PeriodWordTable<PeriodUnit>([
    ("day", .day), ("days", .day), ("week", .week), ("weeks", .week), ("month", .month),
    ("months", .month), ("quarter", .quarter), ("quarters", .quarter), ("half", .half),
    ("halves", .half), ("half year", .half), ("half years", .half), ("half-years", .half),
    ("year", .year), ("years", .year),
  ])

  /// Units of which only one is meant, behind a number that counts the way to it.
  static let distantEnglishUnits = PeriodWordTable<PeriodUnit>([
    ("semester", .semester), ("semesters", .semester), ("fiscal year", .fiscalYear),
    ("fiscal years", .fiscalYear),
  ])

  // MARK: Names of parts

  static let months = PeriodWordTable<Int>(
    PeriodPrinter.monthNames.enumerated().flatMap { index, name in
      let name = name.lowercased()
      let short = name == "may" ? [] : [String(name.prefix(3))] + (index == 8 ? ["sept"] : [])
      return ([name] + short).map { ($0, index + 1) }
    })

  static let weekdays = PeriodWordTable<Int>(
    PeriodPrinter.weekdayNames.enumerated().map { ($1.lowercased(), $0 + 1) })

  /// The last character of 周一 or 星期日.
  static let chineseWeekdays = PeriodWordTable<Int>([
    ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7),
  ])

  static let chineseWeekWords = PeriodWordTable<Void>([("周", ()), ("星期", ()), ("礼拜", ())])

  /// Parts that are words of their own and stand alone too.
  static let parts = PeriodWordTable<PeriodPart>([
    ("上半年", .half(1)), ("下半年", .half(2)), ("上旬", .tenDays(1)), ("中旬", .tenDays(2)),
    ("下旬", .tenDays(3)), ("上半月", .halfMonth(1)), ("下半月", .halfMonth(2)),
    ("周末", .weekend), ("元月", .month(1)), ("春季学期", .semester(.spring)), ("春学期", .semester(.spring)),
    ("夏季学期", .semester(.summer)), ("夏学期", .semester(.summer)),
    ("秋季学期", .semester(.autumn)), ("秋学期", .semester(.autumn)),
    ("冬季学期", .semester(.winter)), ("冬学期", .semester(.winter)),
  ])

  /// Parts that stand only behind their larger unit: 6月底, 今年年底.
  static let edges = PeriodWordTable<PeriodPart>([
    ("初", .firstDay), ("第一天", .firstDay), ("首日", .firstDay), ("底", .lastDay),
    ("末", .lastDay), ("最后一天", .lastDay),
  ])

  /// What may stand between a larger unit and 底: 2024年年底, 上月月底.
  static let edgeUnits = PeriodWordTable<PeriodUnit>([
    ("年", .year), ("月", .month), ("季", .quarter), ("季度", .quarter),
  ])

  static let englishSemesters = PeriodWordTable<SemesterName>(
    [
      ("spring", SemesterName.spring), ("summer", .summer), ("autumn", .autumn),
      ("fall", .autumn), ("winter", .winter),
    ].flatMap { name, season in [("\(name) semester", season), ("\(name) term", season)] })

  /// Parts of a month before it.
  static let englishMonthParts = PeriodWordTable<PeriodPart>([
    ("early", .tenDays(1)), ("mid", .tenDays(2)), ("middle of", .tenDays(2)),
    ("late", .tenDays(3)),
  ])

  /// The same, behind `the` too.
  static let englishHalfMonths = PeriodWordTable<PeriodPart>([
    ("first half of", .halfMonth(1)), ("second half of", .halfMonth(2)),
    ("1st half of", .halfMonth(1)), ("2nd half of", .halfMonth(2)),
  ])

  static let englishEdges = PeriodWordTable<PeriodPart>([
    ("start of", .firstDay), ("beginning of", .firstDay), ("first day of", .firstDay),
    ("end of", .lastDay), ("last day of", .lastDay),
  ])

  // MARK: Numbers

  static let ordinals = PeriodWordTable<Int>([
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6),
    ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12),
  ])

  static let englishNumbers = PeriodWordTable<Int>(
    [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen",
    ].enumerated().map { ($1, $0 + 1) }
      + [
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90),
      ]
  )

  // MARK: Words between and around periods

  /// Between the ends of a range, spaces left out; true where it is an English word, behind
  /// which a larger unit is said for both ends: `June to August 2024`.
  static let rangeSeparators = PeriodWordTable<Bool>([
    ("..", false), ("到", false), ("至", false), ("起至", false), ("起到", false), ("—", false),
    ("——", false), ("–", false),
    ("~", false), ("to", true), ("through", true), ("until", true), ("till", true),
  ])

  static let rangeOpeners = PeriodWordTable<Void>([("from ", ()), ("从", ()), ("自", ())])

  /// Before the ends of a range that `and` or 和 joins.
  static let betweenOpeners = PeriodWordTable<Void>([("between ", ()), ("介于", ())])

  /// Words that stand for today behind 截至.
  static let presentWords = PeriodWordTable<Void>([("目前", ()), ("现在", ()), ("今", ())])

  /// Words behind a range with both ends that leave its meaning as it is.
  static let rangeClosers = PeriodWordTable<Void>([("之间", ()), ("期间", ())])

  /// Words before a period that leave its meaning as it is, with the unit that they need.
  static let insideOpeners = PeriodWordTable<PeriodUnit?>([
    ("during ", nil), ("over ", nil), ("throughout ", nil), ("on ", .day),
    ("the month of ", .month), ("the year ", .year),
  ])

  /// Between the elements of a list; true where it is an English word.
  static let listSeparators = PeriodWordTable<Bool>([
    ("、", false), ("和", false), ("与", false), ("及", false), ("或", false),
    ("and", true), ("or", true),
  ])

  /// Words before a period that make an open range of it.
  static let relationPrefixes = PeriodWordTable<PeriodRelation>([
    ("before ", .before), ("by ", .by), ("until ", .by), ("till ", .by), ("through ", .by),
    ("up to ", .by),
    ("no later than ", .by), ("on or before ", .by), ("after ", .after), ("since ", .since),
    ("from ", .since), ("on or after ", .since), ("早于", .before), ("截至", .by),
    ("截止", .by), ("截止到", .by), ("不晚于", .by), ("不迟于", .by), ("晚于", .after),
    ("不早于", .since),
  ])

  /// Words behind a period that make an open range of it; nil is 前, which is `by` behind a day
  /// and `before` behind any larger unit.
  static let relationSuffixes = PeriodWordTable<PeriodRelation?>([
    ("前", nil), ("之前", nil), ("以前", nil), ("后", .after), ("之后", .after),
    ("以后", .after), ("起", .since), ("开始", .since), ("止", .by), ("为止", .by),
  ])

  /// Words behind 截至 X that add nothing to it.
  static let untilClosers = PeriodWordTable<Void>([("止", ()), ("为止", ())])

  /// Openers of a period that lasts from its first day on, closed by one of the suffixes.
  static let sinceOpeners = PeriodWordTable<Void>([("自", ()), ("自从", ()), ("从", ())])

  static let toDateSuffixes = PeriodWordTable<Void>([
    ("以来", ()), ("至今", ()), ("起至今", ()), ("至目前", ()), ("到目前", ()), ("到现在", ()),
    (" to date", ()), (" so far", ()),
  ])

  /// Words behind a period that leave its meaning as it is, with the unit that they need.
  static let insideSuffixes = PeriodWordTable<PeriodUnit?>([
    ("内", nil), ("以内", nil), ("之内", nil), ("期间", nil), ("全年", .year),
  ])
}
