import Anwen
import Testing

@Suite("Rows decode into the types of a program")
struct DecodingTests {
  enum State: String, Codable {
    case new = "as_new"
    case worn
  }

  struct Item: Decodable, Equatable {
    let number: Int
    let title: String
    let weight: Double
    let price: DecimalNumber
    let isSold: Bool
    let cameOn: CalendarDate
    let state: State
    let box: String
    let tags: [String]
    let otherBoxes: [String]
  }

  private func answer(_ rows: [[Value]] = [Shelf.row]) throws -> Answer {
    try Shelf.session(rows).ask(Shelf.everything)
  }

  @Test func everyTypeOfColumn() throws {
    let items = try answer().decoded(as: Item.self)
    #expect(
      items == [
        Item(
          number: 7, title: "灯", weight: 1.5, price: DecimalNumber(unscaled: 125, scale: 1),
          isSold: true, cameOn: day("2024-02-29"), state: .worn, box: "B", tags: ["a;b", "红"],
          otherBoxes: ["A", "B"])
      ])
  }

  struct Sparse: Decodable, Equatable {
    let title: String?
    let price: DecimalNumber?
    let cameOn: CalendarDate?
    let state: State?
    let tags: [String]?
    /// The answer has no such column.
    let colour: String?
  }

  @Test func missingIsNilAndAListIsNeverMissing() throws {
    let row: [Value] =
      [.int(1)] + Array(repeating: .missing, count: Shelf.columns.count - 1)
    let items = try answer([row]).decoded(as: Sparse.self)
    #expect(
      items == [
        Sparse(title: nil, price: nil, cameOn: nil, state: nil, tags: [], colour: nil)
      ])
  }

  struct Exact: Decodable {
    let day: CalendarDate
    let number: Int

    enum CodingKeys: String, CodingKey {
      case day = "came_on"
      case number = "count"
    }
  }

  @Test func columnsAreFoundByTheirOwnNamesToo() throws {
    let rows = try Shelf.session([Shelf.row])
      .ask("items | summarize count by came_on").decoded(as: Exact.self)
    #expect(rows.map(\.number) == [1])
    #expect(rows.map(\.day) == [day("2024-02-29")])
  }

  @Test func oneColumnDecodesIntoPlainValues() throws {
    let session = try Shelf.session([Shelf.row, Shelf.row("number", .int(2))])
    #expect(try session.ask("items | select number").decoded(as: Int.self) == [2, 7])
    #expect(
      try session.ask("items | select tags").decoded(as: [String].self).first == ["a;b", "红"])
    #expect(try session.ask("items | select state").decoded(as: State?.self) == [.worn, .worn])
    #expect(
      try session.ask("items | select month(came_on) as m").decoded(as: Period.self)
        == Array(repeating: Period("2024-02"), count: 2))
    #expect(try session.ask("items | select came_on").decoded(as: String.self)[0] == "2024-02-29")
    let rows = try session.ask("items | select title, box").decoded(as: [String: String].self)
    #expect(rows[1] == ["title": "灯", "box": "B"])
  }

  @Test("numbers are checked", arguments: [(127, true), (128, false), (-129, false)])
  func ranges(number: Int64, fits: Bool) throws {
    let answer = try Shelf.session([Shelf.row("number", .int(number))]).ask(
      "items | select number")
    #expect(try answer.decoded(as: Int64.self) == [number])
    #expect(try answer.decoded(as: Double.self) == [Double(number)])
    if fits {
      #expect(try answer.decoded(as: Int8.self) == [Int8(truncatingIfNeeded: number)])
    } else {
      #expect(throws: DecodingError.self) { try answer.decoded(as: Int8.self) }
    }
  }

  @Test func decimalsGiveWholeNumbersOnlyWhereTheyAreWhole() throws {
    let session = try Shelf.session([Shelf.row("price", .int(12))])
    #expect(try session.ask("items | select price").decoded(as: Int.self) == [12])
    let uneven = try answer()
    #expect(throws: DecodingError.self) { try uneven.decoded(as: WholePrice.self) }
    #expect(try session.ask("items | select price").decoded(as: Double.self) == [12])
  }

  struct WholePrice: Decodable { let price: Int }
  struct TextNumber: Decodable { let number: String }
  struct NoTitle: Decodable { let title: String }
  struct Unknown: Decodable { let colour: String }
  struct BadTags: Decodable { let tags: [Int] }
  struct WrongState: Decodable { let state: OtherState }
  enum OtherState: String, Decodable { case broken }

  /// The context of the error that decoding the second of two rows gives.
  private func failure<Row: Decodable>(
    _ type: Row.Type, second: [Value]
  ) throws -> DecodingError.Context? {
    let answer = try answer([Shelf.row("number", .int(1)), second])
    switch #expect(throws: DecodingError.self, performing: { try answer.decoded(as: type) }) {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      return context
    default: return nil
    }
  }

  @Test func errorsNameRowAndColumn() throws {
    #expect(
      try failure(NoTitle.self, second: Shelf.row("title", .missing))?.debugDescription
        == "row 2, column 'title': the value is missing, and String is no optional")
    #expect(
      try failure(WholePrice.self, second: Shelf.row)?.debugDescription
        == "row 1, column 'price': the number 12.5 does not fit Int")
    #expect(
      try failure(TextNumber.self, second: Shelf.row)?.debugDescription
        == "row 1, column 'number': an int does not decode as String")
    #expect(
      try failure(BadTags.self, second: Shelf.row)?.debugDescription
        == "row 1, column 'tags', element 1: a text does not decode as Int")
    let unknown = try failure(Unknown.self, second: Shelf.row)?.debugDescription
    #expect(unknown?.hasPrefix("row 1: no column 'colour'; the answer has number, title,") == true)
    // The standard library words this one; its path says where.
    let path = try failure(WrongState.self, second: Shelf.row)?.codingPath
    #expect(path?.map(\.stringValue) == ["Index 0", "state"])
  }

  @Test func manyColumnsAreNotOneValue() throws {
    let answer = try answer()
    #expect(throws: DecodingError.self) { try answer.decoded(as: Int.self) }
    #expect(throws: DecodingError.self) { try answer.decoded(as: [String].self) }
  }

  class Base: Decodable {
    let number: Int
  }

  final class Derived: Base {
    let title: String

    private enum Keys: String, CodingKey { case title }

    required init(from decoder: any Decoder) throws {
      title = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .title)
      try super.init(from: decoder)
    }
  }

  @Test func aClassAndItsSuperclassShareTheRow() throws {
    let item = try #require(try answer().decoded(as: Derived.self).first)
    #expect(item.number == 7)
    #expect(item.title == "灯")
  }

  @Test func anEmptyAnswerIsAnEmptyArray() throws {
    #expect(try answer([]).decoded(as: Item.self).isEmpty)
  }
}
