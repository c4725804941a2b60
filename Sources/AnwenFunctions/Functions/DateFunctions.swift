import AnwenColumns
import AnwenTypes

/// Functions of dates and periods.
extension ScalarFunction {
  static let dateFunctions = [
    week, month, quarter, half, year, monthNumber, quarterNumber, yearNumber, day, weekday, start,
    end, days,
  ]

  // MARK: - The period that a date lies in

  package static let week = unit(
    .week, "week", "周", help: "the week of a date, from Monday on", "2023-W52")
  package static let month = unit(.month, "month", "月", help: "the month of a date", "2023-12")
  package static let quarter = unit(
    .quarter, "quarter", "季度", help: "the quarter of a date", "2023Q4")
  package static let half = unit(.half, "half", "半年", help: "the half-year of a date", "2023H2")
  package static let year = unit(.year, "year", "年", help: "the year of a date", "2023")

  private static func unit(
    _ unit: Period.Granularity, _ name: String, _ chinese: String, help: String, _ result: String
  ) -> ScalarFunction {
    ScalarFunction(
      name, chinese, help: help, examples: [("\(name)(2023-12-31)", result)],
      Signature([.date], gives: .always(.period)),
      .periodOfDate { date in
        // The calendar's last week, which reaches out of it, ends with it.
        Period(unit, containing: date)
          ?? Period(
            start: date.adding(days: 1 - date.weekday) ?? date, last: max(date, .latest),
            granularity: unit)
      })
  }

  // MARK: - The number of a date's unit

  package static let monthNumber = number(
    "month_number", "月份", help: "the number of a date's month", "12"
  ) { $0.month }
  package static let quarterNumber = number(
    "quarter_number", "季度数", help: "the number of a date's quarter", "4"
  ) { ($0.month + 2) / 3 }
  package static let yearNumber = number(
    "year_number", "年份", help: "the number of a date's year", "2023"
  ) { $0.year }
  package static let day = number("day", "日", help: "the day in the month", "31") { $0.day }

  private static func number(
    _ name: String, _ chinese: String, help: String, _ result: String,
    _ compute: @escaping @Sendable (CalendarDate) -> Int
  ) -> ScalarFunction {
    ScalarFunction(
      name, chinese, help: help, examples: [("\(name)(2023-12-31)", result)],
      Signature([.date], gives: .always(.int)), .intOfDate(compute))
  }

  // MARK: - Parts of weeks and periods

  package static let weekday = ScalarFunction(
    "weekday", "星期", help: "the day of the week, ordered from Monday to Sunday",
    examples: [("weekday(2023-12-31)", "sunday"), ("weekday(2023-12-31) > 周五", "true")],
    Signature([.date], gives: .always(.enumeration(.weekday))),
    .columns { arguments, call in
      let ranks = arguments[0].days.map {
        UInt8(CalendarDate(daysSinceEpoch: $0).weekday - 1)
      }
      return arguments[0].replacingStorage(.ranks(ranks), type: call.type)
    })

  package static let start = ScalarFunction(
    "start", "起始日", help: "the first day of a period; missing where it is open",
    examples: [("start(month(2024-02-11))", "2024-02-01")],
    Signature([.period], gives: .always(.date)), boundOfPeriod { $0.start })

  package static let end = ScalarFunction(
    "end", "结束日", help: "the last day of a period; missing where it is open",
    examples: [("end(month(2024-02-11))", "2024-02-29")],
    Signature([.period], gives: .always(.date)), boundOfPeriod { $0.last })

  package static let days = ScalarFunction(
    "days", "天数", help: "how many days a period has; missing where it is open",
    examples: [("days(month(2024-02-11))", "29")],
    Signature([.period], gives: .always(.int)),
    .values { row, _ in
      guard case .period(let period) = row[0], let start = period.start, let last = period.last
      else { return .missing }
      return .int(Int64(last.days(since: start) + 1))
    })
}

/// What other wordings mean: `due + 3 months`, `due in …`, `before …`.
extension ScalarFunction {
  /// A date so many months later, or earlier: the month's last day where it has no such day. A day
  /// outside the years 1 to 9999 is an error.
  package static let addMonths = ScalarFunction(
    id: "addMonths", Signature([.date, .int], gives: .always(.date)), mayFail: { _, _ in true },
    .columns { (arguments, _) throws(FunctionError) in
      guard case .ints(let counts) = arguments[1].storage else { preconditionFailure("ints") }
      let dates = arguments[0].days
      let presence = Column.commonPresence(arguments[0], arguments[1])
      var results = [Int32](repeating: 0, count: dates.count)
      for row in dates.indices where presence?[row] ?? true {
        let date = CalendarDate(daysSinceEpoch: dates[row])
        guard let day = date.adding(months: Int(counts[row])) else {
          throw .overflow(.addition, detail: "\(date) + \(counts[row]) months")
        }
        results[row] = day.daysSinceEpoch
      }
      return Column(
        type: .date, storage: .days(results), presence: presence, rowCount: dates.count)
    })

  /// The units from one period to a later one of its kind, both included: a list, empty where one is
  /// missing or open.
  package static let periodsThrough = ScalarFunction(
    id: "periodsThrough", Signature([.period, .period], gives: .always(.list(.period))),
    .columns { arguments, _ in
      guard case .periods(let starts) = arguments[0].storage,
        case .periods(let ends) = arguments[1].storage
      else { preconditionFailure("periods") }
      let presence = Column.commonPresence(arguments[0], arguments[1])
      var builder = ColumnBuilder(type: .list(.period))
      for row in starts.indices {
        builder.appendList { (elements: inout ColumnBuilder) in
          guard presence?[row] ?? true, let end = ends[row].start else { return }
          var unit: Period? = starts[row]
          while let period = unit, let start = period.start, start <= end {
            elements.append(period: period)
            unit = period.next
          }
        }
      }
      return builder.build()
    })

  /// Whether a date lies in a period that is worked out.
  package static let isWithin = ScalarFunction(
    id: "isWithin", Signature([.date, .period], gives: .always(.bool)),
    .columns { arguments, _ in
      guard case .periods(let periods) = arguments[1].storage else {
        preconditionFailure("periods")
      }
      let flags = zip(arguments[0].days, periods).map { day, period in
        period.contains(CalendarDate(daysSinceEpoch: day))
      }
      return Column(
        type: .bool, storage: .bools(flags),
        presence: Column.commonPresence(arguments[0], arguments[1]), rowCount: flags.count)
    })

  private static func boundOfPeriod(
    _ day: @escaping @Sendable (Period) -> CalendarDate?
  ) -> Implementation {
    .columns { arguments, _ in
      let column = arguments[0]
      guard case .periods(let periods) = column.storage else { preconditionFailure("periods") }
      var builder = ColumnBuilder(type: .date)
      for (row, period) in periods.enumerated() {
        if column.validity?[row] ?? true, let day = day(period) {
          builder.append(daysSinceEpoch: day.daysSinceEpoch)
        } else {
          builder.appendMissing()
        }
      }
      return builder.build()
    }
  }
}
