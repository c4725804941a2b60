/// What a period literal says, in either language, before it is worked out against a day.
///
/// A plain value without ranges: equal texts in the two spellings give equal values. No year said
/// is nil and not this year's number, so a stored literal moves with `today`.
package indirect enum PeriodSyntax: Hashable, Sendable {
  /// `2024`, 2024年.
  case year(Int)
  /// `FY2024`, 2024财年: named for the year in which it begins.
  case fiscalYear(Int)
  /// The unit that holds today, moved by so many units: 本月 is 0, 上月 −1, 后天 2 days.
  case relative(PeriodUnit, offset: Int)
  /// 去年5月, `Q2`; nil is the larger unit that holds today.
  case part(PeriodPart, of: PeriodSyntax?)
  /// So many units that end today, or that begin today: 近30天, `next 7 days`.
  case rolling(count: Int, PeriodUnit, isFuture: Bool)
  /// So many whole units right before, or right after, the one that holds today.
  case whole(count: Int, PeriodUnit, isFuture: Bool)
  /// From the first day to today: 今年以来, `month to date`.
  case toDate(PeriodSyntax)
  /// From the first day of one to the last day of the other: 1月到3月.
  case range(PeriodSyntax, PeriodSyntax)
  /// 一、二季度.
  case list([PeriodSyntax])
  /// A range that is open on one side: 6月底前, `since June`.
  case open(PeriodRelation, PeriodSyntax)
  /// What has the form of a period and is none: 13月, 第五季度, 2月30日.
  case invalid(PeriodProblem)
}

extension PeriodSyntax {
  /// A day by its number in a month of a year.
  package static func day(_ day: Int, month: Int, year: Int) -> PeriodSyntax {
    .part(.day(day), of: .part(.month(month), of: .year(year)))
  }
}

/// A unit of the calendar, from the smallest to the largest.
package enum PeriodUnit: Int, CaseIterable, Hashable, Comparable, Sendable {
  case day, week, tenDays, month, quarter, half, semester, year, fiscalYear

  /// By size.
  package static func < (left: PeriodUnit, right: PeriodUnit) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A part of a larger unit.
package enum PeriodPart: Hashable, Sendable {
  /// Of a year, or of a fiscal year.
  case month(Int)
  case quarter(Int)
  case half(Int)
  /// Of a year, as ISO 8601 counts; or of a month, to which a week belongs by its Thursday.
  case week(Int)
  /// Of a month: 上旬 1, 中旬 2, 下旬 3.
  case tenDays(Int)
  /// Of a month.
  case day(Int)
  /// Of a month: 上半月, its first 15 days, is 1, the rest 2.
  case halfMonth(Int)
  /// Of a week: Monday is 1.
  case weekday(Int)
  /// Of a week: Saturday and Sunday.
  case weekend
  /// Of a year: of the one in which it begins.
  case semester(SemesterName)
  /// 前三季度, `first 10 days of June`.
  case first(Int, PeriodUnit)
  /// 6月最后一周, `last 10 days of June`.
  case last(Int, PeriodUnit)
  /// 6月初, 6月底: one day.
  case firstDay, lastDay
}

/// How a semester is named.
package enum SemesterName: Hashable, Sendable {
  case spring, summer, autumn, winter
  /// By its place in the year, from 1.
  case number(Int)
}

/// Where an open range lies from a period.
package enum PeriodRelation: Hashable, CaseIterable, Sendable {
  /// Before its first day.
  case before
  /// On or before its last day.
  case by
  /// After its last day.
  case after
  /// On or after its first day.
  case since
}
