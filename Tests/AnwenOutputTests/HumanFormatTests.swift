import AnwenColumns
import AnwenDiagnostics
import AnwenOutput
import AnwenTypes
import Testing

@Suite("Human formats: table and markdown")
struct HumanFormatTests {
  @Test func tableInChinese() {
    let mark = "示例数据"
    #expect(
      OutputFormat.table.text(of: SampleResults.everyType(.chinese, sampleMark: mark)) == """
                    编号  标题      负责人         风险  未销号   占比  期限
        ────────────────  ────────  ─────────────  ────  ──────  ─────  ──────────
                       2  安全培训  王小明、李|雷  重大  是       12.5  2024-02-29
        9007199254740993
                     -12  汉字      9              低    否      -0.05  1969-12-31
        （3 行）
        示例数据

        """)
  }

  @Test func tableInEnglish() {
    #expect(
      OutputFormat.table.text(of: SampleResults.everyType(.english)) == """
                  number  title     leaders        risk   open   rate  due
        ────────────────  ────────  ─────────────  ─────  ────  ─────  ──────────
                       2  安全培训  王小明, 李|雷  major  yes    12.5  2024-02-29
        9007199254740993
                     -12  汉字      9              low    no    -0.05  1969-12-31
        (3 rows)

        """)
  }

  @Test func markdownInChinese() {
    #expect(
      OutputFormat.markdown.text(of: SampleResults.everyType(.chinese)) == #"""
        |             编号 | 标题     | 负责人         | 风险 | 未销号 |  占比 | 期限       |
        | ---------------: | -------- | -------------- | ---- | ------ | ----: | ---------- |
        |                2 | 安全培训 | 王小明、李\|雷 | 重大 | 是     |  12.5 | 2024-02-29 |
        | 9007199254740993 |          |                |      |        |       |            |
        |              -12 | 汉字     | 9              | 低   | 否     | -0.05 | 1969-12-31 |

        """#)
  }

  @Test func titleNotesAndMarkStandAroundTheTable() {
    let result = SampleResults.notes(
      ["a"], title: "月*报", notes: ["one\ntwo", "three"], sampleMark: "a sample")
    #expect(
      OutputFormat.table.text(of: result) == """
        月*报

        note
        ────
        a
        (1 row)
        one
        two
        three
        a sample

        """)
    #expect(
      OutputFormat.markdown.text(of: result) == #"""
        ## 月\*报

        | note |
        | ---- |
        | a    |

        one
        two
        three

        a sample

        """#)
  }

  @Test func anEmptyResultKeepsItsHeadings() {
    let empty = SampleResults.notes([], label: "备注")
    #expect(OutputFormat.table.text(of: empty) == "备注\n────\n(0 rows)\n")
    #expect(OutputFormat.markdown.text(of: empty) == "| 备注 |\n| ---- |\n")
  }

  @Test func narrowMarkdownColumnsHaveThreeDashes() {
    let number = SampleResults.single(.int, .ints([5]))
    let result = OutputTable(
      schema: Schema([SampleResults.field("n", .int, "n", "n")]), batches: number.batches,
      language: .english)
    #expect(OutputFormat.markdown.text(of: result) == "|   n |\n| --: |\n|   5 |\n")
  }

  @Test(
    "no hostile cell acts on a terminal or leaves its cell",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("a\nb\r\tc", "a␊b␍␉c"), ("\u{202E}abc", "‹U+202E›abc"),
      ("\u{9B}31m", "‹U+009B›31m"), ("a\u{2028}b", "a‹U+2028›b"), ("\0", "␀"),
    ])
  func hostile(cell: String, shown: String) {
    let result = SampleResults.notes([cell], label: cell, title: cell, sampleMark: cell)
    let rule = String(repeating: "─", count: DisplayWidth.cells(of: shown))
    #expect(
      OutputFormat.table.text(of: result)
        == "\(shown)\n\n\(shown)\n\(rule)\n\(shown)\n(1 row)\n\(shown)\n")
    let markdown = OutputFormat.markdown.text(of: result)
    #expect(
      markdown.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
    #expect(markdown.split(separator: "\n").count == 5)
  }

  @Test(
    "markdown shows what would be markup",
    arguments: [
      ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("<b>", #"\<b>"#), ("3*4*5", #"3\*4\*5"#),
      ("`x`", #"\`x\`"#), ("[x](y)", #"\[x](y)"#), ("hazards_found", "hazards_found"),
    ])
  func markup(cell: String, shown: String) {
    let lines = OutputFormat.markdown.text(of: SampleResults.notes([cell])).split(separator: "\n")
    #expect(lines[2].contains("| \(shown) "))
  }

  @Test func aHugeCellDoesNotWidenEveryRow() {
    let huge = String(repeating: "汉", count: 100_000)
    let result = SampleResults.notes([huge, "a", "b"])
    let lines = OutputFormat.table.text(of: result).split(separator: "\n")
    #expect(lines[1].count == 1000)
    #expect(lines[2] == huge[...] && lines[3] == "a")
    let rows = OutputFormat.markdown.text(of: result).split(separator: "\n")
    #expect(rows[3].count == 1004)
  }
}
