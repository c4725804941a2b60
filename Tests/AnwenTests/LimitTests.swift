import Anwen
import AnwenTestSupport
import Testing

/// A small data set for questions of any size.
private func openSession() throws -> Session {
  let model = """
    data "Shops" 商店
    as of 2024-11-15
    entity shop 商店
      file "shops.csv"
      key number
      default number
      column number 编号: int
      column opened 开业: date
      main date opened
      condition old 老 = opened < today
    entity visit 走访
      file "visits.csv"
      key number
      column number 编号: int
      column shop 商店: shop, reverse visits 走访
    """
  return try Session(
    model: model,
    tables: [
      "shops.csv": "number,opened\n1,2024-01-01\n2,\n", "visits.csv": "number,shop\n7,1\n",
    ])
}

/// A question that is made of many equal parts, by their number.
struct LargeQuestion: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: @Sendable (Int) -> String

  init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.text = text
  }

  static func repeated(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  static let nested = [
    LargeQuestion("brackets") {
      "shops where " + repeated("(", $0) + "number = 1" + repeated(")", $0)
    },
    LargeQuestion("brackets behind the noun") {
      "shops " + repeated("(", $0) + "number = 1" + repeated(")", $0)
    },
    LargeQuestion("functions") {
      "shops where " + repeated("abs(", $0) + "number" + repeated(")", $0) + " = 1"
    },
    LargeQuestion("not") { "shops where " + repeated("not ", $0) + "number = 1" },
    LargeQuestion("not behind the noun") { "shops " + repeated("not ", $0) + "old" },
    LargeQuestion("未") { repeated("未 ", $0) + "老的商店" },
    LargeQuestion("minus") { "shops where number = " + repeated("- ", $0) + "1" },
    LargeQuestion("clauses") {
      "shops with visits" + repeated(" with shop with visits", $0 / 2)
    },
    LargeQuestion("branches") {
      "shops where " + repeated("if old then ", $0) + "1" + repeated(" else 2", $0) + " = 1"
    },
  ]

  static let flat = [
    LargeQuestion("or") { "shops where number = 1" + repeated(" or number = 1", $0) },
    LargeQuestion("and") { "shops where number = 1" + repeated(" and number < 9", $0) },
    LargeQuestion("plus") { "shops where number < 2" + repeated("+0", $0 - 1) },
    LargeQuestion("or of modifiers") { "shops old" + repeated(" or old", $0) },
  ]
}

@Suite("Limits of questions")
struct LimitTests {
  @Test("a hundred levels are answered", arguments: LargeQuestion.nested)
  func nestedQuestionIsAnswered(question: LargeQuestion) throws {
    let answer = try openSession().ask(question.text(100))
    #expect(answer.text(as: .csv) == "number\n1\n")
  }

  @Test("ten thousand levels are refused", arguments: LargeQuestion.nested)
  func deepQuestionIsRefused(question: LargeQuestion) throws {
    let session = try openSession()
    let error = #expect(throws: SessionError.self) { try session.ask(question.text(10_000)) }
    #expect(error?.code == "E0605")
  }

  @Test("two thousand terms are answered", arguments: LargeQuestion.flat)
  func longQuestionIsAnswered(question: LargeQuestion) throws {
    let answer = try openSession().ask(question.text(2_000))
    #expect(answer.text(as: .csv) == "number\n1\n")
  }

  @Test("six thousand terms are refused", arguments: LargeQuestion.flat)
  func endlessQuestionIsRefused(question: LargeQuestion) throws {
    let session = try openSession()
    let error = #expect(throws: SessionError.self) { try session.ask(question.text(6_000)) }
    #expect(error?.code == "E0606")
  }

  @Test func tenThousandValuesAreAnswered() throws {
    let values = (1...10_000).map(String.init).joined(separator: ", ")
    let answer = try openSession().ask("shops where number in (\(values))")
    #expect(answer.text(as: .csv) == "number\n1\n2\n")
  }

  @Test func fiveHundredColumnsAreAnswered() throws {
    let items = (1...500).map { "number + \($0) as c\($0)" }.joined(separator: ", ")
    let answer = try openSession().ask("shops | select \(items) | take 1 | select c1, c500")
    #expect(answer.text(as: .csv) == "c1,c500\n2,501\n")
  }

  /// Each part may be said of the rows behind it in several ways.
  @Test(
    "rows of rows of rows are answered",
    arguments: [
      // Points 7, 8 and 10 have no hazard that is open.
      (LargeQuestion.repeated("没有未销号隐患的", 40) + "点位统计计数", "count\n3\n"),
      // Of all points with hazards there are visits.
      (LargeQuestion.repeated("有走访的点位的隐患的点位的", 30) + "隐患统计计数", "count\n28\n"),
    ])
  func longChain(question: String, expected: String) throws {
    let session = try Session(folder: packagePath("Tests/Fixtures/ledger"))
    #expect(try session.ask(question).text(as: .csv) == expected)
  }

  @Test(
    "too many parts are refused",
    arguments: [
      "shops | select number" + LargeQuestion.repeated(", number", 4_000),
      "shops | sort number" + LargeQuestion.repeated(", number", 4_000),
      "shops where number in (1" + LargeQuestion.repeated(", 1", 25_000) + ")",
      "shops" + LargeQuestion.repeated(" old", 500),
      "shops" + LargeQuestion.repeated(", old", 2_000),
      "shops" + LargeQuestion.repeated(" | take 1", 2_000),
    ])
  func manyPartsAreRefused(question: String) throws {
    let session = try openSession()
    let error = #expect(throws: SessionError.self) { try session.ask(question) }
    #expect(error?.code == "E0606")
  }
}
