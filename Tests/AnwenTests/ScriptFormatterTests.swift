import Anwen
import AnwenDiagnostics
import AnwenTestSupport
import Testing

@Suite("Formatting scripts")
struct ScriptFormatterTests {
  private let session: Session

  init() throws {
    session = try Session(folder: packagePath("Examples/dizhuang-2024"), language: .english)
  }

  private func format(_ text: String, _ language: Language? = nil) throws -> String {
    try ScriptFormatter(session: session, language: language)
      .format(SourceText(text), files: FilesInMemory())
  }

  @Test func commentsAndEmptyLinesStay() throws {
    let text = """


      # head
      tasks   where   section=4   # trailing
         # about the columns
         | select number,title   # only these



      # before
      ;tasks; 任务统计计数按部分   # same line

      # last
      """
    let formatted = """
      # head
      tasks
        | where section = 4  # trailing
        # about the columns
        | select number, title  # only these

      # before
      tasks
      任务 | 统计 计数 按 部分  # same line

      # last

      """
    #expect(try format(text) == formatted)
    #expect(try format(formatted) == formatted)
  }

  @Test(
    "every statement in both languages",
    arguments: [
      ("param who: leader = 武长庚", "参数 who: 领导 = 武长庚"),
      ("param p: period = last month", "参数 p: 时段 = 上个月"),
      ("param p: period = 2024", "参数 p: 时段 = 2024年"),
      ("param n: int = -3", "参数 n: 整数 = -3"),
      ("param risk_: risk = major", "参数 risk_: 风险 = 重大"),
      ("param t: text = \"a \"\"b\"\"\"", "参数 t: 文本 = \"a \"\"b\"\"\""),
      ("let late = hazards overdue", "设 late = 逾期的隐患"),
      ("let `a b` = tasks | take 3", "设 `a b` = 任务 | 取 3"),
      ("define f(a, b) = a < b and not a = 3", "定义 f(a, b) = a < b 且 非 a = 3"),
      ("define span = closed_on - found_on", "定义 span = 销号日期 - 发现日期"),
      ("title \"x\"", "标题 \"x\""), ("note \"x\"", "说明 \"x\""),
      ("tasks | write \"x.csv\"", "任务 | 写入 \"x.csv\""),
      ("tasks | derive x = if number > 3 then 1 else 2", "任务 | 计算 如果 编号 > 3 则 1 否则 2 作为 x"),
    ])
  func statements(english: String, chinese: String) throws {
    #expect(try format(english, .chinese) == chinese + "\n")
    #expect(try format(chinese, .chinese) == chinese + "\n")
    let back = try format(chinese, .english)
    #expect(try format(english) == back)
    #expect(try format(back, .chinese) == chinese + "\n")
  }

  @Test("examples and the guide's scripts go to Chinese and back")
  func translations() throws {
    var scripts = ["Examples/briefing.anw"].map { try? packageFile($0) }.compactMap { $0 }
    scripts += try GuideTests.blocks(of: "Scripts").filter { $0.tag == "anwen-script" }
      .map { $0.lines.joined(separator: "\n") }
    for script in scripts {
      let usual = try format(script)
      #expect(try format(usual) == usual)
      let chinese = try format(script, .chinese)
      let english = try format(script, .english)
      #expect(try format(chinese, .english) == english)
      #expect(try format(english, .chinese) == chinese)
      // The same answers, whatever the language of the text.
      let answers = try ReadScript(script, missing: .haveStandIns, session: session).answers()
      let again = try ReadScript(chinese, missing: .haveStandIns, session: session).answers()
      #expect(answers == again)
    }
  }

  @Test(
    "an example goes to the other language and comes back unchanged",
    arguments: [
      ("Examples/briefing.anw", Language.english, Language.chinese),
      ("Examples/bulletin.anw", .chinese, .english),
    ])
  func thereAndBack(path: String, own: Language, other: Language) throws {
    let script = try packageFile(path)
    #expect(try format(script) == script)
    #expect(try format(script, own) == script)
    #expect(try format(format(script, other), own) == script)
  }

  @Test func aScriptWithAMistakeIsNotFormatted() {
    #expect(throws: SessionError.self) { try format("tasks\ntasks ownd by x") }
  }
}
