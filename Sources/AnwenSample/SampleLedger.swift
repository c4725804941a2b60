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
    ///   after the year 1000.
    package init(
      seed: UInt64 = 2024, pointCount: Int = 24, monthCount: Int = 12, end: CalendarDate? = nil
    ) {
      let lastDay = SampleDay.daysSinceEpoch(year: 2024, month: 11, day: 14)
      self.seed = seed
      self.pointCount = pointCount
      self.monthCount = monthCount
      self.end = end ?? CalendarDate(daysSinceEpoch: lastDay)
      precondition((1...1_000_000).contains(pointCount), "a sample has 1 to 1,000,000 points")
      precondition((1...1_200).contains(monthCount), "a sample has 1 to 1,200 months")
      precondition(
        self.end.daysSinceEpoch >= SampleDay.daysSinceEpoch(year: 1000, month: 1, day: 1),
        "a sample ends after the year 1000")
    }
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
  let months: [SampleDay.Month]
  let start: Int32
  let end: Int32

  init(_ parameters: SampleLedger.Parameters) {
    end = parameters.end.daysSinceEpoch
    let last = SampleDay.Month(of: end)
    months = (0..<parameters.monthCount).map {
      SampleDay.Month(number: last.number - parameters.monthCount + 1 + $0)
    }
    start = months[0].firstDay
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
}
