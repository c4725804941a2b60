import Anwen
import AnwenTestSupport
import Glibc
import Testing

@Suite("What sessions refuse")
struct SessionErrorTests {
  private func failure(_ body: () throws -> Void) -> SessionError? {
    #expect(throws: SessionError.self, performing: body)
  }

  @Test func aFolderThatIsNotThere() {
    let error = failure { _ = try Session(folder: packagePath("Tests/Fixtures/nowhere")) }
    #expect(error?.status == .unreadableData)
    #expect(error?.code == "E0401")
    #expect(error?.description.contains("nowhere/model.anw") == true)
  }

  @Test(
    "a model with a mistake",
    arguments: [
      ("entty item", "E0501"), ("", "E0520"), ("as of 2024-02-30", "E0522"),
      ("entity item\n  column number: int", "E0528"),
      ("entity item\n  file \"a\"\n  column number: integr", "E0531"),
    ])
  func badModel(model: String, code: String) {
    let error = failure { _ = try Session(model: model, tables: [:]) }
    #expect(error?.status == .unreadableData)
    #expect(error?.description.contains(code) == true, "\(error?.description ?? "")")
  }

  @Test(
    "a mistake in a body is found when the model is opened",
    arguments: [
      ("condition odd 奇 = nummer > 1", "nummer"),
      ("column double 两倍: int = nummer * 2", "nummer"),
      ("column double 两倍: text = number * 2", "number * 2"),
      ("column half 一半: int = number / 2", "E0330"),
      ("column less 较少: decimal(1) = number * 0.25", "E0330"),
      ("phrase \"above {number}\" \"高于{number}\" = nummer > {number}", "nummer"),
      ("condition a 甲 = not b\n  condition b 乙 = not a", "“item.a”"),
    ])
  func mistakeInABody(line: String, word: String) {
    let model = "entity item 物品\n  file \"items\"\n  column number 编号: int\n  \(line)\n"
    let error = failure { _ = try Session(model: model, tables: ["items": "number\n1\n"]) }
    #expect(error?.status == .unreadableData)
    #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
  }

  @Test func aCellThatDoesNotFit() throws {
    let session = try Session(
      model: "entity item 物品\n  file \"items.csv\"\n  column number 编号: int",
      tables: ["items.csv": "number\n1\nx\n"])
    let error = failure { _ = try session.ask("items") }
    #expect(error?.status == .unreadableData)
    #expect(error?.code == "E0430")
    let words = ["items.csv", "row 3", "number", "'x' is not an integer"]
    #expect(words.allSatisfy { error?.description.contains($0) == true })
  }

  @Test(
    "questions with a mistake",
    arguments: [
      ("loans overdu", "E0201"), ("lones", "E0202"), ("", "E0107"), ("loans\nbooks", "E0107"),
      ("loans where book = \"", "E0101"), ("loans where borrowed_on > 3", "E0321"),
      ("books | select title, title", "E0215"),
    ])
  func badQuestion(question: String, code: String) throws {
    let session = try library()
    let error = failure { _ = try session.ask(question) }
    #expect(error?.status == .invalidQuery)
    #expect(error?.code == code, "\(error?.description ?? "")")
  }

  @Test func limits() throws {
    let session = try library()
    session.limits.maxRows = 10
    #expect(try session.ask("books").count == 10)
    session.limits.maxRows = 9
    let error = failure { _ = try session.ask("books") }
    #expect(error?.status == .limitReached)
    #expect(error?.code == "E0601")
    #expect(try session.ask("books | take 9").count == 9)
  }

  @Test(
    "a question is stopped",
    arguments: [
      (Session.StopReason.cancelled, SessionError.Status.interrupted, "E0602"),
      (.timedOut, .limitReached, "E0603"),
    ])
  func stopped(reason: Session.StopReason, status: SessionError.Status, code: String) throws {
    let session = try library()
    session.limits.interruption = { reason }
    let error = failure { _ = try session.ask("books") }
    #expect(error?.status == status)
    #expect(error?.code == code)
    session.limits.interruption = { nil }
    #expect(try session.ask("books").count == 10)
  }

  // MARK: - Encodings

  private static let chineseModel = """
    encoding gb18030

    entity book 图书
      file "books.csv"
      key number
      column number 书号: int
      column title 书名: text
    """

  /// `number,title`, then `1,山城旧事`, in GB18030.
  private static let chineseTable: [UInt8] =
    Array("number,title\n1,".utf8) + [0xc9, 0xbd, 0xb3, 0xc7, 0xbe, 0xc9, 0xca, 0xc2, 0x0a]

  private func folder(model: [UInt8], table: [UInt8]) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    for (name, bytes) in [("model.anw", model), ("books.csv", table)] {
      // SAFETY: the stream is used only between its opening, which is checked, and its closing.
      let file = unsafe try #require(unsafe fopen("\(folder.path)/\(name)", "w"))
      unsafe fwrite(bytes, 1, bytes.count, file)
      unsafe fclose(file)
    }
    return folder
  }

  @Test func tablesInGB18030() throws {
    let folder = try folder(model: Array(Self.chineseModel.utf8), table: Self.chineseTable)
    let answer = try Session(folder: folder.path).ask("图书 筛选 书名 包含 旧事")
    #expect(answer.map { $0["title"] } == [.text("山城旧事")])
  }

  @Test func aTextInMemoryHasNoEncodingAnyMore() throws {
    let session = try Session(
      model: Self.chineseModel, tables: ["books.csv": "number,title\n1,山城旧事\n"])
    #expect(try session.ask("图书").map { $0["title"] } == [.text("山城旧事")])
  }

  @Test func aTableInGB18030NeedsItsDeclaration() throws {
    let model = Self.chineseModel.split(separator: "\n").dropFirst().joined(separator: "\n")
    let folder = try folder(model: Array(model.utf8), table: Self.chineseTable)
    let session = try Session(folder: folder.path)
    let error = failure { _ = try session.ask("图书") }
    #expect(error?.code == "E0411")
    #expect(error?.description.contains("encoding gb18030") == true)
  }

  @Test(
    "kinds of values have the names that the model gives them in the question's language",
    arguments: [
      ("隐患 筛选 点位 + 1 > 3", "“+”不能用于点位和数字"),
      ("隐患 筛选 等级 > 3", "“>”不能用于等级的取值和数字"),
      ("hazards where level > 3", "> does not combine a value of level with a number"),
    ])
  func wordsOfTypes(question: String, message: String) throws {
    let session = try Session(folder: packagePath("Tests/Fixtures/ledger"))
    let error = #expect(throws: SessionError.self) { try session.ask(question) }
    #expect(error?.description.contains(message) == true)
  }

  @Test func theModelItselfIsUTF8() throws {
    let model: [UInt8] = Array("data \"a\" ".utf8) + [0xb3, 0xc7, 0x0a]
    let folder = try folder(model: model, table: Self.chineseTable)
    let error = failure { _ = try Session(folder: folder.path) }
    #expect(error?.status == .unreadableData)
    #expect(error?.code == "E0411")
    #expect(error?.description.contains("gb18030") == false)
  }
}
