import AnwenTestSupport
import Testing

@Suite("The tool: scripts and their files")
struct ScriptFileTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, _ name: String) throws {
    try writeFile(text.utf8, to: folder.path + "/" + name)
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun([anwenPath] + arguments, folder: folder.path)
  }

  @Test func parametersAreListedAndGiven() throws {
    try write(
      "param who: leader\nparam n: int = 2\ntitle \"领导\"\ntasks owned by who | take 1\nnote \"x\"",
      "s.anw")
    let help = try run("run", "--help", "s.anw")
    #expect(help.status == 0)
    #expect(help.lines.contains("  -p who=LEADER  must be given"))
    #expect(help.lines.contains("  -p n=INT       else 2"))
    let answer = try run("run", "-p", "who=刘洋", "s.anw")
    #expect(answer.status == 0)
    #expect(answer.lines.first == "领导" && answer.lines.last == "x")
    #expect(try run("run", "-p", "who=刘洋", "-f", "csv", "s.anw").lines.count == 2)
    for arguments in [[], ["-p", "who=刘阳"], ["-p", "who=刘洋", "-p", "m=1"]] {
      let failure = try ProgramRun(
        [anwenPath, "run"] + arguments + ["s.anw"], folder: folder.path)
      #expect(failure.status == 1)
      #expect(failure.isCleanFailure, "\(failure.errorText)")
    }
    #expect(try run("run", "-p", "who", "s.anw").status == 64)
  }

  @Test func aFileIsWrittenOnceAndInsideTheFolder() throws {
    try write("leaders | select name | write \"out.csv\"\nleaders | summarize count", "s.anw")
    let first = try run("run", "s.anw", "-f", "csv")
    #expect(first.status == 0 && first.text == "count\n5\n")
    #expect(first.errorLines == ["out.csv: 5 rows"])
    let written = try fileBytes(folder.path + "/out.csv")
    #expect(String(decoding: written, as: UTF8.self).hasPrefix("name\n"))
    let again = try run("run", "s.anw")
    #expect(again.status == 2 && again.isCleanFailure)
    #expect(try run("run", "-q", "--force", "s.anw").errorOutput.isEmpty)
    let safe = try run("run", "--safe", "--force", "s.anw")
    #expect(safe.status == 1 && safe.errorText.contains("E1314"))
    _ = runCommand(["ln", "-s", "/", folder.path + "/root"])
    for path in ["../out.csv", "/dev/null.csv", "root/out.csv", "a/../../out.csv"] {
      try write("leaders | write \"\(path)\"", "t.anw")
      let refused = try run("run", "t.anw")
      #expect(refused.status == 1 && refused.errorText.contains("E1313"), "\(path)")
    }
  }

  @Test func includesAreRelativeToTheirFile() throws {
    _ = runCommand(["mkdir", "-p", folder.path + "/a/b"])
    try write("include \"b/names.anw\"\nlate | summarize count", "a/s.anw")
    try write("include \"../more.anw\"\nlet late = old", "a/b/names.anw")
    try write("let old = hazards overdue", "a/more.anw")
    #expect(try run("run", "a/s.anw", "-f", "csv").text == "count\n25\n")
    try write("include \"../../x.anw\"", "a/b/names.anw")
    try write("", "x.anw")
    let refused = try run("run", "a/s.anw")
    #expect(refused.status == 1)
    #expect(refused.errorLines.first?.hasPrefix("a/b/names.anw:1:9: error E1313") == true)
    try write("include \"none.anw\"", "a/s.anw")
    #expect(try run("run", "a/s.anw").status == 2)
  }

  @Test func aRunStopsAtItsFirstFailureOrGoesOn() throws {
    try write(
      """
      leaders | summarize count
      leaders | take 0 | write "out.csv"
      tasks | select number * 9223372036854775807 as n
      departments | summarize count
      """, "s.anw")
    try write("", "out.csv")
    let stopped = try run("run", "-f", "csv", "s.anw")
    #expect(stopped.status == 2 && stopped.text == "count\n5\n")
    let whole = try run("run", "--keep-going", "-f", "csv", "s.anw")
    #expect(whole.status == 2)
    #expect(whole.text == "count\n5\n\ncount\n14\n")
    #expect(whole.errorLines.count { $0.contains("error E0") } == 2)
    try write("leaders ownd\nleaders | summarize count", "s.anw")
    #expect(try run("run", "s.anw").output.isEmpty)
    let checked = try run("run", "--keep-going", "-f", "csv", "s.anw")
    #expect(checked.status == 1 && checked.text == "count\n5\n")
  }

  @Test func formattingAndChecking() throws {
    try write("tasks where section=4 # x\n", "s.anw")
    #expect(try run("fmt", "--check", "s.anw").status == 1)
    #expect(try run("fmt", "s.anw").status == 0)
    #expect(
      try String(decoding: fileBytes(folder.path + "/s.anw"), as: UTF8.self)
        == "tasks | where section = 4  # x\n")
    #expect(try run("fmt", "--check", "s.anw").status == 0)
    let translated = try ProgramRun(
      [anwenPath, "fmt", "--lang", "zh"], input: Array("tasks overdue".utf8))
    #expect(translated.text == "逾期的任务\n")
    try write("tasks ownd by x\nleaders\ntasks where title", "bad.anw")
    let check = try run("check", "s.anw", "bad.anw")
    #expect(check.status == 1 && check.output.isEmpty)
    let heads = check.errorLines.filter { $0.contains("error E") }.map { $0.prefix(13) }
    #expect(heads == ["bad.anw:1:7: ", "bad.anw:3:13:"])
    #expect(try run("fmt", "bad.anw").status == 1)
    #expect(try run("check", "s.anw").errorOutput.isEmpty)
  }

  @Test(
    "help knows the words of both languages",
    arguments: [
      ("sort", "sort 排序"), ("排序", "sort 排序"),
      ("join", "join 关联, left join 左关联"), ("左关联", "join 关联, left join 左关联"), ("periods", "Periods"),
      ("E0203", "E0203"),
      ("param", "Scripts"), ("参数", "Scripts"), ("round", "Numbers"), ("四舍五入", "Numbers"),
      ("中位数", "Aggregates"),
    ])
  func help(topic: String, title: String) throws {
    let help = try run("help", topic)
    #expect(help.status == 0)
    #expect(help.lines.contains(title), "\(help.text)")
  }

  @Test func helpOfTheUnknownSuggests() throws {
    let help = try run("help", "sorrt")
    #expect(help.status == 1 && help.errorText.contains("sort"))
    #expect(try run("help").text.contains("anwen help TOPIC"))
    #expect(try run("help", "run").text.contains("--keep-going"))
  }

  @Test func anAnalysisCountsRows() throws {
    let run = try run("explain", "--analyze", "leaders | take 2")
    #expect(run.lines.contains { $0.contains("scan leader") && $0.contains(" rows, ") })
    #expect(try self.run("explain", "--passes", "tasks").text.contains("before the passes:"))
    let note = try self.run("--footnote", "tasks overdue")
    #expect(note.lines.last == "tasks overdue")
  }
}
