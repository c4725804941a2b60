import Anwen

/// The program's own types; the tables are made of them as they are.
struct Customer: Encodable {
  let number: Int
  let name: String
  let memberSince: CalendarDate?
}

struct Bike: Encodable {
  let number: Int
  let owner: Int
  let description: String
  let parts: [String]
}

/// Its cases are the values of the model's enumeration.
enum State: String, Codable {
  case waiting
  case inWork = "in_work"
  case done
}

struct Repair: Encodable {
  let number: Int
  let bike: Int
  let state: State
  let broughtOn: CalendarDate?
  let finishedOn: CalendarDate?
  let price: DecimalNumber?
}

let customers = [
  Customer(number: 1, name: "Ada Lund", memberSince: CalendarDate("2023-04-01")),
  Customer(number: 2, name: "沈小禾", memberSince: CalendarDate("2024-10-15")),
  Customer(number: 3, name: "Ben Okoro", memberSince: nil),
]

let bikes = [
  Bike(number: 10, owner: 1, description: "blue tourer", parts: ["hub dynamo", "rack"]),
  Bike(number: 11, owner: 2, description: "折叠车", parts: []),
  Bike(number: 12, owner: 3, description: "cargo bike", parts: ["motor"]),
]

let repairs = [
  repair(100, of: 10, .done, "2025-03-03", "2025-03-07", price: "48.50"),
  repair(101, of: 11, .done, "2025-04-28", "2025-05-02", price: "19.90"),
  repair(102, of: 12, .inWork, "2025-05-06", nil, price: "210.00"),
  repair(103, of: 10, .waiting, "2025-05-19", nil, price: nil),
]

private func repair(
  _ number: Int, of bike: Int, _ state: State, _ broughtOn: String, _ finishedOn: String?,
  price: String?
) -> Repair {
  Repair(
    number: number, bike: bike, state: state, broughtOn: CalendarDate(broughtOn),
    finishedOn: finishedOn.flatMap(CalendarDate.init), price: price.flatMap(DecimalNumber.init))
}
