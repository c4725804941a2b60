import AnwenDiagnostics
import AnwenSyntax
import Testing

@Suite("Parser: periods")
struct PeriodParserTests {
  private func matches(
    _ text: String, at position: Int = 0, expectsPeriod: Bool = false
  ) -> [PeriodMatch] {
    PeriodParser(text.unicodeScalars.map(\.value)).matches(
      at: position, expectsPeriod: expectsPeriod)
  }

  @Test(
    "what is written, as syntax",
    arguments: [
      ("本月", .relative(.month, offset: 0)),
      ("上上周", .relative(.week, offset: -2)),
      ("去年5月", .part(.month(5), of: .relative(.year, offset: -1))),
      ("june", .part(.month(6), of: nil)),
      ("2024年6月30日", .part(.day(30), of: .part(.month(6), of: .year(2024)))),
      ("上旬", .part(.tenDays(1), of: .relative(.month, offset: 0))),
      ("近30天", .rolling(count: 30, .day, isFuture: false)),
      ("previous 3 months", .whole(count: 3, .month, isFuture: false)),
      ("year to date", .toDate(.relative(.year, offset: 0))),
      ("1—9月", .range(.part(.month(1), of: nil), .part(.month(9), of: nil))),
      ("一、二季度", .list([.part(.quarter(1), of: nil), .part(.quarter(2), of: nil)])),
      ("6月底前", .open(.by, .part(.lastDay, of: .part(.month(6), of: nil)))),
      ("6月前", .open(.before, .part(.month(6), of: nil))),
      ("2024年春季学期", .part(.semester(.spring), of: .year(2024))),
      ("13月", .invalid(.noSuchPart(.month, 13, of: nil))),
      ("2024-02-30", .invalid(.impossibleDate(year: 2024, month: 2, day: 30))),
      ("13月底前", .open(.by, .invalid(.noSuchPart(.month, 13, of: nil)))),
    ] as [(String, PeriodSyntax)])
  func syntax(text: String, expected: PeriodSyntax) {
    let match = matches(text).first
    #expect(match?.syntax == expected)
    #expect(match?.end == text.unicodeScalars.count)
  }

  @Test("an end of a range says what the other leaves out")
  func inheritance() {
    let months = PeriodSyntax.range(
      .part(.month(1), of: .year(2024)), .part(.month(3), of: .year(2024)))
    for text in [
      "2024年1月到3月", "2024年1—3月", "january to march 2024", "2024-01..2024-03",
      "from january to march of 2024",
    ] {
      #expect(matches(text).first?.syntax == months, "\(text)")
    }
    // The second end of a Chinese range, and of a..b, says nothing about the first.
    let mixed = PeriodSyntax.range(.part(.month(1), of: nil), .part(.month(3), of: .year(2025)))
    for text in ["1月到2025年3月", "january..march 2025"] {
      #expect(matches(text).first?.syntax == mixed, "\(text)")
    }
  }

  @Test("号 is a day only beside its month")
  func daySigns() {
    let days = PeriodSyntax.range(
      .part(.day(1), of: .part(.month(6), of: nil)),
      .part(.day(3), of: .part(.month(6), of: nil)))
    #expect(matches("6月1号到3号").first?.syntax == days)
    #expect(matches("6月1—3号").first?.syntax == days)
    #expect(matches("6月1号、3号").map(\.end) == [7, 4, 2])
    #expect(matches("3号楼").isEmpty)
    #expect(matches("1号到3号").isEmpty)
  }

  @Test("all readings, the longest first")
  func readings() {
    #expect(matches("2024年6月30日前的任务").map(\.end) == [11, 10, 7, 5])
    #expect(matches("本周日常检查").map(\.end) == [3, 2])
    #expect(matches("june 2024").map(\.end) == [9, 4])
    #expect(matches("上半年度").map(\.end) == [3])
    #expect(matches("检查本月", at: 2).map(\.end) == [4])
  }

