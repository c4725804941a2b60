import Anwen
import AnwenTestSupport
import Testing

@Suite("Sessions")
struct SessionTests {
  /// A question in both languages and the keys of its rows, worked out from the fixture's files.
  static let questions: [(english: String, chinese: String, keys: [Int])] = [
    ("loans overdue", "逾期的借阅", [7]),
    ("loans borrowed by 孙小雨", "孙小雨借阅的借阅", [3, 5]),
    ("books with at least 2 loans", "至少有2次借阅的图书", [1, 2, 4, 6, 8]),
    ("loans returned 2024-02", "2024年2月归还的借阅", [4, 5, 6]),
    ("books lent", "在借的图书", [1, 3, 6, 9]),
    ("books with no loans", "没有借阅的图书", [5, 10]),
    ("books written by both 王小明 and 李小红", "王小明、李小红共同所著的图书", [5]),
    ("loans longer than 28 days", "超过28天的借阅", [2, 5, 9]),
    ("loans this month", "本月借阅", [13, 14]),
    ("loans in 2023", "在2023年的借阅", [1, 2, 3]),
    (
      "loans where borrowed_on between 2024-02-01 and 2024-03-04",
      "借阅 筛选 借出日期 介于 2024-02-01 和 2024-03-04", [6, 7, 8]
    ),
    ("books where price > 35 | sort price desc", "图书 筛选 定价 > 35 | 排序 定价 降序", [10, 5, 4]),
  ]

  @Test("both spellings give the same rows", arguments: questions)
  func answers(english: String, chinese: String, keys: [Int]) throws {
    let session = try library()
    for (question, language) in [(english, Language.english), (chinese, .chinese)] {
      let answer = try session.ask(question)
      #expect(answer.map { $0["number"] } == keys.map { .int(Int64($0)) }, "\(question)")
      #expect(answer.language == language)
    }
  }

  @Test func sessionsOnOneDataSetWorkSideBySide() async throws {
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let session = try library()
          return try Self.questions.map { try session.ask($0.chinese).text(as: .json) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let session = try library()
    let alone = try Self.questions.map { try session.ask($0.chinese).text(as: .json) }
    #expect(answers == [alone, alone])
  }

  @Test func aSessionOutlivesAMistake() throws {
    let session = try library()
    #expect(throws: SessionError.self) { try session.ask("loans overdu") }
    #expect(try session.ask("loans overdue").count == 1)
  }

  // MARK: - Today

  @Test func todayIsGivenElseTheModels() throws {
    #expect(try library().today == day("2024-05-20"))
    let later = try library(today: day("2024-06-03"))
    #expect(later.today == day("2024-06-03"))
    // Loans 7, 13 and 14 are still out, 11 as well; those of 05-06 and 05-20 are due later.
    #expect(try later.ask("loans overdue | select number").decoded(as: Int.self) == [7, 11])
    #expect(try library(today: day("2024-06-04")).ask("loans overdue").count == 3)
  }

  // MARK: - Language

  @Test func messagesSpeakTheSessionsLanguageElseTheQuestions() throws {
    func message(_ question: String, _ language: Language?) throws -> String {
      let session = try library(language: language)
      let error = #expect(throws: SessionError.self) { try session.ask(question) }
      return error?.description ?? ""
    }
    #expect(try message("loans overdu", nil).hasPrefix("error E0201"))
    #expect(try message("逾其的借阅", nil).hasPrefix("错误 E0201"))
    #expect(try message("loans overdu", .chinese).hasPrefix("错误 E0201"))
    #expect(try message("逾其的借阅", .english).hasPrefix("error E0201"))
  }

  // MARK: - Text

  @Test func answersAreWrittenInEachFormat() throws {
    let answer = try library().ask("loans overdue | select number, reader, borrowed_on")
    // A reference is its label for people and its key for machines.
    #expect(
      answer.text(as: .table) == """
        number  reader  borrowed on
        ──────  ──────  ───────────
             7  周小舟  2024-03-04
        (1 row)
        Sample: invented rows, for trying things out.

        """)
    #expect(
      answer.text(as: .json) == """
        [
        {"number":7,"reader":"R04","borrowed_on":"2024-03-04"}
        ]

        """)
    #expect(answer.text(as: .csv) == "number,reader,borrowed_on\n7,R04,2024-03-04\n")
    #expect(answer.text(as: .markdown).contains("周小舟"))
  }

  @Test func headingsFollowTheLanguage() throws {
    let text = try library(language: .chinese).ask("loans overdue").text(as: .table)
    #expect(text.hasPrefix("编号  图书"))
    #expect(text.contains("雨夜来信") && text.hasSuffix("示例数据：虚构的台账，仅供试用。\n"))
  }

  @Test func valuesAreFoundByTheNameOfTheirColumn() throws {
    let answer = try library().ask("books | select number, authors, genre")
    #expect(answer.schema.fields.map(\.name) == ["number", "authors", "genre"])
    #expect(answer[4]["authors"] == .list([.text("王小明"), .text("李小红")]))
    #expect(answer[4]["genre"] == .rank(1))
    #expect(answer[9]["authors"] == .list([]))
    #expect(answer[0]["title"] == nil)
  }
}
