import AnwenTestSupport
import Testing

@Suite("The tool: the same bytes on every way in and out")
struct WaysInTests {
  static let formats = ["table", "markdown", "csv", "json"]
  static let questions = [
    "tasks owned by 武长庚 due this quarter", "本月没有检查的点位",
    "leaders | select name, count(tasks) as n | sort n desc",
  ]

  @Test("argument, arguments, script and standard input", arguments: questions, formats)
  func waysIn(question: String, format: String) throws {
    let folder = TemporaryFolder()
    try writeFile((question + "\n").utf8, to: folder.path + "/question.anw")
    let one = try anwen("-f", format, question)
    #expect(one.status == 0)
    let words = question.split(separator: " ").map(String.init)
    let others = [
      try ProgramRun([anwenPath, "-f", format] + words),
      try anwen("run", "-f", format, folder.path + "/question.anw"),
      try anwen("-f", format, input: question),
      try anwen("-f", format, input: "\u{FEFF}\(question)\r\n"),
    ]
    for other in others {
      #expect(other.status == 0)
      #expect(other.output == one.output)
      #expect(other.errorOutput == one.errorOutput)
    }
  }

  @Test("pipe, file, terminal and locale", arguments: questions, formats)
  func waysOut(question: String, format: String) throws {
    let arguments = ["-f", format, question]
    let pipe = try ProgramRun([anwenPath] + arguments)
    for locale in ["C", "zh_CN.GB18030", "en_US.UTF-8"] {
      let run = try ProgramRun(
        [anwenPath] + arguments, environment: ["LANG": locale, "LC_ALL": locale])
      #expect(run.output == pipe.output)
    }
    let folder = TemporaryFolder()
    let file = folder.path + "/answer"
    let written = try ProgramRun([anwenPath, "-o", file] + arguments)
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(try fileBytes(file) == pipe.output)
    // Without output processing the terminal passes every byte as it comes.
    let command = ([anwenPath] + arguments).map(shellQuoted).joined(separator: " ")
    let terminal = try ProgramRun([
      "script", "-qec", "stty -opost rows 10 columns 20; \(command) 2>/dev/null", "/dev/null",
    ])
    #expect(terminal.output == pipe.output)
  }

  @Test func severalScriptsAreOneRun() throws {
    let folder = TemporaryFolder()
    try writeFile("leaders | take 1\n".utf8, to: folder.path + "/a.anw")
    try writeFile("# nothing but a remark\n\n;\n".utf8, to: folder.path + "/b.anw")
    try writeFile("领导 | 取 1".utf8, to: folder.path + "/c.anw")
    let run = try anwen("run", "-f", "json", "a.anw", "b.anw", "c.anw", folder: folder.path)
    #expect(run.status == 0)
    #expect(run.text == "[\n{\"name\":\"刘兴\"}\n]\n[\n{\"name\":\"刘兴\"}\n]\n")
  }

  @Test func aScriptIsReadWholeBeforeItsFirstAnswer() throws {
    let run = try anwen(input: "leaders\n\ntasks\n  | select nothing\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.first?.hasPrefix("standard input:4:12: error E0") == true)
  }

  @Test func anEmptyScriptIsNoError() throws {
    for script in ["", "\n", "# a remark\n"] {
      let run = try anwen(input: script)
      #expect(run.status == 0)
      #expect(run.output.isEmpty && run.errorOutput.isEmpty)
    }
    #expect(try anwen("").status == 1)
  }
}
