import Anwen

struct Loan: Codable { let id: Int, book: String, due: CalendarDate }

func overdueLoans(among loans: [Loan], on today: CalendarDate) throws -> [Loan] {
  let model = """
    entity loan 借阅
      file "loans"
      column id 编号: int
      column book 书名: text
      column due 期限: date
      condition overdue 逾期 = due < today
    """
  let session = try Session(model: model, tables: ["loans": InputTable(loans)], today: today)
  return try session.ask("loans overdue | sort due").decoded()
}
