import Anwen
import AnwenTestSupport
import Testing

@Suite("Scripts")
struct ScriptTests {
  @Test("a given value takes the place of the script's, and is read by the parameter's type")
  func givenValues() throws {
    let text = """
      param who: leader = 武长庚
      param n: int
      param word: text = "x"
      tasks owned by who | summarize count
      tasks where number <= n | summarize count
      tasks where title contains word | summarize count
      """
    // 刘洋 leads three tasks; one title holds 消防.
    let script = try ReadScript(text, given: ["who": "刘洋", "n": "5", "word": "消防"])
    #expect(try script.answers() == ["count 3", "count 5", "count 1"])
    #expect(try ReadScript(text).codes == ["E1303"])
    #expect(try ReadScript(text, given: ["n": "many"]).codes == ["E1302"])
    #expect(try ReadScript(text, missing: .haveStandIns).codes.isEmpty)
    let other = try ReadScript(text, given: ["n": "1", "whom": "刘洋"])
    #expect(other.reader.unusedArgument()?.code == "E1304")
  }

  @Test("includes are read once, relative to nothing here, and end where they turn back")
  func includes() throws {
    let common = "let late = hazards overdue\n"
    let script = try ReadScript(
      "include \"a.anw\"\ninclude \"common.anw\"\nlate | summarize count",
      files: ["a.anw": "include \"common.anw\"\n", "common.anw": common])
    #expect(script.codes.isEmpty)
    #expect(try script.answers().count == 1)
    let cycle = try ReadScript(
      "include \"a.anw\"", files: ["a.anw": "引入 “b.anw”", "b.anw": "include \"a.anw\""])
    #expect(cycle.codes == ["E1311"])
    let alone = try ReadScript("include \"script.anw\"", files: ["script.anw": ""])
    #expect(alone.codes == ["E1311"])
    #expect(try ReadScript("include \"../x.anw\"").codes == ["E1313"])
  }

  @Test("a hundred files deep works, and without end is refused", arguments: [(100, 0), (400, 1)])
  func depth(count: Int, errorCount: Int) throws {
    var files: [String: String] = [:]
    for index in 0..<count { files["\(index).anw"] = "include \"\(index + 1).anw\"" }
    files["\(count).anw"] = "tasks | summarize count"
    let script = try ReadScript("include \"0.anw\"", files: files)
    #expect(script.codes.count == errorCount)
    #expect(script.codes.allSatisfy { $0 == "E1312" })
  }

  @Test("names that stand for one another do not explode")
  func expansion() throws {
    var lines = ["define x0(a) = a + 1"]
    for index in 1...40 {
      lines.append("define x\(index)(a) = x\(index - 1)(a) + x\(index - 1)(a)")
    }
    #expect(
      try ReadScript(lines.joined(separator: "\n") + "\ntasks where x40(number) > 1").codes.count
        == 1)
    var queries = ["let q0 = tasks where number > 1"]
    for index in 1...100 {
      queries.append("let q\(index) = q\(index - 1) where number < \(100 + index)")
    }
    let chain = try ReadScript(queries.joined(separator: "\n") + "\nq100 | summarize count")
    #expect(try chain.answers() == ["count 26"])
    let endless = try ReadScript("define f(a) = f(a) + 1\ntasks where f(number) > 1")
    #expect(endless.codes.count == 1)
  }

  @Test("what a broken name leads to is no mistake of its own")
  func oneMistakeEach() throws {
    let script = try ReadScript(
      """
      let late = hazards overdu
      late | summarize count
      tasks where x > 3
      param n: many
      tasks where number = n
      tasks | summarize count
      """)
    #expect(script.codes == ["E0201", "E0201", "E1301"])
    #expect(try script.answers() == ["count 27"])
  }

  @Test("names do not leak from one script into another, and the prompt keeps them")
  func scope() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"), language: .english)
    var reader = ScriptReader(session: session, files: FilesInMemory())
    try reader.read(SourceText("let late = hazards overdue"))
    try reader.read(SourceText("late"))
    #expect(reader.firstError?.code == "E0202")
    session.names = try ReadScript("let late = hazards overdue").reader.names
    #expect(throws: Never.self) { try session.ask("late | summarize count") }
    #expect(session.completions(before: "la").words.contains { $0.spelling == "late" })
    // At the prompt a later statement may give the name anew, in terms of the earlier one.
    let again = try ReadScript("let late = late where level = major", session: session)
    session.names = again.reader.names
    let count = try session.ask("late | summarize count").text(as: .csv)
    #expect(count == "count\n2\n")
  }

  @Test("a script is no question")
  func questions() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"), language: .english)
    for text in ["title \"x\"", "let a = tasks", "param x: int = 1", "tasks | write \"x.csv\""] {
      let error = #expect(throws: SessionError.self) { try session.ask(text) }
      #expect(error?.code == "E1307", "\(text)")
    }
  }

  @Test("no beginning of a script is a trap, nor is one without a character")
  func mutations() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"), language: .english)
    let script = Array(
      "参数 a: 整数 = 3; define f(d) = d < today - a; 设 慢 = hazards where f(due_on); title “x”; 慢 | 取 2"
    )
    for end in script.indices.reversed() where end % 2 == 0 {
      _ = try? ReadScript(String(script[..<end]), missing: .haveStandIns, session: session)
      let shorter = String(script[..<end] + script[(end + 1)...])
      _ = try? ReadScript(shorter, missing: .haveStandIns, session: session)
    }
  }
}
