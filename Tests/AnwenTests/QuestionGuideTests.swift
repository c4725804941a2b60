import Anwen
import AnwenTestSupport
import Testing

/// The chapter “Questions”: a line in each language, and the table of the first.
@Suite("The guide's questions are answered as it says")
struct QuestionGuideTests {
  struct Question: Sendable {
    let english: String
    let chinese: String
    let table: String
  }

  static func questions() throws -> [Question] {
    let blocks = try GuideTests.blocks(of: "Questions").filter { !$0.tag.isEmpty }
    return try stride(from: 0, to: blocks.count, by: 3).map { place in
      let three = Array(blocks[place..<min(place + 3, blocks.count)])
      try #require(three.map(\.tag) == ["anwen", "anwen", "text"], "at block \(place)")
      let texts = three.map { $0.lines.joined(separator: "\n") }
      return Question(english: texts[0], chinese: texts[1], table: texts[2])
    }
  }

  @Test("each line has at most three lines, and both have the rows of the table")
  func answers() throws {
    let session = try Session(folder: packagePath("Tests/Fixtures/ledger"))
    let questions = try Self.questions()
    #expect(questions.count >= 15)
    for question in questions {
      for text in [question.english, question.chinese] {
        #expect(text.split(separator: "\n").count <= 3, "\(text)")
      }
      let answer = try session.ask(question.english)
      #expect(answer.text(as: .table) == question.table + "\n", "\(question.english)")
      let rows = Self.rows(of: answer)
      #expect(Self.rows(of: try session.ask(question.chinese)) == rows, "\(question.chinese)")
    }
  }

  /// The rows without their header, which each language gives names of its own.
  private static func rows(of answer: Answer) -> [Substring] {
    Array(answer.text(as: .csv).split(separator: "\n").dropFirst())
  }
}
