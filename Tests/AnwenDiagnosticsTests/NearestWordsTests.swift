import AnwenDiagnostics
import Testing

@Suite("Nearest words")
struct NearestWordsTests {
  @Test(
    "the fewest changes come first",
    arguments: [
      // One letter swapped, dropped, added, changed.
      ("clumon", ["column", "condition"], ["column"]),
      ("entty", ["entity", "encoding"], ["entity"]),
      ("keyy", ["key", "label"], ["key"]),
      ("点拉", ["点位", "隐患"], ["点位"]),
      // Case is no change; equal distances keep the order of the candidates.
      ("TASK", ["tank", "task", "tusk"], ["task", "tank", "tusk"]),
      // Nothing in common.
      ("ab", ["xy", "点位"], []),
      ("a", ["b"], []), ("", ["tasks.csv"], []), ("绩效", ["tasks.csv"], []),
      ("tasks.cvs", ["points.csv", "tasks.csv"], ["tasks.csv"]),
    ])
  func nearest(word: String, candidates: [String], expected: [String]) {
    #expect(NearestWords.nearest(to: word, among: candidates) == expected)
  }

  @Test func atMostThreeAndEachOnce() {
    let candidates = ["book1", "book2", "book2", "book3", "book4", "book5", "book6"]
    let found = NearestWords.nearest(to: "book", among: candidates)
    #expect(found == ["book1", "book2", "book3"])
  }

  @Test func longWordsAreNotCompared() {
    let word = String(repeating: "a", count: 100)
    #expect(NearestWords.nearest(to: word, among: [word]) == [])
  }
}
