import AnwenTestSupport
import Testing

@Suite("The tool: describe --draft")
struct DraftTests {
  /// Drafts a model of a folder, puts it there, and gives what the tool then answers.
  private func answers(
    _ folder: TemporaryFolder, _ questions: [String], language: String = "en"
  ) throws -> [ProgramRun] {
    let draft = try anwen("describe", "--draft", folder.path, "--lang", language)
    #expect(draft.status == 0, "\(draft.errorText)")
    try writeFile(draft.output, to: folder.path + "/model.anw")
    return try questions.map { question in
      let run = try anwen("-d", folder.path, "-f", "csv", question)
      #expect(run.status == 0, "\(question)\n\(run.errorText)\n\(draft.text)")
      return run
    }
  }

  private func write(_ files: [String: String], to folder: TemporaryFolder) throws {
    for (name, text) in files { try writeFile(Array(text.utf8), to: folder.path + "/" + name) }
  }

  @Test("the plan's tables without their model")
  func plan() throws {
    let folder = TemporaryFolder()
    let source = shellQuoted(packagePath("Examples/dizhuang-2024"))
    _ = runCommand(["sh", "-c", "cp \(source)/*.csv \(shellQuoted(folder.path))"])
    let runs = try answers(
      folder,
      [
        "hazards | where level = 重大 | summarize count by category",
        "tasks with leaders | summarize count",
        "inspections in 2024-05 | summarize count by point.department | take 2",
      ])
    // 18 major hazards; tasks 11 to 27 name their leaders.
    let counts = runs[0].lines.dropFirst().compactMap { $0.split(separator: ",").last }
    #expect(counts.compactMap { Int($0) }.reduce(0, +) == 18)
    #expect(runs[1].lines == ["count", "17"])
    #expect(runs[2].lines.count == 3)
  }

  @Test("headers that are no names, files that are no tables, names that are taken")
  func hostile() throws {
    let folder = TemporaryFolder()
    try write(
      [
        "Bad Names!.csv": """
        id,"a ""quoted"" head",2024 total,,名称,名称,"new
        line",where,count,日期,电话,date
        1,x,1.50,,甲,乙,z,if,3,2024/1/5,013800,2024-01-05
        2,"he said ""hi"", then;",2.5,,丙,丁,z,if,4,2024/1/6,013900,2024-01-06

        """,
        "empty.csv": "", "header.csv": "only\n", "ragged.csv": "a,b\n1\n",
        "date.csv": "id,parent,kind\n1,,有\n2,1,有\n3,1,无\n4,2,无\n5,2,有\n6,1,无\n",
        "Task.csv": "Id,TASK,task\n1,a,b\n2,c,d\n",
        "task.csv": "id,task_id,date_id\n1,1,2\n2,2,3\n",
      ], to: folder)
    try writeFile([0x69, 0x64, 0x0a, 0xd2, 0xfe, 0x0a], to: folder.path + "/gb.csv")
    let runs = try answers(
      folder,
      [
        "bad_names | select id, a_quoted_head, n2024_total, `where`, 电话, date",
        "task_2 | select id, task_id.TASK", "headers", "date_2 | summarize count by kind",
      ])
    #expect(
      runs[0].lines == [
        "id,a_quoted_head,n2024_total,where,电话,date", "1,x,1.5,if,013800,2024-01-05",
        "2,\"he said \"\"hi\"\", then;\",2.5,if,013900,2024-01-06",
      ])
    #expect(runs[1].lines == ["id,task_id.task", "1,a", "2,c"])
    #expect(runs[2].lines == ["only"])
    #expect(runs[3].lines.count == 3)
    let draft = try anwen("describe", "--draft", folder.path).text
    for file in ["empty.csv", "ragged.csv", "gb.csv"] {
      #expect(draft.contains("# left out: \(file): "), "\(draft)")
    }
    #expect(draft.contains("# days in another form"))
    #expect(draft.contains("# codes: "))
  }

  @Test("Chinese headers and file names")
  func chinese() throws {
    let folder = TemporaryFolder()
    try write(
      [
        "人员.csv": "\u{feff}编号,姓名,部门\nA01,王二,综合办\nA02,李四,安监办\nA03,张三,安监办\n",
        "部门.csv": "部门,人数,占比,成立\r\n综合办,3,0.25,2020-01-01\r\n安监办,12,1e-1,2021-02-03\r\n",
        "报销记录.csv": """
        日期,部门,人员,金额
        2024-01-01,综合办,A01,12.50
        2024-01-02,安监办,A02,7
        2024-01-02,安监办,A02,7

        """,
        "text.csv": "\"#标题\",\"a|b\",text\n1,2,3\n",
      ], to: folder)
    let runs = try answers(
      folder,
      ["报销记录统计求和(金额)按部门", "2024年1月2日报销记录统计计数", "安监办的人员列出姓名", "text_2 列出 标题"],
      language: "zh")
    #expect(runs[0].lines == ["部门,sum(金额)", "安监办,14", "综合办,12.5"])
    #expect(runs[1].lines == ["count", "2"])
    #expect(runs[2].lines == ["姓名", "李四", "张三"])
  }

  @Test func whatIsNoFolderIsAnError() throws {
    let run = try anwen("describe", "--draft", "/nowhere/at/all")
    #expect(run.status == 2)
    #expect(run.isCleanFailure)
    #expect(try anwen("describe", "--draft", "x", "tasks").status == 64)
  }
}
