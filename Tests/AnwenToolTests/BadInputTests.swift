import AnwenTestSupport
import Testing

@Suite("The tool: bad input is one message, never a crash")
struct BadInputTests {
  @Test(
    "an unknown word is named, and the nearest one is offered",
    arguments: [
      ("tasks owned by 武长更", "武长更", "武长庚"), ("武长更负责的任务", "武长更", "武长庚"),
      ("tasks | select nubmer", "nubmer", "number"), ("任务 | 列出 标提", "标提", "标题"),
      ("tasks ownd by 武长庚", "ownd by", "owned by"), ("taks", "taks", "tasks"),
      ("tasks due this quartre", "this quartre", "this quarter"),
    ])
  func unknown(question: String, word: String, nearest: String) throws {
    let run = try anwen(question)
    #expect(run.status == 1)
    #expect(run.isCleanFailure)
    #expect(run.errorText.contains("“\(word)”"), "\(run.errorText)")
    #expect(run.errorText.contains(nearest), "\(run.errorText)")
  }

  @Test(
    "a question cut off anywhere is answered or refused",
    arguments: [
      "tasks owned by 武长庚 due this quarter | sort due | select number, title, due",
      "departments | derive open = count(hazards not closed) | sort open desc",
      "武长庚负责的本季度到期的任务 | 排序 期限 | 列出 编号, 标题",
    ])
  func cutOff(question: String) throws {
    let folder = TemporaryFolder()
    var names: [String] = []
    for length in 1...question.count {
      names.append("\(folder.path)/\(length)")
      try writeFile(String(question.prefix(length)).utf8, to: names[length - 1])
    }
    // One shell runs them all; it prints the statuses.
    let run = try shell(
      "for f in \(folder.path)/*; do anwen run $f >$f.out 2>$f.err; echo $?; done")
    #expect(run.lines.count == question.count)
    #expect(Set(run.lines).isSubset(of: ["0", "1"]))
    for (name, status) in zip(names.sorted(), run.lines) {
      let printed = try fileBytes(name + ".out")
      let errors = try fileBytes(name + ".err")
      #expect(printed.isEmpty == (status == "1"), "\(name)")
      #expect(errors.isEmpty == (status == "0"), "\(name)")
    }
  }

  @Test(
    "texts that are no questions",
    arguments: [
      "\0", "a\0b", "\u{1B}[31m", "\u{202E}", "“", "\"", "`", "((((", "))))", "|", ";;", "，、。",
      "1", "-", "🏮", "e\u{301}", "\u{FFFF}", "select", "的的的", "未未未未", "有有有有", "= = =",
    ])
  func noQuestion(text: String) throws {
    let run = try anwen(input: text)
    #expect([0, 1, 2].contains(run.status), "\(text.debugDescription) \(run.errorText)")
    #expect(run.output.isEmpty)
    #expect(!run.errorOutput.contains(0x1B) && !run.errorOutput.contains(0))
  }

  @Test func textsThatAreTooLongOrTooDeepAreRefused() throws {
    let deep = String(repeating: "(", count: 100_000)
    let long = String(repeating: "x", count: 100_000)
    let chain = "tasks where number = 1" + String(repeating: " or number = 2", count: 2_000)
    #expect(try anwen(input: "tasks where \(deep)").status == 1)
    #expect(try anwen(input: long).status == 1)
    #expect(try anwen(input: chain).status == 0)
    let huge = try shell("head -c 16777216 /dev/zero | tr '\\0' x | anwen")
    #expect(huge.status == 2)
    #expect(huge.isCleanFailure)
  }

  @Test func bytesThatAreNoTextAreAnError() throws {
    let run = try ProgramRun([anwenPath], input: Array("tasks ".utf8) + [0xFF, 0xFE])
    #expect(run.status == 2)
    #expect(run.isCleanFailure)
    #expect(run.errorText.hasPrefix("standard input"))
    let argument = try shell("anwen \"$(printf 'tasks \\xff')\"")
    #expect(argument.status != 0 && argument.output.isEmpty)
  }
}
