import Anwen
import Testing

@Suite("Tables that a program hands over")
struct InputTableTests {
  struct Item: Codable, Equatable {
    let number: Int
    let title: String?
    let weight: Double?
    let price: DecimalNumber?
    let isSold: Bool?
    let cameOn: CalendarDate?
    let state: String?
    let box: String?
    let tags: [String]
    let otherBoxes: [String]
  }

  private static let full = Item(
    number: 1, title: "灯", weight: 0.5, price: DecimalNumber("9.90"), isSold: false,
    cameOn: day("2024-05-01"), state: "as_new", box: "A", tags: ["x"], otherBoxes: ["B"])
  private static let sparse = Item(
    number: 2, title: nil, weight: nil, price: nil, isSold: nil, cameOn: nil, state: nil,
    box: nil, tags: [], otherBoxes: [])

  @Test(
    "what goes in comes out",
    arguments: [[full, sparse], [sparse], [full], []])
  func roundTrip(items: [Item]) throws {
    let session = try Shelf.session(try InputTable(items))
    #expect(try session.ask(Shelf.everything).decoded(as: Item.self) == items)
  }

  @Test func rowsAreInKeyOrder() throws {
    let session = try Shelf.session([Shelf.row, Shelf.row("number", .int(-3))])
    #expect(try session.ask("items | select number").decoded(as: Int.self) == [-3, 7])
  }

  @Test func aTextCountsAsACell() throws {
    let row = ["3", "t", "2e1", "7.5", "是", "2024-01-31", "旧", "A", "x; y", ""].map {
      Value.text($0)
    }
    let item = try Shelf.session([row]).ask(Shelf.everything).decoded(as: Item.self)
    #expect(
      item == [
        Item(
          number: 3, title: "t", weight: 20, price: DecimalNumber("7.50"), isSold: true,
          cameOn: day("2024-01-31"), state: "worn", box: "A", tags: ["x", "y"], otherBoxes: [])
      ])
  }

  @Test(
    "values are checked as strictly as cells",
    arguments: [
      ("number", .missing, "E0450"), ("number", .text("x"), "E0430"),
      ("number", .bool(true), "E0443"),
      ("title", .int(1), "E0443"), ("title", .text("a\0b"), "E0414"),
      ("weight", .float(.infinity), "E0435"), ("weight", .int(1 << 53 + 1), "E0443"),
      ("weight", .text("nan"), "E0435"),
      ("price", .decimal(DecimalNumber(unscaled: 1, scale: 3)), "E0433"),
      ("price", .float(1), "E0443"),
      ("price", .decimal(DecimalNumber(unscaled: .max, scale: 0)), "E0434"),
      ("came_on", .text("2024-02-30"), "E0439"), ("came_on", .int(3), "E0443"),
      ("state", .text("used"), "E0440"), ("state", .rank(2), "E0443"),
      ("box", .int(1), "E0443"), ("tags", .list([.int(1)]), "E0443"),
      ("tags", .list([.missing]), "E0441"), ("tags", .date(CalendarDate.earliest), "E0443"),
    ] as [(String, Value, String)])
  func checks(column: String, value: Value, code: String) throws {
    let session = try Shelf.session([Shelf.row("number", .int(1)), Shelf.row(column, value)])
    let error = #expect(throws: SessionError.self) { try session.ask("items") }
    #expect(error?.status == .unreadableData)
    #expect(error?.code == code)
    #expect(error?.description.contains("row 2") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains(column) == true, "\(error?.description ?? "")")
  }

  @Test func theFormIsChecked() throws {
    let columns = Shelf.columns
    let cases: [(InputTable, String)] = [
      (InputTable(columns: columns, rows: [Shelf.row, [.int(1)]]), "E0421"),
      (InputTable(columns: Array(columns.dropLast()), rows: []), "E0426"),
      (InputTable(columns: columns + ["title"], rows: []), "E0427"),
      (InputTable(columns: columns, rows: [Shelf.row, Shelf.row]), "E0451"),
      (try InputTable([["numbr": 1]]), "E0426"),
    ]
    for (table, code) in cases {
      let session = try Shelf.session(table)
      let error = #expect(throws: SessionError.self) { try session.ask("items") }
      #expect(error?.code == code)
    }
  }

  @Test func tablesThatAreNotHandedOver() throws {
    let session = try Session(model: Shelf.model, tables: ["item": "number\n1\n"])
    let error = #expect(throws: SessionError.self) { try session.ask("items") }
    #expect(error?.code == "E0407")
    #expect(error?.description.contains("item") == true)
  }

  struct Nested: Encodable {
    let number = 1
    let title = ["deep": 1]
  }

  @Test func whatNoCellHoldsIsRefused() {
    #expect(throws: EncodingError.self) { try InputTable([Nested()]) }
    #expect(throws: EncodingError.self) { try InputTable([1, 2]) }
    #expect(throws: EncodingError.self) { try InputTable([["a"], ["b"]]) }
    #expect(throws: EncodingError.self) { try InputTable([["number": UInt64.max]]) }
    #expect(throws: EncodingError.self) { try InputTable([["tags": [["a"]]]]) }
  }
}
