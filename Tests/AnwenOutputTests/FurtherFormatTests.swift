import AnwenDiagnostics
import AnwenOutput
import AnwenTypes
import Testing

@Suite("Further formats: vertical, TSV, NDJSON")
struct FurtherFormatTests {
  @Test func verticalIsABlockForEachRow() {
    #expect(
      OutputFormat.vertical.text(of: SampleResults.everyType(.chinese, sampleMark: "示例")) == """
        ── 1 ──
        编号    2
        标题    安全培训
        负责人  王小明、李|雷
        风险    重大
        未销号  是
        占比    12.5
        期限    2024-02-29

        ── 2 ──
        编号    9007199254740993
        标题
        负责人
        风险
        未销号
        占比
        期限

        ── 3 ──
        编号    -12
        标题    汉字
        负责人  9
        风险    低
        未销号  否
        占比    -0.05
        期限    1969-12-31

        （3 行）
        示例

        """)
  }

  @Test func verticalHasTitleAndNotes() {
    let result = SampleResults.notes([], title: "a", notes: ["b\nc"])
    #expect(OutputFormat.vertical.text(of: result) == "a\n\n(0 rows)\nb\nc\n")
  }

  @Test(arguments: Language.allCases)
  func tsvIsTheSameInEveryLanguage(language: Language) {
    #expect(
      OutputFormat.tsv.text(of: SampleResults.everyType(language)) == """
        number\ttitle\tleaders\trisk\topen\trate\tdue
        2\t安全培训\t7;8\tmajor\ttrue\t12.5\t2024-02-29
        9007199254740993\t\t\t\t\t\t
        -12\t汉字\t9\tlow\tfalse\t-0.05\t1969-12-31

        """)
  }

  @Test(
    "TSV escapes what would end a cell or a row, and disarms formulas",
    arguments: [
      ("a\tb", "a\\tb"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\r\\nb"), ("a\\b", "a\\\\b"),
      ("=1+1", "'=1+1"), ("\ta", "'\\ta"), ("say \"a\"", "say \"a\""), ("", ""),
    ])
  func tsvCells(text: String, expected: String) {
    let result = SampleResults.notes([text])
    #expect(Array(OutputFormat.tsv.text(of: result).utf8) == Array("note\n\(expected)\n".utf8))
    #expect(!OutputFormat.tsv.text(of: result, isRaw: true).contains("'"))
  }

  @Test func ndjsonIsAnObjectALine() {
    let text = OutputFormat.ndjson.text(of: SampleResults.everyType(.english))
    let json = OutputFormat.json.text(of: SampleResults.everyType(.english))
    #expect(
      "[\n" + text.dropLast().split(separator: "\n").joined(separator: ",\n") + "\n]\n" == json)
    #expect(OutputFormat.ndjson.text(of: SampleResults.notes([])).isEmpty)
  }

  @Test(arguments: [
    ("a.csv", OutputFormat.csv), ("a.b.TSV", .tsv), ("a.json", .json), ("a.ndjson", .ndjson),
    ("a.md", .markdown), ("a.txt", .table),
  ])
  func endings(name: String, format: OutputFormat) {
    #expect(OutputFormat(fileName: name) == format)
    #expect(OutputFormat(fileName: name + "x") == nil)
  }
}
