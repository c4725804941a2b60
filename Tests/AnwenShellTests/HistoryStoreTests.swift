import AnwenShell
import Testing

@Suite("History")
struct HistoryStoreTests {
  @Test func olderDuplicateGoes() {
    var store = HistoryStore(entries: ["甲", "乙", "甲"])
    #expect(store.entries == ["乙", "甲"])
    let kept = ["乙", "", "  ", " 甲", "\u{3000}丙", "丙\n丁"].map { store.add($0) }
    #expect(kept == [true, false, false, false, false, true])
    #expect(store.entries == ["甲", "乙", "丙\n丁"])
  }

  @Test func newestAreKept() {
    let older = (0..<HistoryStore.limit).map { "\($0)" }
    let merged = HistoryStore.merged(older, with: ["新", "5"])
    #expect(merged.count == HistoryStore.limit)
    #expect(merged.first == "1")
    #expect(Array(merged.suffix(3)) == ["9999", "新", "5"])
    #expect(!merged.dropLast().contains("5"))
  }

  @Test func walkComesBackToTheOwnLine() {
    var walk = HistoryWalk(entries: ["甲", "乙"])
    #expect(walk.newer() == nil)
    #expect(walk.older(than: "自己") == "乙")
    #expect(walk.older(than: "乙") == "甲")
    #expect(walk.older(than: "甲") == nil)
    #expect(walk.newer() == "乙")
    #expect(walk.newer() == "自己")
    #expect(walk.newer() == nil)
  }

  @Test(
    "one statement is one line",
    arguments: [
      ("任务 本月", "任务 本月"), ("a\nb", #"a\nb"#), (#"\n"#, #"\\n"#),
      ("\u{1B}[0m\t", #"\u{1b}[0m\u{9}"#), ("\r\n", #"\u{d}\n"#), ("\u{85}", #"\u{85}"#),
    ])
  func encoding(statement: String, line: String) {
    #expect(HistoryEncoding.encoded(statement) == line)
    #expect(HistoryEncoding.decoded(line) == statement)
  }

  @Test(
    "lines that are no history",
    arguments: ["", "\\", #"\x"#, #"\u{"#, #"\u{}"#, #"\u{d800}"#, #"\u41"#, "a\tb"])
  func brokenLine(line: String) {
    #expect(HistoryEncoding.decoded(line) == nil)
  }

  @Test func brokenLinesAreCounted() {
    let file = Array("好\n".utf8) + [0xFF, 0x0A] + Array("a\\q\n也好".utf8)
    let (entries, brokenLineCount) = HistoryEncoding.entries(file)
    #expect(entries == ["好", "也好"])
    #expect(brokenLineCount == 2)
  }

  @Test(
    "the place of the history",
    arguments: [
      (["HOME": "/h"], "/h/.local/state/anwen/history"),
      (["HOME": "/h", "XDG_STATE_HOME": "/s"], "/s/anwen/history"),
      (["HOME": "/h", "XDG_STATE_HOME": ""], "/h/.local/state/anwen/history"),
      (["HOME": "/h", "XDG_STATE_HOME": "s"], "/h/.local/state/anwen/history"),
      (["HOME": "/h", "ANWEN_HISTORY": "here"], "here"),
      (["HOME": "/h", "ANWEN_HISTORY": ""], nil),
      (["HOME": "/h", "ANWEN_HISTORY": "/dev/null"], nil),
      ([:], nil),
    ])
  func location(environment: [String: String], path: String?) {
    #expect(HistoryLocation.path { environment[$0] } == path)
  }
}
