import AnwenTestSupport
import Testing

@Suite("The tool: questions about the built-in data")
struct AnswerTests {
  /// Questions and the lines that jq makes of their answers; the values were counted in the tables.
  static let answers: [(question: String, filter: String, expected: [String])] = [
    (
      "leaders | select name, count(tasks) as n | sort n desc", #".[] | "\(.name) \(.n)""#,
      ["武长庚 8", "蒋志检 5", "刘洋 3", "刘兴 1", "曹莉霞 1"]
    ),
    ("本月没有检查的点位", ".[].number", ["1", "11", "16", "21", "22", "24"]),
    (
      "tasks | summarize count by section", #".[] | "\(.section) \(.count)""#,
      ["1 3", "2 3", "3 4", "4 17"]
    ),
    (
      "departments with at least 2 tasks", ".[].name", ["交警部门", "交通部门", "住建部门", "应急部门"]
    ),
    ("tasks due in 2024Q2", ".[].number", ["2"]),
    ("tasks owned by 武长庚 due in 2024Q2", "length", ["0"]),
    (
      "tasks owned by 武长庚 due this quarter", ".[].number",
      ["11", "12", "13", "14", "15", "16", "21", "24"]
    ),
  ]

  /// Whether jq is installed; what it would read is not checked where it is not.
  static let hasJQ = runCommand(["jq", "--version"]).status == 0

  @Test("JSON as jq reads it", .enabled(if: hasJQ), arguments: answers)
  func json(question: String, filter: String, expected: [String]) throws {
    let run = try anwen("-f", "json", question)
    let read = try ProgramRun(["jq", "-r", filter], input: run.output)
    #expect(read.status == 0)
    #expect(read.lines == expected)
  }

  @Test("as many rows in every format", arguments: answers)
  func formats(question: String, filter: String, expected: [String]) throws {
    let count = filter == "length" ? 0 : expected.count
    let csv = try anwen("-f", "csv", question)
    #expect(csv.lines.count == count + 1)
    let markdown = try anwen("-f", "markdown", question)
    #expect(markdown.lines.count { $0.hasPrefix("|") } == count + 2)
    let table = try anwen("--lang", "en", question)
    #expect(table.lines.contains(count == 1 ? "(1 row)" : "(\(count) rows)"))
    for run in [csv, markdown, table] { #expect(run.status == 0) }
  }

  @Test func aSampleIsMarkedAndThePlanIsNot() throws {
    let mark = "Sample: invented rows, for trying things out."
    for format in ["table", "markdown"] {
      let run = try anwen("-f", format, "points")
      #expect(run.lines.last == mark)
      #expect(run.errorOutput.isEmpty)
    }
    for format in ["csv", "json"] {
      let run = try anwen("-f", format, "points")
      #expect(!run.text.contains(mark))
      #expect(run.errorLines == [mark])
    }
    #expect(try anwen("点位").lines.last == "示例数据：虚构的台账，仅供试用。")
    // The rows of departments are the plan's, what is counted is the sample's.
    #expect(try anwen("departments with hazards").lines.last == mark)
    for format in ["table", "markdown", "csv", "json"] {
      let run = try anwen("-f", format, "tasks")
      #expect(!run.text.contains(mark) && run.errorOutput.isEmpty)
    }
  }

  @Test("every script of Examples gives what stands beside it", arguments: Self.scripts)
  func example(name: String) throws {
    let run = try anwen("run", name + ".anw", folder: packagePath("Examples"))
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.text == (try packageFile("Examples/\(name).expected.txt")))
  }

  static let scripts = runCommand(["ls", packagePath("Examples")]).output.split(separator: "\n")
    .filter { $0.hasSuffix(".anw") }.map { String($0.dropLast(4)) }
}
