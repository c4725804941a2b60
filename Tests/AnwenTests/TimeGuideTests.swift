import Anwen
import AnwenTestSupport
import Testing

/// The tables of phrases in the chapter about time.
@Suite("The guide to time says what is so")
struct TimeGuideTests {
  struct Row: Sendable {
    let chinese: String
    let english: String
    let days: String
  }

  /// The lines of tables with three columns, of which the last is a period or a list of periods.
  static func rows() throws -> [Row] {
    try packageFile("Sources/Anwen/Anwen.docc/Time.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard cells.count == 5, cells[3].contains(where: \.isNumber) else { return nil }
      return Row(chinese: cells[1], english: cells[2], days: cells[3])
    }
  }

  @Test func everyPhraseMeansTheDaysBesideIt() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let rows = try Self.rows()
    #expect(rows.count > 80)
    for row in rows {
      for phrase in [row.chinese, row.english] {
        let periods = try session.periods(SourceText(phrase)).map(\.period.description)
        #expect(periods.joined(separator: ", ") == row.days, "\(phrase)")
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
