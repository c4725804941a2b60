import Anwen
import Testing

@Suite("Requirements")
struct RequirementTests {
  private static let model = """
    entity shop 店铺
      file "shops.csv"
      key number
      label name
      exists from opened to closed
      column number 编号: int
      column name 名称: names
      column opened 开业日期: date
      column closed 歇业日期: date

    entity visit 走访
      file "visits.csv"
      key number
      main date date
      column number 编号: int
      column shop 店铺: shop, reverse visits 走访
      column date 日期: date
    """

  private func session() throws -> Session {
    try Session(
      model: Self.model,
      tables: [
        "shops.csv": InputTable(
          csv: """
            number,name,opened,closed
            1,甲店,2024-02-29,2024-04-01
            2,乙店,,
            """),
        "visits.csv": InputTable(
          csv: """
            number,shop,date
            1,1,2024-03-20
            2,2,2024-02-01
            """),
      ], today: CalendarDate("2024-05-31"))
  }

  @Test(
    "a period counts where the row exists on one of its days",
    arguments: [
      "shops require at least 1 visits each month of January to May 2024",
      "店铺要求2024年1月到5月每月至少1次走访",
    ])
  func life(question: String) throws {
    let answer = try session().ask(question).text(as: .csv)
    #expect(
      answer == """
        number,name,period,done,required,status
        1,甲店,2024-01,0,1,not_applicable
        1,甲店,2024-02,0,1,missed
        1,甲店,2024-03,1,1,met
        1,甲店,2024-04,0,1,missed
        1,甲店,2024-05,0,1,not_applicable
        2,乙店,2024-01,0,1,missed
        2,乙店,2024-02,1,1,met
        2,乙店,2024-03,0,1,missed
        2,乙店,2024-04,0,1,missed
        2,乙店,2024-05,0,1,in_progress

        """)
  }

  @Test func statusesAreOrderedAndNamed() throws {
    let answer = try session().ask(
      "店铺要求2024年1月到5月每月至少1次走访|筛选状态>=未达标统计计数作为n 按状态排序状态")
    #expect(answer.text(as: .csv) == "status,n\nmissed,5\nin_progress,1\nnot_applicable,2\n")
  }
}
