import AnwenTestSupport
import Testing

@Suite("The tool: period, explain, describe, sample")
struct SubcommandTests {
  @Test func aPeriodBeginsWithItsDays() throws {
    let run = try anwen("period", "本季度", "--today", "2024-11-15")
    #expect(run.text.hasPrefix("2024-10-01 … 2024-12-31"))
    #expect(try anwen("period", "last", "30", "days").text.hasPrefix("2024-10-17 … 2024-11-15"))
  }

  @Test(
    "a period as JSON",
    arguments: [
      ("本季度", #""start":"2024-10-01","end":"2024-12-31","unit":"quarter""#),
      ("6月底前", #""start":null,"end":"2024-06-30""#),
      ("since 2024-06", #""start":"2024-06-01","end":null"#),
    ])
  func periodAsJSON(phrase: String, members: String) throws {
    let run = try anwen("period", "-f", "json", phrase)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix(#"{"phrase":"\#(phrase)","#))
    #expect(run.text.contains(members), "\(run.text)")
    #expect(run.lines.count == 1)
  }

  @Test(arguments: ["nothing", "本月吗", "2024-02-30", "", "本"])
  func whatIsNoPeriodIsAnError(phrase: String) throws {
    let run = try anwen("period", phrase)
    #expect(run.status == 1)
    #expect(run.isCleanFailure, "\(run.errorText)")
  }

  @Test func anExplanationResolvesEveryDate() throws {
    let english = try anwen("explain", "tasks owned by 武长庚 due this quarter")
    #expect(english.status == 0)
    #expect(english.lines[0].contains("2024-10-01") && english.lines[0].contains("武长庚"))
    #expect(english.lines[1] == "as of 2024-11-15")
    #expect(english.text.contains("scan task"))
    let chinese = try anwen("explain", "武长庚负责的本季度到期的任务")
    #expect(chinese.lines[0].contains("2024-12-31"))
    #expect(chinese.lines[1] == "截至 2024-11-15")
    let plain = try anwen("explain", "--without-pass", "filter-pushdown", "tasks overdue")
    #expect(plain.status == 0)
    #expect(try anwen("explain", "taks").isCleanFailure)
  }

  /// Each entity of the built-in model, in both languages.
  static let entities = [
    ("section", "部分"), ("task", "任务"), ("measure", "措施"), ("cadence", "频次要求"),
    ("target", "指标"), ("leader", "领导"), ("department", "部门"), ("site_kind", "场所类别"),
    ("named_hazard", "文中隐患"), ("staff", "人员"), ("point", "点位"), ("pairing", "结对"),
    ("inspection", "检查"), ("hazard", "隐患"),
  ]

  @Test("an entity is described in the language of its name", arguments: entities)
  func describe(english: String, chinese: String) throws {
    let first = try anwen("describe", english)
    #expect(first.status == 0)
    #expect(first.lines[0].contains(chinese))
    #expect(first.lines.contains("Columns"))
    let second = try anwen("describe", chinese)
    #expect(second.lines[0].hasPrefix(chinese))
    #expect(second.lines.contains("列"))
    let isSample = ["staff", "point", "pairing", "inspection", "hazard"].contains(english)
    #expect(first.lines.contains("an invented sample") == isSample)
    #expect(try anwen("describe", "--lang", "zh", english).output == second.output)
  }

  @Test func theMeasuresOfAnEntityAreDescribed() throws {
    let english = try anwen("describe", "hazard").lines
    let place = try #require(english.firstIndex(of: "Measures"))
    #expect(english[place + 1] == "  close_rate (销号率, 整改率)")
    let chinese = try anwen("describe", "隐患").lines
    #expect(chinese.contains("度量") && chinese.contains("  销号率（close_rate、整改率）"))
  }

  @Test func theOverviewNamesEveryEntity() throws {
    let english = try anwen("describe").text
    let chinese = try anwen("describe", "--lang", "zh").text
    for (_, name) in Self.entities { #expect(chinese.contains("\n" + name)) }
    #expect(english.hasSuffix("More of one: anwen describe tasks\n"))
    #expect(chinese.hasSuffix("查看其中一类的详情：anwen describe 任务\n"))
    let run = try anwen("describe", "taks")
    #expect(run.status == 1)
    #expect(run.errorText.contains("tasks"))
  }

  @Test func aSampleIsTheSameEachTimeAndTheOneThatIsBuiltIn() throws {
    let folder = TemporaryFolder()
    for name in ["a", "b"] {
      #expect(try anwen("sample", "-o", folder.path + "/" + name).status == 0)
    }
    #expect(runCommand(["diff", "-r", folder.path + "/a", folder.path + "/b"]).status == 0)
    let files = runCommand(["ls", folder.path + "/a"]).output.split(separator: "\n").map(
      String.init)
    #expect(files == ["hazards.csv", "inspections.csv", "pairings.csv", "points.csv", "staff.csv"])
    for file in files {
      let written = try fileBytes(folder.path + "/a/" + file)
      #expect(written == (try fileBytes(packagePath("Examples/dizhuang-2024/" + file))), "\(file)")
    }
    let again = try anwen("sample", "-o", folder.path + "/a", "--seed", "7")
    #expect(again.status == 2)
    #expect(again.isCleanFailure)
    #expect(runCommand(["diff", "-r", folder.path + "/a", folder.path + "/b"]).status == 0)
    #expect(try anwen("sample", "-o", folder.path + "/a", "--seed", "7", "--force").status == 0)
    #expect(runCommand(["diff", "-r", folder.path + "/a", folder.path + "/b"]).status == 1)
  }
}
