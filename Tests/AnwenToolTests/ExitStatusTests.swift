import AnwenTestSupport
import Testing

@Suite("The tool: exit statuses and streams")
struct ExitStatusTests {
  @Test func anAnswerIsStatusZeroAndNothingElse() throws {
    let run = try anwen("leaders")
    #expect(run.status == 0)
    #expect(run.errorOutput.isEmpty)
    #expect(run.lines.last == "(5 rows)")
  }

  @Test(
    "a question with an error: status 1, one diagnostic, no output",
    arguments: ["taks", "tasks owned by 王小明", "tasks where", "任务 由武长更负责", "tasks |", "("])
  func queryError(question: String) throws {
    let run = try anwen(question)
    #expect(run.status == 1)
    #expect(run.isCleanFailure, "\(run.errorText)")
  }

  @Test func aDiagnosticOfAScriptNamesFileLineAndColumn() throws {
    let folder = TemporaryFolder()
    try writeFile("leaders\n\n任务\n  | 列出 编号, 标提\n".utf8, to: folder.path + "/script.anw")
    let run = try anwen("run", "script.anw", folder: folder.path)
    #expect(run.status == 1)
    #expect(run.isCleanFailure)
    #expect(run.errorLines.first?.hasPrefix("script.anw:4:12: 错误 E0") == true, "\(run.errorText)")
    // Before 标 stand eleven characters, four of them two cells wide, and the margin of two cells.
    #expect(run.errorLines[1] == "    | 列出 编号, 标提")
    #expect(run.errorLines[2] == "                 ^^^^")
  }

  @Test(
    "what cannot be read or written: status 2",
    arguments: [
      ["-d", "/nonexistent", "leaders"], ["-d", ".", "leaders"], ["-d", "/dev/null", "leaders"],
      ["run", "nothing.anw"], ["run", "."], ["-o", "/nonexistent/file", "leaders"],
      ["sample", "-o", "/dev/null"], ["describe", "-d", "/nonexistent"],
      ["period", "-d", "/nonexistent", "本月"], ["explain", "-d", "/nonexistent", "tasks"],
    ])
  func worldError(arguments: [String]) throws {
    let run = try ProgramRun([anwenPath] + arguments)
    #expect(run.status == 2)
    #expect(run.isCleanFailure, "\(run.errorText)")
  }

  @Test(
    "a write that fails: status 2",
    arguments: ["anwen hazards", "anwen -f json leaders", "anwen describe", "anwen --help"])
  func fullDisk(line: String) throws {
    let run = try shell(line + " >/dev/full")
    #expect(run.status == 2)
    #expect(run.errorLines == ["standard output: error E0410: cannot be written: the disk is full"])
  }

  @Test(
    "a reader that leaves ends the tool quietly",
    arguments: ["anwen hazards", "anwen describe", "anwen --help"])
  func closedPipe(line: String) throws {
    let run = try shell("set -o pipefail; \(line) | head -1")
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.errorOutput.isEmpty)
  }

  @Test func moreRowsThanAllowedAreStatusThreeAndNothingIsPrinted() throws {
    for format in ["table", "markdown", "csv", "json"] {
      let run = try anwen("--max-rows", "4", "-f", format, "leaders")
      #expect(run.status == 3)
      #expect(run.isCleanFailure)
    }
    #expect(try anwen("--max-rows", "5", "leaders").status == 0)
    #expect(try anwen("--max-memory", "1KB", "hazards | sort level").status == 3)
    #expect(try anwen("--max-memory", "1 GB", "hazards | sort level").status == 0)
    #expect(try anwen("--max-rows", "0", "tasks overdue and not overdue").status == 0)
  }

  @Test func aTimeoutIsStatusThree() throws {
    let run = try anwen("--timeout", "0.000000001", "hazards")
    #expect(run.status == 3)
    #expect(run.isCleanFailure)
    #expect(try anwen("--timeout", "600", "leaders").status == 0)
  }

  @Test(
    "wrong usage: status 64",
    arguments: [
      ["--bogus", "tasks"], ["-f", "xml", "tasks"], ["--lang", "fr", "tasks"],
      ["--today", "2024-02-30", "tasks"], ["--today", "today", "tasks"], ["--today", "", "tasks"],
      ["--timeout", "0", "tasks"], ["--timeout", "-1", "tasks"], ["--timeout", "nan", "tasks"],
      ["--timeout", "inf", "tasks"], ["--timeout", "1s", "tasks"], ["--max-rows", "-1", "tasks"],
      ["--max-memory", "much", "tasks"],
      ["--max-rows", "many", "tasks"], ["--max-rows", "9999999999999999999", "tasks"], ["run"],
      ["period"], ["period", "-f", "csv", "本月"], ["explain"], ["sample"],
      ["sample", "-o", "x", "--points", "0"], ["sample", "-o", "x", "--seed", "-1"],
      ["explain", "--without-pass", "nothing", "tasks"], ["describe", "task", "leader"],
    ])
  func usage(arguments: [String]) throws {
    let run = try ProgramRun([anwenPath] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.first?.hasPrefix("Error: ") == true)
    #expect(run.errorLines.contains { $0.hasPrefix("Usage: anwen") })
  }

  @Test func helpAndVersionAreAnswers() throws {
    #expect(try anwen("--version").text == "anwen 0.1.0\n")
    for command in ["query", "run", "explain", "period", "describe", "sample"] {
      let run = try anwen(command, "--help")
      #expect(run.status == 0)
      #expect(run.errorOutput.isEmpty)
      #expect(run.lines.allSatisfy { $0.count <= 80 }, "\(run.text)")
      // Every option is explained: text stands beside it or on the row below.
      for (index, line) in run.lines.enumerated() where line.hasPrefix("  -") {
        let isExplained =
          line.count > 26 || run.lines[index + 1].hasPrefix(String(repeating: " ", count: 26))
        #expect(isExplained, "\(line)")
      }
    }
  }
}
