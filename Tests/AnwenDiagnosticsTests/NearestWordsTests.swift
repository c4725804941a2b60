import AnwenDiagnostics
import Testing

@Suite("Nearest words")
struct NearestWordsTests {
  @Test(
    "distance in tenths of an edit",
    arguments: [
      ("", "", 0), ("task", "task", 0), ("task", "tasks", 10), ("tsak", "task", 10),
      ("Task", "task", 1), ("TAKS", "task", 12), ("王小明", "王晓明", 10), ("ｔask", "task", 1),
      ("kitten", "sitting", 30), ("", "abc", 30), ("ca", "abc", 30), ("e\u{301}", "e", 10),
    ])
  func distance(left: String, right: String, expected: Int) {
    #expect(EditDistance.between(left, right) == expected)
    #expect(EditDistance.between(right, left) == expected)
  }

  @Test(
    "candidates, best first",
    arguments: [
      ("ownd by", ["due", "owned by", "where"], ["owned by"]),
      ("ownd", ["due", "owned by", "where"], ["owned by"]),
      ("owned bi", ["owned by", "owned", "closed"], ["owned by", "owned"]),
      ("departmnt", ["department", "deadline", "departments"], ["department", "departments"]),
      ("Tasks", ["task", "tasks"], ["tasks", "task"]),
      ("dep", ["department", "due", "deadline"], ["department"]),
      ("王小名", ["王小明", "王晓明", "李小明"], ["王小明"]),
      ("王", ["李雷", "王小明"], ["王小明"]),
      ("洋", ["刘洋"], []),
      ("安委办", ["党政办", "应急办", "安监办"], ["安监办"]),
      ("tasks", ["tasks"], []),
      ("xyz", ["task", "point"], []),
      ("", ["task"], []),
    ])
  func nearest(typed: String, candidates: [String], expected: [String]) {
    #expect(NearestWords.nearest(to: typed, among: candidates) == expected)
  }

  @Test func equallyGoodOnesKeepTheirOrderAndCountOnce() {
    let candidates = ["cart", "cast", "cart", "chat", "coat"]
    #expect(NearestWords.nearest(to: "cat", among: candidates, limit: 2) == ["cart", "cast"])
    #expect(NearestWords.nearest(to: "cat", among: candidates).count == 3)
    #expect(NearestWords.nearest(to: "cat", among: candidates, limit: 0).isEmpty)
  }

  @Test func longTextsAreLeftAlone() {
    let long = String(repeating: "汉", count: 100_000)
    #expect(NearestWords.nearest(to: long, among: ["汉"]).isEmpty)
    #expect(NearestWords.nearest(to: "汉字", among: [long]).isEmpty)
  }
}
