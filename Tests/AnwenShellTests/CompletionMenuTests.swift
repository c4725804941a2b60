import AnwenShell
import Testing

@Suite("Completion menu")
struct CompletionMenuTests {
  @Test(
    "the common beginning is made of whole characters",
    arguments: [
      (["武汉", "武昌"], "武"), (["客户", "客户名称"], "客户"), (["a"], "a"), (["a", "b"], ""), ([], ""),
      (["e\u{301}a", "ea"], ""),
    ])
  func prefix(texts: [String], expected: String) {
    #expect(CompletionMenu.commonPrefix(of: texts.map { Completion($0) }) == expected)
  }

  @Test func choiceGoesRound() {
    let items = ["甲", "乙", "丙"].map { Completion($0) }
    var menu = CompletionMenu(items)
    #expect(menu.selection == nil)
    #expect((0..<4).map { _ in menu.advance(by: 1).text } == ["甲", "乙", "丙", "甲"])
    #expect((0..<2).map { _ in menu.advance(by: -1).text } == ["丙", "乙"])
    var other = CompletionMenu(items)
    #expect(other.advance(by: -1).text == "丙")
  }

  @Test func itemsStandInColumnsReadDownwards() {
    let items = [("客户", "表"), ("a", ""), ("订单明细", "表"), ("金额", "")]
    let menu = CompletionMenu(items.map { Completion($0, note: $1) })
    // The widest item takes 11 columns, so two of 13 go into a window of 27.
    #expect(
      menu.rows(columns: 27, maximumRowCount: 5).map(\.text) == [
        "客户 表      订单明细 表", "a            金额",
      ])
  }

  @Test("rows stay inside the window, and the choice is on them")
  func bounds() {
    let items = (0..<50).map { Completion("项目\($0)", note: "字\u{1B}段") }
    for columns in [1, 2, 5, 20, 21, 80] {
      for rowCount in [1, 2, 5, 100] {
        var menu = CompletionMenu(items)
        for _ in 0..<60 {
          let chosen = menu.advance(by: 1)
          let rows = menu.rows(columns: columns, maximumRowCount: rowCount)
          #expect(rows.count <= rowCount)
          #expect(rows.allSatisfy { $0.width < columns })
          if columns >= 20 {
            let shown = rows.flatMap(\.runs).filter { $0.style == .selection }
            #expect(shown.map(\.text) == [chosen.text])
          }
        }
      }
    }
  }
}
