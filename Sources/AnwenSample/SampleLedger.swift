package import AnwenTypes

/// An invented ledger of points, inspections and hazards, for trying and measuring.
///
/// The same parameters give the same bytes. All units and persons are invented; the departments
/// and the kinds of site are those of the 2024 plan, so that the ledger joins with it.
package struct SampleLedger {
  /// How large the ledger is, and when it ends.
  package struct Parameters: Hashable, Sendable {
    package let seed: UInt64
    package let pointCount: Int
    /// The months of inspections; the last one holds `end` and may be cut short by it.
    package let monthCount: Int
    /// The last day on which anything is recorded.
    package let end: CalendarDate

    /// Without arguments the ledger that stands beside the plan: 24 points, 2023-12-01 to
    /// 2024-11-14.
    ///
    /// - Precondition: `pointCount` is 1 to 1,000,000, `monthCount` 1 to 1,200, and `end` lies
    ///   in the years 1000 to 9999.
    package init(
      seed: UInt64 = 2024, pointCount: Int = 24, monthCount: Int = 12, end: CalendarDate? = nil
    ) {
      self.seed = seed
      self.pointCount = pointCount
      self.monthCount = monthCount
      self.end = end ?? Self.usualEnd
      precondition((1...1_000_000).contains(pointCount), "a sample has 1 to 1,000,000 points")
      precondition((1...1_200).contains(monthCount), "a sample has 1 to 1,200 months")
      precondition(
        (1000...CalendarDate.years.upperBound).contains(self.end.year),
        "a sample ends in the years 1000 to 9999")
    }

    /// 2024-11-14.
    private static let usualEnd = CalendarDate(daysSinceEpoch: 20_041)
  }

  /// A file of the ledger.
  package struct File: Hashable, Sendable {
    package let name: String
    /// CSV with a header row; rows end in LF.
    package let text: String
  }

  /// The files, in the order in which their tables refer to each other.
  package let files: [File]

  package init(_ parameters: Parameters = Parameters()) {
    var random = SplitMix64(seed: parameters.seed)
    let span = SampleSpan(parameters)
    let points = SamplePoint.make(count: parameters.pointCount, span: span, random: &random)
    let staff = SampleStaff.make(pointCount: parameters.pointCount, random: &random)
    let pairings = SamplePairing.make(staff: staff, points: points, span: span, random: &random)
    var inspections = SampleInspection.make(
      points: points, pairings: pairings, span: span, random: &random)
    let hazards = SampleHazard.make(
      inspections: &inspections, points: points, span: span, random: &random)
    files = [
      File(name: "staff.csv", text: SampleStaff.csv(staff)),
      File(name: "points.csv", text: SamplePoint.csv(points)),
      File(name: "pairings.csv", text: SamplePairing.csv(pairings)),
      File(name: "inspections.csv", text: SampleInspection.csv(inspections, points: points)),
      File(name: "hazards.csv", text: SampleHazard.csv(hazards)),
    ]
  }
}

/// The days of the ledger, both ends included.
struct SampleSpan {
  /// The first days of the months.
  let months: [CalendarDate]
  let start: Int32
  let end: Int32

  init(_ parameters: SampleLedger.Parameters) {
    end = parameters.end.daysSinceEpoch
    let last = parameters.end.monthStart
    // No month is nil: there are fewer of them than lie between the year 1 and the year 1000.
    months = (0..<parameters.monthCount).compactMap {
      last.adding(months: $0 - parameters.monthCount + 1)
    }
    start = months[0].daysSinceEpoch
  }
}

/// Writes rows of cells that need no quotes.
enum SampleTable {
  static func text(header: String, rows: some Sequence<[String]>) -> String {
    var text = header + "\n"
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { text += "," }
        text += cell
      }
      text += "\n"
    }
    return text
  }

  /// The cell of a day, which is given as days since 1970-01-01.
  static func cell(day: Int32) -> String { CalendarDate(daysSinceEpoch: day).description }
}
