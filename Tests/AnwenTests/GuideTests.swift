import Anwen
import AnwenData
import AnwenTestSupport
import Testing

@Suite("The guides say what is so")
struct GuideTests {
  /// A fenced block of a guide: what stands behind the fence, and the lines inside.
  struct Block {
    let tag: String
    let lines: [String]
  }

  static func blocks(of guide: String) throws -> [Block] {
    let text = try packageFile("Sources/Anwen/Anwen.docc/\(guide).md")
    var blocks: [Block] = []
    var open: (tag: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let (tag, lines) = open {
          blocks.append(Block(tag: tag, lines: lines))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  private static func lines(of guide: String, tagged tag: String) throws -> [String] {
    try blocks(of: guide).filter { $0.tag == tag }.flatMap(\.lines).filter { !$0.isEmpty }
  }

  /// The chapters about the language.
  private static let guides = [
    "QueryLanguage", "Types", "Functions", "Stages", "Relations", "Analysis", "Time",
    "ShortForms", "Errors",
  ]

  @Test func everyQuestionOfTheLanguageIsAnswered() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let questions = try Self.guides.flatMap { try Self.lines(of: $0, tagged: "anwen") }
    #expect(questions.count > 80)
    for question in questions {
      #expect(throws: Never.self, "\(question)") { try session.ask(question) }
    }
  }

  @Test func everyMistakeOfTheLanguageHasItsCode() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let mistakes = try Self.guides.flatMap { try Self.lines(of: $0, tagged: "anwen-error") }
    #expect(mistakes.count > 8)
    for mistake in mistakes {
      let code = mistake.split(separator: "# ").last.map(String.init)
      let error = #expect(throws: SessionError.self, "\(mistake)") { try session.ask(mistake) }
      #expect(error?.code == code, "\(mistake)")
    }
  }

  /// A block whose tag ends in a code is a script with that mistake; any other is right.
  @Test func everyScriptIsReadOrHasItsCode() throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let blocks = try ["Scripts", "Errors"].flatMap { try Self.blocks(of: $0) }
    let scripts = blocks.filter { $0.tag.hasPrefix("anwen-script") }
    #expect(scripts.count > 15)
    for block in scripts {
      let code = block.tag.split(separator: " ").dropFirst().first.map(String.init)
      let text = block.lines.joined(separator: "\n")
      let script = try ReadScript(text, session: session)
      #expect(script.codes.first == code, "\(text)")
      if code == nil { #expect(throws: Never.self, "\(text)") { try script.answers() } }
    }
  }

  /// The guide's own tables and model, put together as a reader would.
  private func harbour() throws -> Session {
    let blocks = try Self.blocks(of: "Model")
    var tables: [String: InputTable] = [:]
    for block in blocks where block.tag.hasPrefix("csv ") {
      tables[String(block.tag.dropFirst(4))] = InputTable(
        csv: block.lines.joined(separator: "\n"))
    }
    let model = try #require(blocks.first { $0.tag == "anwen-model" })
    return try Session(model: model.lines.joined(separator: "\n"), tables: tables)
  }

  @Test func theFirstModelAnswersItsQuestions() throws {
    let session = try harbour()
    for question in try Self.lines(of: "Model", tagged: "anwen") {
      #expect(throws: Never.self, "\(question)") {
        let answer = try session.ask(question)
        #expect(!answer.isEmpty, "\(question)")
      }
    }
  }

  @Test func theDraftOfTheFirstTablesIsShown() throws {
    let blocks = try Self.blocks(of: "Model")
    var files: [String: [UInt8]] = [:]
    for block in blocks where block.tag.hasPrefix("csv ") {
      files[String(block.tag.dropFirst(4))] = Array(block.lines.joined(separator: "\n").utf8)
    }
    let draft = ModelDraft(
      files: files.keys.sorted(), of: MemorySource(files), title: "harbour", language: .english)
    let shown = try #require(blocks.first { $0.tag == "anwen-draft" })
    #expect(draft.text == shown.lines.joined(separator: "\n") + "\n")
    let tables = files.mapValues { InputTable(csv: String(decoding: $0, as: UTF8.self)) }
    let session = try Session(model: draft.text, tables: tables)
    for question in try Self.lines(of: "Model", tagged: "anwen-draft-questions") {
      #expect(throws: Never.self, "\(question)") {
        let answer = try session.ask(question)
        #expect(!answer.isEmpty, "\(question)")
      }
    }
  }

  @Test(
    "the first model means what it says",
    arguments: [
      ("stays paid by 海燕", [12]), ("stays present", [13]), ("满14天的停泊", [12, 13]),
      ("boats with no stays this month", [1, 2]), ("sail boats with at least 2 stays", [1]),
      // Boat 2 paid 620.50, boat 1 140 and 90, boat 3 48.
      ("boats | derive total = sum(fee of stays) | sort total desc", [2, 1, 3]),
    ])
  func meaning(question: String, keys: [Int]) throws {
    let numbers = try harbour().ask(question).map { $0["number"] }
    #expect(numbers == keys.map { .int(Int64($0)) })
  }
}
