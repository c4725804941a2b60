import Anwen
import Testing

/// Rows with missing cells, references to rows that are not there, and two people of one name.
private func openSession() throws -> Session {
  let model = """
    data "Jobs" 工作
    as of 2024-11-15
    enumeration risk 风险: low 低, medium 一般, major 重大
    entity person 人员
      plural people
      file "people.csv"
      key number
      label name
      default number, name
      column number 编号: int
      column name 姓名: names
      column boss 上级: person, reverse reports 下属
    entity job 工作
      file "jobs.csv"
      key number
      main date due
      default number, risk
      column number 编号: int
      column risk 风险: risk
      column lead 牵头人: person, reverse leads 牵头工作
      column helpers 协办人: list of person, reverse helped 协办工作
      column due 期限: date
      column boss 上级领导: person, reverse overseen 分管工作 = lead.boss
      condition late 逾期 = due < today
      phrase "led by {lead}" "{lead}牵头" = lead in {lead}
    """
  return try Session(
    model: model,
    tables: [
      "people.csv": "number,name,boss\n1,王小明,\n2,李小红,1\n3,王小明,99\n",
      "jobs.csv": """
      number,risk,lead,helpers,due
      1,low,1,1;1;2,2024-01-31
      2,major,,,2024-12-31
      3,,99,99,
      4,medium,2,2;3,2024-02-29

      """,
    ])
}

@Suite("What questions mean")
struct MeaningTests {
  @Test(
    "rows",
    arguments: [
      // A condition and its complement split the rows in two, also where a value is missing.
      ("jobs late | select number", "number 1 4"),
      ("jobs where not late | select number", "number 2 3"),
      ("jobs where risk > low | select number", "number 2 4"),
      ("jobs where not risk > low | select number", "number 1 3"),
      ("jobs where risk not in (low, major) | select number", "number 3 4"),
      ("jobs where not (due between 2024-01 and 2024-06) | select number", "number 2 3"),
      ("jobs where not helpers has 李小红 | select number", "number 2 3"),
      // A reference to a row that is not there reaches nothing, and is not missing.
      ("jobs where lead is missing | select number", "number 2"),
      ("jobs with lead | select number", "number 1 4"),
      ("jobs where lead.boss is missing | select number", "number 1 2 3"),
      // A job that names a helper twice is that helper's once.
      ("people | select number, count(helped)", "number,count(helped) 1,1 2,2 3,1"),
      ("people | select number, count(overseen)", "number,count(overseen) 1,1 2,0 3,0"),
      // Years and periods.
      ("jobs where due between 2024 and 2024 | select number", "number 1 2 4"),
      (
        "jobs | summarize count by month(due) as m | where m in 2024Q1",
        "m,count 2024-01,1 2024-02,1"
      ),
      ("jobs | summarize count by year(due) as y | where y in 2024-01", "y,count"),
      ("jobs where due in 2024Q1 | take 0", "number,risk"),
    ])
  func rows(question: String, expected: String) throws {
    let lines = try openSession().ask(question).text(as: .csv).split(separator: "\n")
    #expect(lines.joined(separator: " ") == expected)
  }

  @Test(
    "mistakes",
    arguments: [
      // A name that two people have, in a phrase, in a comparison and in quotes.
      ("jobs led by 王小明", "E0213", "王小明 (1)"),
      ("jobs where lead = 王小明", "E0213", "王小明 (3)"),
      ("jobs where lead = \"王小明\"", "E0220", "1, 3"),
      ("王小明牵头的工作", "E0213", "王小明（3）"),
      ("jobs 李小红", "E0214", "“李小红”"),
      ("jobs where due = 2024", "E0323", "in"),
      // Habits from other languages.
      ("jobs where number == 4", "E0104", "did you mean: ="),
      ("jobs where number <> 4", "E0104", "did you mean: !="),
      ("people where name contains '王'", "E0104", "did you mean: \""),
      ("people where name like \"王\"", "E0201", "did you mean: contains"),
      ("jobs | limit 3", "E0201", "did you mean: take"),
      ("jobs | select number | select risk", "E0103", "“risk”"),
    ])
  func mistake(question: String, code: String, part: String) throws {
    let session = try openSession()
    let error = #expect(throws: SessionError.self) { try session.ask(question) }
    #expect(error?.code == code)
    #expect(error?.description.contains(part) == true)
  }

  @Test func endlessTextIsRefused() throws {
    let session = try openSession()
    let text = "jobs where risk = " + String(repeating: "1", count: 16 << 20)
    let error = #expect(throws: SessionError.self) { try session.ask(text) }
    #expect(error?.code == "E0607")
  }
}