  @Test(
    "what is no period",
    arguments: [
      "2024", "42", "", "任务", "seq2", "june2", "q22", "2024q22", "2024q2x", "2024-123",
      "2024-06-301", "2024.06", "2024/6", "20246", "24年", "100日", "最近", "前三名", "近", "上",
      "last", "the previous month", "前7天", "两周", "3季度前三项", "final week", "3号", "month", "early",
      "end of", "first", "by", "from", "第", "\u{fffc}", "may2024", "本", "自", "到",
    ])
  func none(text: String) {
    let count = text.unicodeScalars.count
    #expect(!matches(text).contains { $0.end == count && $0.syntax.problem == nil }, "\(text)")
  }

  @Test("words and numbers are not cut in two")
  func boundaries() {
    #expect(matches("seq2", at: 2).isEmpty)
    #expect(matches("2024q2", at: 4).isEmpty)
    #expect(matches("12月", at: 1).isEmpty)
    #expect(matches("3.5月", at: 2).isEmpty)
    #expect(matches("2024-06-30", at: 0).map(\.end) == [10])
    #expect(matches("2024-06-30t10").isEmpty)
    #expect(matches("mayor").isEmpty)
    #expect(matches("todays").isEmpty)
  }

  @Test("a number is a year where a period is expected, or where a word says so")
  func bareYears() {
    #expect(matches("2024").isEmpty)
    #expect(matches("2024", expectsPeriod: true).first?.syntax == .year(2024))
    #expect(matches("2024..2025").isEmpty)
    #expect(
      matches("2024..2025", expectsPeriod: true).first?.syntax == .range(.year(2024), .year(2025)))
    #expect(matches("since 2024").first?.syntax == .open(.since, .year(2024)))
    #expect(matches("2024 q2").first?.syntax == .part(.quarter(2), of: .year(2024)))
    #expect(matches("999", expectsPeriod: true).isEmpty)
  }

  @Test("前 belongs to a following number behind a unit, and to the day behind a day")
  func before() {
    #expect(matches("本月前三名").map(\.end) == [2])
    #expect(matches("6月底前三项").map(\.end) == [4, 3, 2])
    #expect(matches("今年前三季度").first?.end == 6)
  }

  @Test(
    "Chinese numerals",
    arguments: [
      ("十月", 10), ("十二月", 12), ("一月", 1), ("一十二月", 12), ("〇六月", 0), ("两月", 2),
    ])
  func numerals(text: String, month: Int) {
    let expected: PeriodSyntax? =
      month == 0 ? nil : .part(.month(month), of: nil)
    #expect(matches(text).first?.syntax == expected)
  }

  @Test(
    "larger numerals",
    arguments: [
      ("近二十天", 20), ("近一百天", 100), ("近一百零五天", 105), ("近一百二十三天", 123),
      ("近一百五天", 150), ("近两千三天", 2_300), ("近一千零五十天", 1_050),
      ("近两百天", 200), ("近一千天", 1_000), ("近两天", 2), ("近 30 天", 30),
    ])
  func largeNumerals(text: String, count: Int) {
    #expect(matches(text).first?.syntax == .rolling(count: count, .day, isFuture: false))
  }

  @Test("long and hostile texts are read in time, and without a trap")
  func hostile() {
    let units = [
      "8月", "8月、", "13月", "end of ", "june of ", "from june to ", "上", "前", "的",
      "第", "q1 and ", "自", "1、", "by ", "去年", "2024年", "一百零", "early ", "9", "1—", "周", "week ",
    ]
    for unit in units {
      let text = Array(repeating: unit.unicodeScalars.map(\.value), count: 150).flatMap { $0 }
      let parser = PeriodParser(text)
      for position in stride(from: 0, to: text.count, by: 7) {
        _ = parser.matches(at: position, expectsPeriod: true)
      }
    }
    #expect(matches("本月", at: -1).isEmpty)
    #expect(matches("本月", at: 99).isEmpty)
    let list = Array(repeating: "8月", count: 65).joined(separator: "、")
    #expect(matches(list).first?.syntax == .invalid(.tooManyPeriods(limit: 64)))
  }
}
