import AnwenShell
import Testing

@Suite("Incremental search")
struct IncrementalSearchTests {
  static let entries = ["任务 本月", "Tasks owned by 王小明", "点位\n武汉", "任务 本季度"]

  /// Types keys one after the other and returns the last step.
  private func type(
    _ keys: [Key], into search: inout IncrementalSearch
  ) -> IncrementalSearch.Step? {
    keys.map { search.handle($0) }.last
  }

  /// The keys of a text, control keys included.
  private func keys(_ text: String) -> [Key] { text.unicodeScalars.map(Key.scalar) }

  @Test(
    "the newest match is shown, with the cursor on it",
    arguments: [
      ("任务", "任务 本季度", 0), ("本月", "任务 本月", 3), ("武", "点位\n武汉", 3),
      ("TASKS", "Tasks owned by 王小明", 0), ("任务\u{12}", "任务 本月", 0),
      ("任务\u{12}\u{13}", "任务 本季度", 0), ("本月\u{7F}\u{7F}任", "任务 本季度", 0),
    ])
  func hits(typed: String, text: String, cursor: Int) {
    var search = IncrementalSearch(entries: Self.entries)
    #expect(type(keys(typed), into: &search) == .goesOn)
    #expect(search.line == EditedLine(text: text, cursor: cursor))
    #expect(!search.isFailing)
  }

  @Test func whatIsNotFoundKeepsTheLastHit() {
    var search = IncrementalSearch(entries: Self.entries)
    #expect(type(keys("武汉x"), into: &search) == .goesOn)
    #expect(search.isFailing)
    #expect(search.line.text == "点位\n武汉")
    #expect(type(keys("\u{7F}"), into: &search) == .goesOn)
    #expect(!search.isFailing)
  }

  @Test func endings() {
    var search = IncrementalSearch(entries: Self.entries)
    #expect(search.handle(.escape) == .taken(nil, then: nil))
    _ = type(keys("王"), into: &search)
    let hit = Self.entries[1]
    #expect(search.handle(.scalar("\u{07}")) == .cancelled)
    #expect(search.handle(.escape) == .taken(hit, then: nil))
    #expect(search.handle(.scalar("\r")) == .taken(hit, then: .scalar("\r")))
    #expect(search.handle(.function(.left)) == .taken(hit, then: .function(.left)))
  }
}
