import AnwenShell
import Testing

@Suite("Motions in a line")
struct EditedLineTests {
  @Test(
    "left and right move by whole characters",
    arguments: [
      ("a", [0, 1]), ("中文", [0, 1, 2]), ("👨‍👩‍👧x", [0, 5, 6]), ("e\u{301}e", [0, 2, 3]),
      ("🇨🇳🇨🇳", [0, 2, 4]), ("a\nb", [0, 1, 2, 3]), ("", [0]),
    ])
  func steps(text: String, stops: [Int]) {
    for (from, to) in zip(stops, stops.dropFirst()) {
      #expect(EditedLine(text: text, cursor: from).right == to)
      #expect(EditedLine(text: text, cursor: to).left == from)
    }
    #expect(EditedLine(text: text, cursor: 0).left == nil)
    #expect(EditedLine(text).right == nil)
  }

  @Test(
    "rows",
    arguments: [
      // text, cursor, start and end of the row, column, above, below
      ("abc", 1, 0, 3, 1, nil, nil),
      ("一二\nabcd\n中", 1, 0, 2, 2, nil, 5),
      ("一二\nabcd\n中", 4, 3, 7, 1, 0, 8),
      ("一二\nabcd\n中", 6, 3, 7, 3, 1, 9),
      ("一二\nabcd\n中", 9, 8, 9, 2, 5, nil),
      ("ab\n\ncd", 2, 0, 2, 2, nil, 3),
      ("ab\n\ncd", 3, 3, 3, 0, 0, 4),
      ("\t1\nabcdef", 1, 0, 2, 4, nil, 7),
    ])
  func rows(
    text: String, cursor: Int, start: Int, end: Int, column: Int, above: Int?, below: Int?
  ) {
    let line = EditedLine(text: text, cursor: cursor)
    #expect(line.rowStart == start)
    #expect(line.rowEnd == end)
    #expect(line.column == column)
    #expect(line.above(column: column) == above)
    #expect(line.below(column: column) == below)
  }

  @Test func killingStopsAtTheRowAndTakesTheBreakAtItsEnd() {
    #expect(EditedLine(text: "ab\ncd", cursor: 1).killEnd == 2)
    #expect(EditedLine(text: "ab\ncd", cursor: 2).killEnd == 3)
    #expect(EditedLine("ab").killEnd == 2)
  }
}
