import AnwenTypes

/// What a model says of its calendar.
package struct CalendarSettings: Hashable, Sendable {
  /// A day of every year.
  package struct MonthDay: Hashable, Comparable, Sendable {
    package let month: Int
    package let day: Int

    /// Nil where no year has the day.
    package init?(month: Int, day: Int) {
      guard CalendarDate(year: 2024, month: month, day: day) != nil else { return nil }
      self.month = month
      self.day = day
    }

    /// The one that is earlier in the year is the smaller.
    package static func < (left: MonthDay, right: MonthDay) -> Bool {
      (left.month, left.day) < (right.month, right.day)
    }
  }

  /// A semester of every year: from `start` to `last`, both included.
  package struct Term: Hashable, Sendable {
    /// The words before 学期 or `semester`, in lower case: `春季`, `spring`.
    package let names: [String]
    package let start: MonthDay
    /// In the year after where it is earlier in the year than `start`.
    package let last: MonthDay

    /// A semester with its names and its bounds in every year.
    package init(names: [String], start: MonthDay, last: MonthDay) {
      self.names = names
      self.start = start
      self.last = last
    }
  }

  /// The month with which the fiscal year begins; it is named for the year of that month.
  package let fiscalYearFirstMonth: Int
  /// In the order of the year; empty where the model declares none.
  package let terms: [Term]

  /// - Precondition: `fiscalYearFirstMonth` is 1 to 12.
  package init(fiscalYearFirstMonth: Int = 1, terms: [Term] = []) {
    precondition((1...12).contains(fiscalYearFirstMonth), "a month is 1 to 12")
    self.fiscalYearFirstMonth = fiscalYearFirstMonth
    self.terms = terms
  }
}
