import Anwen

/// What the program wants to know of a repair that is not finished.
struct OpenRepair: Decodable {
  let number: Int
  let state: State
  let broughtOn: CalendarDate
  let owner: String
  let price: DecimalNumber?
}

struct Turnover: Decodable {
  let month: Period
  let count: Int
  let total: DecimalNumber
}

do {
  let session = try Session(
    model: model,
    tables: [
      "customers": InputTable(customers), "bikes": InputTable(bikes),
      "repairs": InputTable(repairs),
    ])
  session.limits.maxRows = 1_000

  let open = try session.ask(
    "repairs open | select number, state, brought_on, bike.owner.name as owner, price"
  ).decoded(as: OpenRepair.self)
  for repair in open {
    let price = repair.price.map { "\($0)" } ?? "no price yet"
    print("\(repair.number): \(repair.state) since \(repair.broughtOn), \(repair.owner), \(price)")
  }

  // The same language in Chinese; columns are called by their canonical names all the same.
  let turnover = try session.ask(
    "今年完工的维修 | 统计 计数 作为 count, 求和(费用) 作为 total 按 月(完工日期) 作为 month"
  ).decoded(as: Turnover.self)
  for line in turnover { print("\(line.month): \(line.count), \(line.total)") }

  print(try session.ask("沈小禾拥有的自行车").text(as: .table), terminator: "")

  _ = try session.ask("repairs finnished this month")
} catch let error as SessionError {
  // The last question is misspelt: the message shows where, and what was meant.
  print("status \(error.status.rawValue), \(error.code)")
  print(error.description, terminator: "")
}
